/** Sessions and delegated grants: what agents and browsers may do for a person (API notes, section 5). */
import { hash, hashText, pick } from "./hash.ts";
import { MARKUP } from "./markup.ts";
import { applicationsOf, neighbourId, resourcesOf } from "./neighbours.ts";
import type { User } from "./user.ts";

type Status = "active" | "expired" | "revoked";

export interface Session {
  readonly id: string;
  readonly user_id: string;
  readonly status: Status;
  readonly authenticated_at: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly application_id: string | undefined;
  readonly user_agent_id: string | undefined;
  readonly metadata: { readonly name?: string };
}

export interface Grant {
  readonly id: string;
  readonly user_id: string;
  readonly resource_id: string;
  readonly provider_id: string | null | undefined;
  readonly scopes: readonly string[];
  readonly status: Status;
  readonly expires_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Fixed, so that pictures are the same on every day: active things end after it, the others before. */
const EXPIRES: Record<Status, string> = {
  active: "2026-12-20T09:00:00Z",
  expired: "2026-11-03T09:00:00Z",
  revoked: "2026-12-20T09:00:00Z",
};

const SESSION_NAMES = [
  "Firefox on Linux",
  "Support Copilot",
  "Reply Drafter on laptop",
  MARKUP.image,
];
const SCOPES = [["read"], ["read", "write"], ["tickets:read", "tickets:reply"], [MARKUP.script]];

/** Nobody who never signed in has sessions; the others have up to three, and up to two ended ones. */
export function sessionsOf(user: User): Session[] {
  const signedIn = user.authenticated_at;
  if (signedIn === undefined || signedIn === null) return [];
  const drawn = hash(hashText(user.id), 1);
  return statuses(drawn % 4, drawn % 3).map((status, n) => ({
    id: neighbourId(user.id, "session", n),
    user_id: user.id,
    status,
    authenticated_at: signedIn,
    created_at: signedIn,
    expires_at: EXPIRES[status],
    application_id: applicationId(user, hash(drawn, n)),
    user_agent_id: n % 2 === 0 ? neighbourId(user.zone_id, "user-agent", n) : undefined,
    metadata: n === 2 ? {} : { name: pick(SESSION_NAMES, hash(drawn, n, 2)) },
  }));
}

export function grantsOf(user: User): Grant[] {
  const drawn = hash(hashText(user.id), 2);
  return statuses(drawn % 4, drawn % 2).map((status, n) => ({
    id: neighbourId(user.id, "grant", n),
    user_id: user.id,
    resource_id: pick(resourcesOf(user.zone_id), hash(drawn, n)).id,
    provider_id: user.provider_id,
    scopes: pick(SCOPES, hash(drawn, n, 2)),
    status,
    expires_at: EXPIRES[status],
    created_at: user.created_at,
    updated_at: user.updated_at,
  }));
}

/** What `expand[]=session_count` and `expand[]=grant_count` report: the active ones. The notes do not say. */
export function activeCount(things: readonly { readonly status: Status }[]): number {
  return things.filter(({ status }) => status === "active").length;
}

function statuses(active: number, ended: number): Status[] {
  const endings = ["expired", "revoked"] as const;
  return [...Array<Status>(active).fill("active"), ...endings.slice(0, ended)];
}

/** One in eight sessions names an application that answers 404, one in eight names none. */
function applicationId(user: User, drawn: number): string | undefined {
  if (drawn % 8 === 0) return undefined;
  if (drawn % 8 === 1) return neighbourId(user.zone_id, "application", 999);
  return pick(applicationsOf(user.zone_id), drawn).id;
}
