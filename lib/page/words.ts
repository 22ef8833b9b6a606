import type { flatChildren, flatParent } from "./look/flat-tree.ts";
import type { floatingAround } from "./look/floating.ts";
import type { namedIn } from "./look/named.ts";
import type { boxOfAll, rangesOf, textAround } from "./look/text-around.ts";

/** What finds texts, whom they name, what is around and above them, on a page. */
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
   * Left by page-look.js in the content scripts' own world, for page-behind.js, page-marks.js and page-list.js: these
   * never come without it, and would carry most of it a second time.
   */
  var keycardLookupWords: Words | undefined;
}

/** What page-look.js has brought. @throws Error where it is not there */
export function words(): Words {
  const brought = globalThis.keycardLookupWords;
  if (!brought) throw new Error("page-look.js comes first.");
  return brought;
}
