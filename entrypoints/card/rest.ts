import "../../components/parts/notice.css";
import "../../components/answer/answer.css";

/** The parts of answers that the card draws later, with their styles: a file of its own in the build. */
export { answerRest } from "../../components/answer/rest.ts";
