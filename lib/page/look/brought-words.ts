import { findMentions, mentionFromMailto } from "../../mentions/index.ts";
import type { Words } from "../words.ts";
import { boxOfAll, rangesOf, textAround } from "./text-around.ts";

/** What page-look.js leaves for page-behind.js. */
export const WORDS: Words = { findMentions, mentionFromMailto, textAround, rangesOf, boxOfAll };
