import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { beginMarks } from "../lib/page/marks/begin.ts";

/** Injected into the frames of the sites where mentions are underlined (lib/sites/registration.ts). */
export default defineUnlistedScript(beginMarks);
