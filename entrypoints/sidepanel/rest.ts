import "../../components/parts/notice.css";
import "../../components/user/user.css";
import "../../components/answer/answer.css";
import "../../components/popup/rest.css";
import "../../components/sidepanel/inspected.css";

/** The side panel's second step with its styles: a file of its own in the build. */
export { rest } from "../../components/sidepanel/rest.ts";
