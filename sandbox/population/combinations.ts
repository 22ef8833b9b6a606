/** Every combination of status, verification and roles, so that no user is the first to encounter one. */
import { scopedRole, zoneRole } from "./roles.ts";
import { NO_PROVIDER, signsInWith } from "./sign-in.ts";
import type { User } from "./user.ts";

/** Index of the first of these people; the named ones come before them. */
export const COMBINATIONS_FROM = 33;

const STATUSES = ["active", "disabled", undefined, "suspended"] as const;
const VERIFIED = [true, false] as const;

/** Their number: 4 statuses x 2 verifications x 3 sets of roles. */
export const COMBINATIONS = 24;

/** What the nth combination overrides; provider and last sign-in rotate so that they occur with every value too. */
export function combination(zoneId: string, n: number): Partial<User> {
  const status = n % 4;
  const verified = Math.floor(n / 4) % 2;
  const roles = Math.floor(n / 8);
  const signedIn = (status + verified + roles) % 3;
  return {
    status: STATUSES[status],
    email_verified: VERIFIED[verified] ?? true,
    role_assignments: rolesOf(zoneId, roles, status),
    authenticated_at: [`2026-11-0${1 + status}T07:15:00Z`, undefined, "yesterday"][signedIn],
    ...((status + 2 * verified + roles) % 4 === 0
      ? NO_PROVIDER
      : signsInWith(zoneId, (verified + roles) % 4, `combination-${n}`)),
  };
}

function rolesOf(zoneId: string, roles: number, status: number) {
  const scoped = scopedRole(zoneId, "auditor", "resource", status % 3);
  const unscoped = zoneRole(zoneId, "support-agent");
  if (roles === 0) return [];
  if (roles === 1) return [status % 2 === 0 ? scoped : unscoped];
  return [scoped, unscoped, scopedRole(zoneId, "developer", "application", 0)];
}
