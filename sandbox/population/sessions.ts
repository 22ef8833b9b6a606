/** Sessions (API notes, section 5): where someone is signed in, and the applications that act for themselves. */
import { ORGANIZATION_ID } from "../zones.ts";
import { hash, hashText, pick } from "./hash.ts";
import { DAY_MS, HOUR_MS, iso, LAST_EVENT } from "./moments.ts";
import { applicationsOf, neighborId, userAgentsOf } from "./neighbors.ts";
import { type Initiator, type SessionPlan, STORIES } from "./stories.ts";
import type { User } from "./user.ts";

export type Status = "active" | "expired" | "revoked";

export interface Session {
  /** Optional in the SDK. */
  readonly id?: string;
  readonly session_type: "user" | "application";
  /** Absent in applications' sessions. */
  readonly user_id?: string;
  readonly organization_id: string;
  readonly zone_id: string;
  /** The session that it was derived from. */
  readonly parent_id?: string;
  readonly status: Status;
  readonly authenticated_at: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly expires_at: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly provider_id?: string;
  readonly application_id?: string;
  readonly user_agent_id?: string;
  /** The name of what started it. */
  readonly metadata?: { readonly name: string };
}

/** All of a person's. Someone who never signed in has none; someone who was disabled has no active one. */
export function sessionsOf(user: User): Session[] {
  const last = lastSignIn(user);
  if (last === undefined) return [];
  const plans = STORIES.get(user.email)?.sessions ?? drawn(user);
  return plans.map((plan, n) => session(user, plan, n, last));
}

/** Those at most one level below the user's own sign-in: what the list shows by default. */
export function entrySessions(sessions: readonly Session[]): Session[] {
  const parents = new Map(sessions.map(({ id, parent_id }) => [id, parent_id]));
  return sessions.filter(
    ({ parent_id }) => parent_id === undefined || parents.get(parent_id) === undefined,
  );
}

/** Those of the zone's applications; they have no user. */
export function applicationSessionsOf(zoneId: string): Session[] {
  return [0, 2, 2].map((application, n) => {
    const began = LAST_EVENT - (n + 1) * 5 * HOUR_MS;
    const ends = n === 2 ? began + HOUR_MS : began + DAY_MS;
    return {
      id: neighborId(zoneId, "application-session", n),
      session_type: "application",
      ...span(zoneId, began, ends, ends > LAST_EVENT ? "active" : "expired"),
      ...initiator(zoneId, { application }),
    };
  });
}

function session(user: User, plan: SessionPlan, n: number, last: number): Session {
  const began = clamp(user, last + plan.at * HOUR_MS);
  const ends = began + plan.days * DAY_MS;
  const isOver = ends <= LAST_EVENT;
  const isRevoked = plan.revoked === true || (user.status === "disabled" && !isOver);
  const parent = plan.parent !== undefined && { parent_id: sessionId(user, plan.parent) };
  return {
    ...(!plan.lacks?.includes("id") && { id: sessionId(user, n) }),
    session_type: "user",
    ...(!plan.lacks?.includes("user_id") && { user_id: user.id }),
    ...parent,
    ...span(user.zone_id, began, ends, isRevoked ? "revoked" : isOver ? "expired" : "active"),
    ...(plan.authenticatedAt !== undefined && { authenticated_at: plan.authenticatedAt }),
    ...(user.issuer && { issuer: user.issuer }),
    ...(user.subject && { subject: user.subject }),
    ...(user.provider_id && { provider_id: user.provider_id }),
    ...initiator(user.zone_id, plan.by),
  };
}

function sessionId(user: User, n: number): string {
  return neighborId(user.id, "session", n);
}

function span(zoneId: string, began: number, ends: number, status: Status) {
  const revokedAt = Math.min(began + HOUR_MS, ends, LAST_EVENT);
  return {
    organization_id: ORGANIZATION_ID,
    zone_id: zoneId,
    status,
    authenticated_at: iso(began),
    created_at: iso(began),
    updated_at: iso(status === "revoked" ? revokedAt : began),
    expires_at: iso(ends),
  };
}

function initiator(zoneId: string, by: Initiator) {
  if (by === "untold") return {};
  if (by === "gone") return { application_id: neighborId(zoneId, "application", 999) };
  const isAgent = "agent" in by;
  const thing = isAgent ? userAgentsOf(zoneId)[by.agent] : applicationsOf(zoneId)[by.application];
  if (thing === undefined) return {};
  const id = isAgent ? { user_agent_id: thing.id } : { application_id: thing.id };
  return { ...id, metadata: { name: thing.name } };
}

/** When a person last signed in; if the text isn't a valid time, when the record last changed. */
function lastSignIn(user: User): number | undefined {
  const { authenticated_at: text, updated_at } = user;
  if (text === undefined || text === null) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? Date.parse(updated_at) : moment;
}

/** Nothing began before the person existed, or after the sandbox's current time. */
function clamp(user: User, moment: number): number {
  return Math.min(Math.max(moment, Date.parse(user.created_at)), LAST_EVENT);
}

/** Up to four; hostile names are only for hostile people. */
function drawn(user: User): SessionPlan[] {
  const own = hash(hashText(user.id), 1);
  return Array.from({ length: own % 5 }, (_, n) => ({
    by: pick(INITIATORS, hash(own, n)),
    at: -n * (7 + (own % 90)),
    days: pick([1, 30, 30, 90], hash(own, n, 2)),
    ...(hash(own, n, 3) % 6 === 0 && { revoked: true }),
  }));
}

const INITIATORS: readonly Initiator[] = [
  { agent: 0 },
  { agent: 1 },
  { agent: 2 },
  { agent: 5 },
  { application: 0 },
  { application: 1 },
  { application: 4 },
  { application: 5 },
  "gone",
  "untold",
];
