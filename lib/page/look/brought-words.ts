import type { Words } from "../words.ts";
import { flatChildren, flatParent } from "./flat-tree.ts";
import { floatingAround } from "./floating.ts";
import { namedIn } from "./named.ts";
import { boxOfAll, rangesOf, textAround } from "./text-around.ts";

/** What page-look.js provides to the parts that are loaded after it. */
export const WORDS: Words = {
  namedIn,
  textAround,
  rangesOf,
  boxOfAll,
  floatingAround,
  flatParent,
  flatChildren,
};
