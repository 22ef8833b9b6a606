import type { Policy } from "../../lib/settings/policy.ts";
import { covers } from "../../lib/sites/match.ts";

/** What the organization has set for sites. */
export type SitePolicy = Pick<Policy, "sitesOn" | "sitesOff">;

/** What the organization has set for a site, which the user then can't change; undefined if it has set nothing. */
export function setFor(
  pattern: string,
  { sitesOn = [], sitesOff = [] }: SitePolicy,
): "on" | "off" | undefined {
  const isAmong = (patterns: readonly string[]) => patterns.some((one) => covers(one, pattern));
  if (isAmong(sitesOff)) return "off";
  return isAmong(sitesOn) ? "on" : undefined;
}
