import type { LoadedOnce } from "../parts/load-once.ts";
import { Absent } from "./absent.tsx";
import { announcedAnswer } from "./announced-answer.ts";
import { Failed } from "./failed.tsx";
import { NotRefreshed } from "./not-refreshed.tsx";
import { Several } from "./several.tsx";

/** What of answers is needed where it is not one user who was found: the card, which is to be quick, loads it later. */
export const answerRest = { Absent, Failed, NotRefreshed, Several, announcedAnswer };

export type AnswerRest = typeof answerRest;

export type AnswerRestStore = LoadedOnce<AnswerRest>;
