import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { User } from "../keycard/index.ts";
import type { Query } from "./answer.ts";
import { fakeZone, NOW, person } from "./fake-zone.ts";
import { lookUp } from "./look-up.ts";
import { matches } from "./match.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const id = (value: string): Query => ({ kind: "id", value });
const email = (value: string): Query => ({ kind: "email", value });
const subject = (value: string): Query => ({ kind: "subject", value });
const absent = { state: "absent", asOf: NOW };
const cannotTell = { state: "inconclusive", doubt: "first-100-only", asOf: NOW };
const found = (...users: User[]) => ({ state: "found", users, asOf: NOW });

describe("in a zone that filters", () => {
  test("an ID costs one list call, which alone carries roles and counts", async () => {
    const zone = fakeZone(people(250));
    expect(await lookUp(zone.parts, id("user200"))).toEqual(found(person(200)));
    expect(zone.calls).toEqual(["list ids user200"]);
  });

  test("an ID that the list does not show is judged by retrieve", async () => {
    const zone = fakeZone(people(250));
    expect(await lookUp(zone.parts, id("nobody"))).toEqual(absent);
    expect(zone.calls).toEqual(["list ids nobody", "retrieve nobody"]);
  });

  test("an e-mail costs one call", async () => {
    const zone = fakeZone(people(250));
    expect(await lookUp(zone.parts, email("person7@example.com"))).toEqual(found(person(7)));
    expect(zone.calls).toEqual(["list emails person7@example.com"]);
  });

  test("an address written otherwise than stored is found, and one that merely contains it is not", async () => {
    const ada = person(1, { email: "Ada.Lovelace@Example.COM" });
    const other = person(2, { email: "not-ada.lovelace@example.com" });
    const zone = fakeZone([other, ada]);
    expect(await lookUp(zone.parts, email("ada.lovelace@example.com"))).toEqual(found(ada));
    const written = fakeZone([person(3, { email: "bob@example.com" })]);
    expect(await lookUp(written.parts, email("BOB@Example.com"))).toMatchObject({ state: "found" });
  });

  test("absent is said only after the query that does not mind case has been asked too", async () => {
    const zone = fakeZone(people(250));
    expect(await lookUp(zone.parts, email("nobody@example.com"))).toEqual(absent);
    expect(zone.calls).toEqual([
      "list emails nobody@example.com",
      "list queryEmail nobody@example.com",
    ]);
  });

  test("all who share an address, newest sign-in first, those without a date last", async () => {
    const twins = [
      person(1, { email: "twins@example.com", authenticated_at: "yesterday" }),
      person(2, { email: "twins@example.com", authenticated_at: "2026-11-01T00:00:00Z" }),
      person(3, { email: "TWINS@example.com", authenticated_at: "2026-11-02T00:00:00Z" }),
      person(4, { email: "twins@example.com", authenticated_at: "2026-11-03T00:00:00Z" }),
    ];
    const answer = await lookUp(fakeZone(twins).parts, email("twins@example.com"));
    expect(answer.state === "found" && answer.users.map((user) => user.id)).toEqual([
      "user4",
      "user2",
      "user1",
    ]);
  });

  test("a subject is shown on an exact match only", async () => {
    const zone = fakeZone([
      person(1, { subject: "auth0|abcdef" }),
      person(2, { subject: "auth0|abc" }),
    ]);
    expect(await lookUp(zone.parts, subject("auth0|abc"))).toMatchObject({
      users: [{ id: "user2" }],
    });
    expect(await lookUp(zone.parts, subject("auth0|ab"))).toEqual(absent);
    expect(await lookUp(zone.parts, subject("AUTH0|abc"))).toEqual(absent);
  });
});

describe("in a zone whose list ignores its parameters", () => {
  test.each([
    ["found by ID", id("user7"), found(person(7))],
    ["found by e-mail", email("PERSON7@example.com"), found(person(7))],
    ["absent by ID", id("nobody"), absent],
    ["absent by e-mail", email("nobody@example.com"), absent],
    ["absent by subject", subject("nobody"), absent],
  ])("with 60 users one call is certain: %s", async (_, query, expected) => {
    const zone = fakeZone(people(60), "ignores");
    expect(await lookUp(zone.parts, query)).toEqual(expected);
    expect(zone.calls).toHaveLength(1);
  });

  test.each([
    ["an ID beyond the first 100 is settled by retrieve", id("user120"), found(person(120))],
    ["an absent ID too", id("nobody"), absent],
    ["an e-mail beyond the first 100: cannot tell", email("person120@example.com"), cannotTell],
    ["an absent e-mail: cannot tell", email("nobody@example.com"), cannotTell],
    ["a subject: cannot tell", subject("nobody"), cannotTell],
  ])("with 140 users %s", async (_, query, expected) => {
    expect(await lookUp(fakeZone(people(140), "ignores").parts, query)).toEqual(expected);
  });

  test("with 140 users, a person found by e-mail may not be the only one", async () => {
    const zone = fakeZone(people(140), "ignores");
    expect(await lookUp(zone.parts, email("person7@example.com"))).toEqual({
      ...found(person(7)),
      doubt: "first-100-only",
    });
  });

  test("where only the e-mail filter works, an empty reply is not taken for absence", async () => {
    const zone = fakeZone(people(140), "emails-only");
    expect(await lookUp(zone.parts, email("person120@example.com"))).toEqual(found(person(120)));
    expect(await lookUp(zone.parts, email("nobody@example.com"))).toEqual(cannotTell);
  });
});

test("never the wrong person, and never absent for somebody who is there", async () => {
  const emails = fc.constantFrom(
    "a@example.com",
    "A@example.com",
    "aa@example.com",
    "b@example.com",
  );
  const user = fc.record({ id: fc.integer({ min: 0, max: 150 }), email: emails });
  const query = fc.oneof(
    emails.map(email),
    fc.integer({ min: 0, max: 150 }).map((n) => id(`user${n}`)),
  );
  const users = fc.uniqueArray(user, { maxLength: 150, selector: (u) => u.id, size: "max" });
  const mode = fc.constantFrom("filters", "ignores", "emails-only");
  await fc.assert(
    fc.asyncProperty(users, query, mode, async (drawn, asked, how) => {
      const all = drawn.map((u) => person(u.id, { email: u.email }));
      const answer = await lookUp(fakeZone(all, how as "filters").parts, asked);
      const there = all.some((u) => matches(u, asked));
      if (answer.state === "found")
        for (const u of answer.users) expect(matches(u, asked)).toBe(true);
      else expect(answer.state === "absent" && there).toBe(false);
    }),
    { numRuns: 200 },
  );
});

describe("failures", () => {
  test("say why, and carry the moment to ask again", async () => {
    const zone = fakeZone([]);
    zone.parts.client.listUsers = async () => ({
      ok: false,
      error: { kind: "rate-limited", status: 429, message: "slow down", retryAfterMs: 60_000 },
    });
    expect(await lookUp(zone.parts, email("a@example.com"))).toEqual({
      state: "failed",
      failure: { why: "limited", detail: "slow down", status: 429, retryAt: NOW + 60_000 },
    });
  });

  test("an ID whose shape the filter refuses may still be known to retrieve", async () => {
    const zone = fakeZone([person(1)]);
    zone.parts.client.listUsers = async () => ({
      ok: false,
      error: { kind: "bad-request", status: 400, message: "filter[id] is malformed" },
    });
    expect(await lookUp(zone.parts, id("user1"))).toEqual(found(person(1)));
  });

  test("a zone that is not there is no absent user", async () => {
    const zone = fakeZone([]);
    zone.parts.client.listUsers = async () => ({
      ok: false,
      error: { kind: "not-found", status: 404, message: "no such zone" },
    });
    expect(await lookUp(zone.parts, id("user1"))).toMatchObject({
      failure: { why: "zone-not-found" },
    });
  });
});
