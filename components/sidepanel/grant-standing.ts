import { number, t } from "../../lib/i18n.ts";
import type { Grant } from "../../lib/keycard/index.ts";

/** The state of a grant, as far as the API says. */
type Standing = "active" | "other" | "revoked" | "expired";

/** The order in which they are listed and counted: those that are over come last. */
const STANDINGS: readonly Standing[] = ["active", "other", "revoked", "expired"];

/** Whether its token is renewed when it expires: the grant outlives `expires_at`. Keycard API notes, section 5. */
export function isRenewing({ refresh_token_set, status }: Grant): boolean {
  return refresh_token_set === true && status !== "revoked";
}

/** A grant that is renewed hasn't expired with its token. */
export function standingOf(grant: Grant): Standing {
  if (grant.status === "active") return "active";
  if (grant.status === "expired") return isRenewing(grant) ? "active" : "expired";
  return grant.status === "revoked" ? "revoked" : "other";
}

/** Whether it is active, as far as the API says. */
export const lasts = (grant: Grant): boolean => standingOf(grant) === "active";

/** Whether it is over: no one can use it any more. */
export const isOver = (grant: Grant): boolean => ["revoked", "expired"].includes(standingOf(grant));

/** Active ones first, those that are over last; otherwise in the order received. */
export function inOrder<G extends Grant>(grants: readonly G[]): G[] {
  return STANDINGS.flatMap((standing) => grants.filter((one) => standingOf(one) === standing));
}

/** `3 active`, `1 expired`: the number in each state. */
export function grantCounts(grants: readonly Grant[]): string[] {
  return STANDINGS.flatMap((standing) => {
    const count = grants.filter((grant) => standingOf(grant) === standing).length;
    return count > 0 ? [t(`inspect.count.${standing}`, { count: number(count) })] : [];
  });
}
