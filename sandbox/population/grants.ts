/** Delegated grants (API notes, section 5): what agents are allowed to do for someone. */
import { ORGANIZATION_ID } from "../zones.ts";
import { hash, hashText, pick } from "./hash.ts";
import { DAY_MS, HOUR_MS, iso, LAST_EVENT } from "./moments.ts";
import { neighborId, resourcesOf } from "./neighbors.ts";
import type { Status } from "./sessions.ts";
import { type GrantPlan, STORIES } from "./stories.ts";
import type { User } from "./user.ts";

/** No one grants things on the hour: each time is up to this much earlier. */
const QUARTER_DAY_MS = DAY_MS / 4;

/** A token's lifetime after its grant was renewed. */
const RENEWED_FOR_MS = 8 * HOUR_MS;

export interface Grant {
  readonly id: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly zone_id: string;
  readonly resource_id: string;
  readonly provider_id: string;
  readonly scopes: readonly string[];
  readonly status: Status;
  /** The token's expiry. With `refresh_token_set` the grant outlives it, because the token is renewed. */
  readonly expires_at: string;
  readonly refresh_token_set: boolean;
  readonly refreshed_at?: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export function grantsOf(user: User): Grant[] {
  const plans = STORIES.get(user.email)?.grants ?? drawn(user);
  return plans.map((plan, n) => grant(user, plan, n));
}

function grant(user: User, { on, daysAgo, lasts, revoked }: GrantPlan, n: number): Grant {
  const zoneId = user.zone_id;
  const resource = pick(resourcesOf(zoneId), on);
  const now = LAST_EVENT - (hash(hashText(user.id), n) % QUARTER_DAY_MS);
  const given = Math.max(Date.parse(user.created_at), now - daysAgo * DAY_MS);
  const renews = "renewedHoursAgo" in lasts;
  const renewed = renews ? Math.max(given, now - lasts.renewedHoursAgo * HOUR_MS) : undefined;
  const ends = renews ? (renewed ?? given) + RENEWED_FOR_MS : given + lasts.days * DAY_MS;
  const isOver = !renews && ends <= LAST_EVENT;
  return {
    id: neighborId(user.id, "grant", n),
    user_id: user.id,
    organization_id: ORGANIZATION_ID,
    zone_id: zoneId,
    resource_id: resource.id,
    provider_id: resource.credential_provider_id,
    scopes: resource.scopes,
    status: revoked ? "revoked" : isOver ? "expired" : "active",
    expires_at: iso(ends),
    refresh_token_set: renews,
    ...(renewed !== undefined && { refreshed_at: iso(renewed) }),
    created_at: iso(given),
    updated_at: iso(renewed ?? given),
  };
}

/** Up to four, some of which are renewed; on none of the hostile things. */
function drawn(user: User): GrantPlan[] {
  const own = hash(hashText(user.id), 2);
  return Array.from({ length: own % 5 }, (_, n) => ({
    on: pick([0, 1, 2, 4, 5], hash(own, n)),
    daysAgo: 1 + (hash(own, n, 2) % 160),
    lasts:
      hash(own, n, 3) % 3 === 0
        ? { renewedHoursAgo: 1 + (own % 40) }
        : { days: pick([30, 90, 180], hash(own, n, 4)) },
    ...(hash(own, n, 5) % 6 === 0 && { revoked: true }),
  }));
}
