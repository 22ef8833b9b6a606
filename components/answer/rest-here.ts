import { alreadyLoaded } from "../parts/load-once.ts";
import { type AnswerRestStore, answerRest } from "./rest.ts";

/** The same for pages that bundle it with the rest of an answer, and for tests. */
export const answerRestHere: AnswerRestStore = alreadyLoaded(answerRest);
