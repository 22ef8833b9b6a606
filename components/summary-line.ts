import type { User } from "../lib/keycard/index.ts";
import { summaryTexts } from "./texts.ts";
import { exactUtc, momentOf } from "./time.ts";
import { clipped, inertLine } from "./unseen.ts";
import { roleOf, statusOf } from "./user-words.ts";

/** Characters of one value, and roles, that a line in a ticket has room for. */
const VALUE_MAX_CHARS = 255;
const ROLES_MAX = 20;

/**
 * One line about a user for a ticket:
 * `ada@example.com · Active · e-mail verified · roles: admin (zone) · last sign-in 2026-11-02 09:14 UTC · Keycard ID …`
 */
export function summaryLine(user: User): string {
  const parts = [
    user.email && short(user.email),
    user.status === undefined ? summaryTexts.statusNotReported : short(statusOf(user).word),
    verification(user.email_verified),
    roles(user.role_assignments),
    lastSignIn(user.authenticated_at),
    summaryTexts.id(user.id),
  ];
  return inertLine(parts.filter((part) => part !== undefined).join(" · "));
}

const short = (value: string) => clipped(value, VALUE_MAX_CHARS);

function verification(verified: boolean | undefined): string {
  if (verified === undefined) return summaryTexts.verificationNotReported;
  return verified ? summaryTexts.verified : summaryTexts.notVerified;
}

function roles(assignments: User["role_assignments"]): string {
  if (assignments === undefined) return summaryTexts.rolesNotReported;
  if (assignments.length === 0) return summaryTexts.noRoles;
  const shown = assignments.length <= ROLES_MAX + 1 ? assignments : assignments.slice(0, ROLES_MAX);
  const list = shown.map(roleOf).map(({ name, scope }) => `${short(name)} (${short(scope)})`);
  return summaryTexts.roles(list.join(", "), assignments.length - shown.length);
}

function lastSignIn(at: string | undefined): string {
  if (at === undefined) return summaryTexts.neverSignedIn;
  const moment = momentOf(at);
  return summaryTexts.lastSignIn(moment === undefined ? short(at) : exactUtc(moment));
}
