import type { LoadedOnce } from "../parts/load-once.ts";
import { Absent } from "./absent.tsx";
import { announcedAnswer } from "./announced-answer.ts";
import { Failed } from "./failed.tsx";
import { NotRefreshed } from "./not-refreshed.tsx";
import { Several } from "./several.tsx";

/** The parts that are only needed if the answer isn't one user; the card loads them later, to open quickly. */
export const answerRest = { Absent, Failed, NotRefreshed, Several, announcedAnswer };

export type AnswerRest = typeof answerRest;

export type AnswerRestStore = LoadedOnce<AnswerRest>;
