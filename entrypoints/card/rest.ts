import "../../components/parts/notice.css";
import "../../components/answer/answer.css";

/** What of answers the card draws later, with its styles: a file of its own in the build. */
export { answerRest } from "../../components/answer/rest.ts";
