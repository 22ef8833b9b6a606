import type { User } from "../../lib/keycard/index.ts";
import { type Matter, type Verdict, verdictOf } from "../user/verdict.ts";
import type { Row } from "./row.ts";

/** Which lines of a list a person wants to see. */
export const FILTERS = ["attention", "disabled", "not_verified", "absent", "all"] as const;

export type Filter = (typeof FILTERS)[number];

/**
 * What a verdict says that is nothing to attend to: that the directory owns the status, and that no sign-in is on record,
 * which a deployment that reports none says of everybody.
 */
const AT_EASE: readonly Matter["kind"][] = ["managed", "no_sign_in"];

const isOff = (verdict: Verdict) => verdict.matters.some(({ kind }) => !AT_EASE.includes(kind));

function isUserOff(user: User): boolean {
  const verdict = verdictOf(user);
  return user.email_verified === false || (verdict !== undefined && isOff(verdict));
}

/**
 * Whether Keycard says that something is off with this line's person, or that there is nobody, or cannot tell. A look-up
 * that failed says nothing of anybody.
 */
export function needsAttention({ answer, user }: Row): boolean {
  if (user) return isUserOff(user);
  return answer?.state === "absent" || answer?.state === "inconclusive";
}

const FITS: Record<Filter, (row: Row) => boolean> = {
  attention: needsAttention,
  disabled: ({ user }) => user?.status === "disabled",
  not_verified: ({ user }) => user?.email_verified === false,
  absent: ({ answer }) => answer?.state === "absent",
  all: () => true,
};

export const fitting = (rows: readonly Row[], filter: Filter): Row[] => rows.filter(FITS[filter]);

/** How many lines each filter leaves. */
export function countsOf(rows: readonly Row[]): Record<Filter, number> {
  const counts = { attention: 0, disabled: 0, not_verified: 0, absent: 0, all: 0 };
  for (const row of rows) for (const filter of FILTERS) if (FITS[filter](row)) counts[filter]++;
  return counts;
}
