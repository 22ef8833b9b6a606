import type { flatChildren, flatParent } from "./look/flat-tree.ts";
import type { floatingAround } from "./look/floating.ts";
import type { namedIn } from "./look/named.ts";
import type { boxOfAll, rangesOf, textAround } from "./look/text-around.ts";

/** Functions that find the text at a place, the mentions in it, and the elements around and above it. */
export interface Words {
  namedIn: typeof namedIn;
  textAround: typeof textAround;
  rangesOf: typeof rangesOf;
  boxOfAll: typeof boxOfAll;
  floatingAround: typeof floatingAround;
  flatParent: typeof flatParent;
  flatChildren: typeof flatChildren;
}

declare global {
  /**
   * Set by page-look.js in the content scripts' isolated world, for page-behind.js, page-marks.js and page-list.js.
   * These are never loaded without it, and would otherwise contain most of it a second time.
   */
  var keycardLookupWords: Words | undefined;
}

/** Returns what page-look.js has set. @throws Error if it isn't loaded */
export function words(): Words {
  const brought = globalThis.keycardLookupWords;
  if (!brought) throw new Error("page-look.js comes first.");
  return brought;
}
