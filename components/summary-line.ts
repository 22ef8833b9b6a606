import type { User } from "../lib/keycard/index.ts";
import { codePoint } from "./code-point.ts";
import { summaryTexts } from "./texts.ts";
import { exactUtc, momentOf } from "./time.ts";
import { roleOf, statusOf } from "./user-words.ts";

/** In API text these would break the one line, or turn the ticket's text around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * One line about a user for a ticket:
 * `ada@example.com · Active · e-mail verified · roles: admin (zone) · last sign-in 2026-11-02 09:14 UTC · Keycard ID …`
 */
export function summaryLine(user: User): string {
  return [
    user.email,
    user.status === undefined ? summaryTexts.statusNotReported : statusOf(user).word,
    verification(user.email_verified),
    roles(user.role_assignments),
    lastSignIn(user.authenticated_at),
    summaryTexts.id(user.id),
  ]
    .filter((part) => part !== undefined)
    .join(" · ")
    .replace(UNSEEN, (character) => `<${codePoint(character)}>`);
}

function verification(verified: boolean | undefined): string {
  if (verified === undefined) return summaryTexts.verificationNotReported;
  return verified ? summaryTexts.verified : summaryTexts.notVerified;
}

function roles(assignments: User["role_assignments"]): string {
  if (assignments === undefined) return summaryTexts.rolesNotReported;
  if (assignments.length === 0) return summaryTexts.noRoles;
  const list = assignments.map(roleOf).map(({ name, scope }) => `${name} (${scope})`);
  return summaryTexts.roles(list.join(", "));
}

function lastSignIn(at: string | undefined): string {
  if (at === undefined) return summaryTexts.neverSignedIn;
  const moment = momentOf(at);
  return summaryTexts.lastSignIn(moment === undefined ? at : exactUtc(moment));
}
