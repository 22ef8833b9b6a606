import { describe, expect, test } from "vitest";
import { GENERATION_ZONES } from "../generation-zones.ts";
import { ZONES } from "../zones.ts";
import { grantsOf } from "./grants.ts";
import { KNOWN_PEOPLE } from "./known-people.ts";
import { LAST_EVENT } from "./moments.ts";
import { createPopulation } from "./population.ts";
import { applicationSessionsOf, sessionsOf } from "./sessions.ts";
import type { UserRecord } from "./user.ts";

/** Whether times are in order; a text that isn't a valid time is ignored. */
function ascending(...texts: readonly (string | undefined)[]): boolean {
  const moments = texts.map((text) => Date.parse(text ?? "")).filter((at) => !Number.isNaN(at));
  return moments.every((at, n) => n === 0 || (moments[n - 1] ?? 0) <= at);
}

describe.each([...ZONES, ...GENERATION_ZONES])("everyone in $name", (zone) => {
  const population = createPopulation(zone, zone.users, 1);
  const people: UserRecord[] = Array.from({ length: zone.users }, (_, n) => population.user(n));

  test("no session ends before it began, and ended ones say so", () => {
    const sessions = [...people.flatMap(sessionsOf), ...applicationSessionsOf(zone.id)];
    expect(sessions.length).toBeGreaterThan(zone.users);
    for (const session of sessions) {
      const { created_at, authenticated_at, expires_at, updated_at, status } = session;
      expect(ascending(created_at, authenticated_at, expires_at), JSON.stringify(session)).toBe(
        true,
      );
      expect(ascending(created_at, updated_at)).toBe(true);
      if (status === "active") expect(Date.parse(expires_at)).toBeGreaterThan(LAST_EVENT);
      if (status === "expired") expect(Date.parse(expires_at)).toBeLessThanOrEqual(LAST_EVENT);
      expect(Date.parse(created_at)).toBeLessThanOrEqual(LAST_EVENT);
    }
  });

  test("no one had a session or a grant before the account existed, nor an active one when disabled", () => {
    for (const user of people) {
      for (const session of sessionsOf(user)) {
        expect(ascending(user.created_at, session.created_at)).toBe(true);
        if (user.status === "disabled") expect(session.status).not.toBe("active");
      }
      for (const { created_at, refreshed_at, updated_at, expires_at, ...grant } of grantsOf(user)) {
        expect(ascending(user.created_at, created_at, refreshed_at, expires_at)).toBe(true);
        expect(ascending(created_at, updated_at)).toBe(true);
        expect(grant.refresh_token_set).toBe(refreshed_at !== undefined);
        const isOver = Date.parse(expires_at) <= LAST_EVENT;
        if (grant.status === "active" && isOver) expect(grant.refresh_token_set).toBe(true);
        if (grant.status === "expired") expect(isOver).toBe(true);
      }
    }
  });

  test("only hostile users have markup in groups, sessions and grants", () => {
    const hostile = people.filter((user) =>
      /<(img|script)/.test(JSON.stringify([user.groups, sessionsOf(user), grantsOf(user)])),
    );
    expect(hostile.map(({ email }) => email)).toEqual(
      zone.users > KNOWN_PEOPLE.markup.index ? [KNOWN_PEOPLE.markup.email] : [],
    );
  });
});
