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

/**
 * Provided by page-behind.js in the content scripts' isolated world: finds the person something refers to although
 * its text has no mention.
 */
export interface BehindPart {
  /** The person a target refers to. */
  of(target: Target, patterns: readonly SubjectPattern[], trigger: Trigger): Found | undefined;
  /** See rest.ts. */
  restsAt: typeof restsAt;
  /** The person that the focused element shows. */
  shownBy: typeof shownBy;
  /** The people the elements of a tree refer to. */
  in: typeof carriedIn;
  /** See beside/names.ts. */
  namesBeside: typeof namesBeside;
}

declare global {
  /** Null for some time after it couldn't be injected: meanwhile only the text itself counts. */
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
