import type { SubjectPattern } from "../../mentions/index.ts";
import { foundBeside } from "../beside/beside.ts";
import { namesBeside } from "../beside/names.ts";
import type { Found } from "../found.ts";
import type { Target } from "../look/target.ts";
import { foundBehind } from "./behind.ts";
import { carriedIn } from "./carried.ts";
import type { Trigger } from "./links.ts";
import { noteUnnamed, restsAt } from "./rest.ts";
import { shownBy } from "./shown-by.ts";

/** Left by page-behind.js in the content scripts' own world: finds who is behind what names nobody in its text. */
export interface BehindPart {
  /** Whom what is pointed at stands for. */
  of(target: Target, patterns: readonly SubjectPattern[], trigger: Trigger): Found | undefined;
  /** See rest.ts. */
  restsAt: typeof restsAt;
  /** Whom what has the focus shows. */
  shownBy: typeof shownBy;
  /** Whom the elements of a tree stand for. */
  in: typeof carriedIn;
  /** See beside/names.ts. */
  namesBeside: typeof namesBeside;
}

declare global {
  /** Null for a time when it could not be put in: what the text itself says is all that is known then. */
  var keycardLookupBehind: BehindPart | null | undefined;
}

export const BEHIND: BehindPart = {
  of: foundBehindOrBeside,
  restsAt,
  shownBy,
  in: carriedIn,
  namesBeside,
};

function foundBehindOrBeside(
  target: Target,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): Found | undefined {
  const found = foundBehind(target, patterns, trigger) ?? foundBeside(target);
  if (trigger === "hover" && !found) noteUnnamed(target, patterns);
  return found === "nobody" ? undefined : found;
}
