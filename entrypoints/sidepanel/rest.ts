import "../../components/popup/rest.css";

/** The side panel's second step with its styles: a file of its own in the build. */
export { rest } from "../../components/sidepanel/rest.ts";
