/** `GET /zones/{z}/sessions` and `GET /zones/{z}/sessions/{id}`. */
import {
  applicationSessionsOf,
  entrySessions,
  type Session,
  sessionsOf,
} from "../population/sessions.ts";
import type { Zone } from "../state.ts";
import { hasStatus, owners, STATUSES } from "./owners.ts";
import { type Page, pageOf } from "./page.ts";
import { readFlag, readWord } from "./parameters.ts";
import { notFound } from "./problem.ts";

/** Only entry sessions, unless `include_nested` is sent. Those of applications come last. */
export function listSessions(zone: Zone, query: URLSearchParams): Page<Session> {
  const status = readWord(query, "status", STATUSES);
  const active = readFlag(query, "active");
  const type = readWord(query, "session_type", ["user", "application"]);
  const nested = readFlag(query, "include_nested");
  const owner = query.get("user_id");
  return pageOf(`sessions:${zone.settings.id}`, wanted(), query);

  function* wanted(): Generator<Session> {
    for (const session of all()) if (hasStatus(session, status, active)) yield session;
  }

  function* all(): Generator<Session> {
    if (type !== "application") {
      for (const user of owners(zone, owner)) {
        const sessions = sessionsOf(user);
        yield* nested ? sessions : entrySessions(sessions);
      }
    }
    if (type !== "user" && owner === null) yield* applicationSessionsOf(zone.settings.id);
  }
}

export function retrieveSession(zone: Zone, _query: URLSearchParams, id: string): Session {
  const ofApplication = applicationSessionsOf(zone.settings.id).find((one) => one.id === id);
  if (ofApplication !== undefined) return ofApplication;
  for (const user of owners(zone, null)) {
    const session = sessionsOf(user).find((candidate) => candidate.id === id);
    if (session !== undefined) return session;
  }
  throw notFound("There is no such session in this zone");
}
