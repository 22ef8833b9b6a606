import { render } from "preact";
import { speak } from "./speak.ts";
import "./gallery.css";

/** The page of all fixtures. It is for developers of this project, so its own texts are English. */

speak("en");
const { Gallery } = await import("./gallery.tsx");
const root = document.querySelector("#gallery");
if (root) render(<Gallery />, root);
