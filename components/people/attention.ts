import type { User } from "../../lib/keycard/index.ts";
import { type Matter, type Verdict, verdictOf } from "../user/verdict.ts";
import type { Row } from "./row.ts";

/** Which lines of a list to show. */
export const FILTERS = ["attention", "disabled", "not_verified", "absent", "all"] as const;

export type Filter = (typeof FILTERS)[number];

/**
 * Matters that need no attention: that the directory owns the status, and that no sign-in is on record, which is true
 * of everyone in a deployment that reports none.
 */
const NO_ATTENTION_NEEDED: readonly Matter["kind"][] = ["managed", "no_sign_in"];

const isOff = (verdict: Verdict) =>
  verdict.matters.some(({ kind }) => !NO_ATTENTION_NEEDED.includes(kind));

function isUserOff(user: User): boolean {
  const verdict = verdictOf(user);
  return user.email_verified === false || (verdict !== undefined && isOff(verdict));
}

/**
 * Whether Keycard says that something is wrong with this line's person, or that there is no one, or can't be certain. A
 * failed lookup says nothing about anyone.
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

/** How many lines each filter shows. */
export function countsOf(rows: readonly Row[]): Record<Filter, number> {
  const counts = { attention: 0, disabled: 0, not_verified: 0, absent: 0, all: 0 };
  for (const row of rows) for (const filter of FILTERS) if (FITS[filter](row)) counts[filter]++;
  return counts;
}
