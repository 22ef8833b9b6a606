import { describe, expect, onTestFinished, test, vi } from "vitest";
import { requestAddress } from "../keycard/address.ts";
import { type Page, type User, userId } from "../keycard/index.ts";
import { listQuery } from "../keycard/list-query.ts";
import { API_ID_MAX_CHARS, CACHE_FRESH_MS, CACHE_STALE_MS } from "../limits.ts";
import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import { CACHE_ABSENT_MS } from "./answer-cache.ts";
import { MATCH_PAGES_MAX } from "./asking.ts";
import { type FakeZone, failLists, fakeZone, holdsAsLike, NOW, OPEN, person } from "./fake-zone.ts";
import { CONTRACT_MEMORY_MS } from "./zone-memory.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const id = (value: string): Query => ({ kind: "id", value });
const email = (value: string): Query => ({ kind: "email", value });
const subject = (value: string): Query => ({ kind: "subject", value });
const absent = { state: "absent", asOf: NOW };
const cannotTell = { state: "inconclusive", doubt: "first-100-only", asOf: NOW };
const found = (...users: User[]) => ({ state: "found", users, asOf: NOW });

describe("in a zone that filters", () => {
  test("an ID costs one list call, because only the list has roles and counts", async () => {
    const zone = fakeZone(people(250));
    expect(await zone.directory.lookUp(id("user200"))).toEqual(found(person(200)));
    expect(zone.calls).toEqual(["list ids user200"]);
  });

  test("an ID that isn't in the list is decided by retrieve", async () => {
    const zone = fakeZone(people(250));
    expect(await zone.directory.lookUp(id("nobody"))).toEqual(absent);
    expect(zone.calls).toEqual(["list ids nobody", "retrieve nobody"]);
  });

  test("a 404 that is a web page rules out no one unless the list was asked for them too", async () => {
    const page = { why: "notFound", status: 404, message: "Not Found", isPage: true } as const;
    const answers = async (mode: "filters" | "ignores") => {
      const zone = fakeZone(people(250), mode);
      await zone.directory.lookUp(email("person7@example.com"));
      zone.client.retrieveUser = async () => ({ ok: false, error: page });
      return zone.directory.lookUp(id("user200x"));
    };
    expect(await answers("filters")).toEqual(absent);
    expect(await answers("ignores")).toEqual({
      state: "failed",
      failure: { why: "invalidReply" },
    });
    // Likewise if the list has returned someone else who was asked for.
    const zone = fakeZone(people(250));
    zone.client.retrieveUser = async () => ({ ok: false, error: page });
    const both = ["user7", "user200x"].map((one) => zone.directory.lookUp(id(one)));
    expect(await Promise.all(both)).toEqual([found(person(7)), absent]);
  });

  describe("with a key that lacks permissions", () => {
    const refused = async () =>
      ({ ok: false, error: { why: "forbidden", status: 403, message: "no" } }) as const;

    test("that can't read a single user, no one is ruled out who isn't in the list, and lists are still requested", async () => {
      const zone = fakeZone(people(250));
      zone.client.retrieveUser = refused;
      const open = { state: "inconclusive", doubt: "not-allowed", asOf: NOW };
      expect(await zone.directory.lookUp(id("nobody"))).toEqual(open);
      expect(await zone.directory.lookUp(email("person7@example.com"))).toEqual(found(person(7)));
      expect(await zone.directory.lookUp(id("user200"))).toEqual(found(person(200)));
    });

    test("that can't read the list, a user is found by ID, and no one is ruled out", async () => {
      const zone = fakeZone(people(250));
      zone.client.listUsers = refused;
      const forbidden = { state: "failed", failure: { why: "forbidden" } };
      expect(await zone.directory.lookUp(id("user200"))).toEqual(found(person(200)));
      expect(await zone.directory.lookUp(id("nobody"))).toMatchObject(forbidden);
      expect(await zone.directory.lookUp(email("person7@example.com"))).toMatchObject(forbidden);
    });
  });

  test("an e-mail costs one call", async () => {
    const zone = fakeZone(people(250));
    expect(await zone.directory.lookUp(email("person7@example.com"))).toEqual(found(person(7)));
    expect(zone.calls).toEqual(["list queryEmail person7@example.com"]);
  });

  test("finds an address in another spelling, and not one that only contains it", async () => {
    const ada = person(1, { email: "Ada.Lovelace@Example.COM" });
    const other = person(2, { email: "not-ada.lovelace@example.com" });
    const zone = fakeZone([other, ada]);
    expect(await zone.directory.lookUp(email("ada.lovelace@example.com"))).toEqual(found(ada));
    const written = fakeZone([person(3, { email: "bob@example.com" })]);
    expect(await written.directory.lookUp(email("BOB@Example.com"))).toMatchObject({
      state: "found",
    });
  });

  test("looks up a possibly truncated address as it is written; its absence isn't certain, cached or not", async () => {
    const zone = fakeZone(people(9));
    const cut: Query = { kind: "email", value: "person7@example.co", cut: true };
    const doubtful = { state: "inconclusive", doubt: "may-be-cut", asOf: NOW };
    expect(await zone.directory.lookUp(cut)).toEqual(doubtful);
    expect(await zone.directory.lookUp(cut)).toEqual(doubtful);
    expect(await zone.directory.lookUp(email("person7@example.co"))).toEqual(absent);
    expect(zone.calls).toHaveLength(2);
    expect(await zone.directory.lookUp({ ...cut, value: "person7@example.com" })).toEqual({
      ...found(person(7)),
      doubt: "may-be-cut",
    });
  });

  test("sends an address as written and in lower case, or once if both are the same", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(email("Person7@Example.com"));
    await zone.directory.lookUp(email("person6@example.com"));
    expect(zone.calls).toEqual([
      "list queryEmail Person7@Example.com,person7@example.com",
      "list queryEmail person6@example.com",
    ]);
  });

  test.each([
    ["address", email("ADA@example.com"), email("bob@example.com"), person(2)],
    ["subject", subject("okta|ADA"), subject("okta|Bob"), person(2)],
  ])(
    "a user whose %s only contains it isn't a sign of a zone without filtering",
    async (_, asked, next, { id: expected }) => {
      const zone = fakeZone([
        person(1, { email: "not-ada@example.com", subject: "okta|ada2" }),
        person(2, { email: "bob@example.com", subject: "okta|Bob" }),
      ]);
      expect(await zone.directory.lookUp(asked)).toEqual(absent);
      expect(await zone.directory.lookUp(next)).toMatchObject({ users: [{ id: expected }] });
    },
  );

  test("can't tell, or can't tell whether there are more, if more users contain the text than are read", async () => {
    const zone = fakeZone([]);
    zone.client.listUsers = async (_, { emails }) => ({
      ok: true,
      value: {
        items: emails ? [] : [person(1, { email: "not-ada@example.com" })],
        after: emails ? undefined : "more",
        unread: 0,
        before: undefined,
        totalCount: emails ? 0 : 900,
      },
    });
    const doubt = "too-many-matches";
    expect(await zone.directory.lookUp(email("ada@example.com"))).toEqual({
      state: "inconclusive",
      doubt,
      asOf: NOW,
    });
    zone.client.listUsers = async () => ({
      ok: true,
      value: { items: [person(2)], after: "more", unread: 0, before: undefined, totalCount: 900 },
    });
    expect(await zone.directory.lookUp(email("person2@example.com"))).toEqual({
      ...found(person(2)),
      doubt,
    });
  });

  test("an address that very many contain leaves no other in doubt", async () => {
    const crowd = Array.from({ length: 600 }, (_, n) =>
      person(n + 100, { email: `x${n}a@example.com` }),
    );
    const zone = fakeZone([...people(20), ...crowd]);
    const list = zone.client.listUsers;
    // Its pages never end.
    zone.client.listUsers = (given, { after: _, ...params }, options) =>
      list(given, params, options);
    const values = [...people(20).map((_, n) => `person${n}@example.com`), "nobody@example.com"];
    const [common, ...answers] = await Promise.all(
      ["a@example.com", ...values].map((value) => zone.directory.lookUp(email(value))),
    );
    expect(common).toMatchObject({ state: "inconclusive", doubt: "too-many-matches" });
    expect(answers).toEqual([...people(20).map((one) => found(one)), absent]);
  });

  test("claims an absence only after asking with the exact filter too", async () => {
    const zone = fakeZone(people(250));
    expect(await zone.directory.lookUp(email("nobody@example.com"))).toEqual(absent);
    expect(zone.calls).toEqual([
      "list queryEmail nobody@example.com",
      "list emails nobody@example.com",
    ]);
  });

  test("also asks with the exact filter if more users contain the text than are read", async () => {
    const crowd = Array.from({ length: 600 }, (_, n) =>
      person(n, { email: `x${n}ada@example.com` }),
    );
    const zone = fakeZone([...crowd, person(601, { email: "ada@example.com" })]);
    const list = zone.client.listUsers;
    zone.client.listUsers = (given, { after: _, ...params }, options) =>
      list(given, params, options);
    expect(await zone.directory.lookUp(email("ada@example.com"))).toEqual({
      ...found(person(601, { email: "ada@example.com" })),
      doubt: "too-many-matches",
    });
    expect(zone.calls).toHaveLength(MATCH_PAGES_MAX + 1);
  });

  test.each([
    ["jose\u0301@example.com", "jos\u00e9@example.com"],
    ["jos\u00e9@example.com", "JOSE\u0301@example.com"],
    ["info@b\u00fccher.example", "info@xn--bcher-kva.example"],
    ["info@xn--bcher-kva.example", "Info@B\u00fccher.example"],
  ])("finds %s as %s, and both are the same query", async (stored, asked) => {
    const zone = fakeZone([person(1, { email: stored })]);
    expect(await zone.directory.lookUp(email(asked))).toMatchObject({ users: [{ email: stored }] });
    expect(await zone.directory.lookUp(email(stored))).toMatchObject({ state: "found" });
    expect(zone.calls).toHaveLength(1);
  });

  test("finds a GUID as a subject in upper case", async () => {
    const stored = "6BA7B810-9DAD-41D1-80B4-00C04FD430C8";
    const zone = fakeZone([person(1, { subject: stored })], "filters", {
      holds: (field, part) => field.includes(part),
    });
    for (const asked of [stored, stored.toLowerCase()])
      expect(await zone.directory.lookUp(subject(asked))).toMatchObject({
        users: [{ subject: stored }],
      });
    expect(zone.calls).toHaveLength(1);
  });

  test.each([
    ["_", "a_a@example.com", "aba@example.com"],
    ["%", "a%a@example.com", "abba@example.com"],
    ["+", "ada+x@example.com", "ada@example.com"],
    ["*", "a*a@example.com", "aba@example.com"],
    ["an umlaut", "\u00e4da@example.com", "ada@example.com"],
  ])(
    "a user who matches %s only as a wildcard isn't shown, and isn't a sign that the zone ignores it",
    async (_, asked, other) => {
      const alike = fakeZone([person(1, { email: other })], "filters", { holds: holdsAsLike });
      expect(await alike.directory.lookUp(email(asked))).toEqual(absent);
      expect(await alike.directory.search(asked.slice(0, -4))).toMatchObject(absent);
      const both = [person(1, { email: other }), person(2, { email: asked })];
      const zone = fakeZone(both, "filters", { holds: holdsAsLike });
      expect(await zone.directory.lookUp(email(asked))).toMatchObject({ users: [{ id: "user2" }] });
    },
  );

  test("finds a backslash in a zone whose query treats it as an escape character", async () => {
    const stored = "CORP\\ada_l";
    for (const api of [{ holds: holdsAsLike }, {}]) {
      const many = people(120).slice(2);
      const zone = fakeZone([person(1, { subject: stored }), ...many], "filters", api);
      expect(await zone.directory.lookUp(subject(stored))).toMatchObject({ state: "found" });
      expect(await zone.directory.search("corp\\ada")).toMatchObject({ state: "found" });
    }
  });

  test("sends very long values in several requests, and one that can't be sent affects no other", async () => {
    const long = (n: number) => `${n}${"\u6f22".repeat(200)}@example.com`;
    const all = Array.from({ length: 9 }, (_, n) => person(n, { email: long(n) }));
    const zone = fakeZone(all);
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) => {
      const query = listQuery(params);
      const address = query.ok ? requestAddress(["zones"], query.value) : query;
      return address.ok ? list(given, params, options) : address;
    };
    const answers = await Promise.all(
      [...all.map((_, n) => long(n)), "\ud800@example.com"].map((value) =>
        zone.directory.lookUp(email(value)),
      ),
    );
    expect(answers.slice(0, -1).every(({ state }) => state === "found")).toBe(true);
    expect(answers.at(-1)).toMatchObject({ state: "failed", failure: { why: "badRequest" } });
    expect(zone.calls).toHaveLength(3);
  });

  test("refuses an ID that is longer than the API accepts, without affecting others", async () => {
    const zone = fakeZone(people(3));
    const retrieve = zone.client.retrieveUser;
    zone.client.retrieveUser = async (given, wanted, options) => {
      const address = requestAddress(["users", wanted]);
      return address.ok ? retrieve(given, wanted, options) : address;
    };
    const tooLong = id("a".repeat(API_ID_MAX_CHARS + 1));
    const refused = { state: "failed", failure: { why: "badRequest" } };
    const [long, one] = await Promise.all([
      zone.directory.lookUp(tooLong),
      zone.directory.lookUp(id("user1")),
    ]);
    expect(long).toMatchObject(refused);
    expect(one).toEqual(found(person(1)));
    expect(zone.calls).toEqual(["list ids user1"]);
    // Nor does it ask for a list of no one in particular, which would be everyone.
    expect(await zone.directory.lookUp(tooLong)).toMatchObject(refused);
    expect(zone.calls).toHaveLength(1);
  });

  test("looks up an ID that is as long as the API accepts", async () => {
    const longest = "a".repeat(API_ID_MAX_CHARS);
    const zone = fakeZone([person(1, { id: userId(longest) })]);
    expect(await zone.directory.lookUp(id(longest))).toMatchObject({ users: [{ id: longest }] });
    expect(zone.calls).toEqual([`list ids ${longest}`]);
  });

  test("returns all who share an address, newest sign-in first, those without a date last", async () => {
    const twins = [
      person(1, { email: "twins@example.com", authenticated_at: "yesterday" }),
      person(2, { email: "twins@example.com", authenticated_at: "2026-11-01T00:00:00Z" }),
      person(3, { email: "TWINS@example.com", authenticated_at: "2026-11-02T00:00:00Z" }),
      person(4, { email: "twins@example.com", authenticated_at: "2026-11-03T00:00:00Z" }),
    ];
    const answer = await fakeZone(twins).directory.lookUp(email("twins@example.com"));
    expect(answer.state === "found" && answer.users.map((user) => user.id)).toEqual([
      "user4",
      "user3",
      "user2",
      "user1",
    ]);
  });

  test("shows a subject only on an exact match", async () => {
    const zone = fakeZone([
      person(1, { subject: "auth0|abcdef" }),
      person(2, { subject: "auth0|abc" }),
    ]);
    expect(await zone.directory.lookUp(subject("auth0|abc"))).toMatchObject({
      users: [{ id: "user2" }],
    });
    expect(await zone.directory.lookUp(subject("auth0|ab"))).toEqual(absent);
    expect(await zone.directory.lookUp(subject("AUTH0|abc"))).toEqual(absent);
  });
});

describe("in a zone whose list ignores its parameters", () => {
  test.each([
    ["found by ID, in one call", id("user7"), found(person(7)), 1],
    ["found by e-mail", email("PERSON7@example.com"), found(person(7)), 2],
    ["absent by ID", id("nobody"), absent, 2],
    ["absent by e-mail", email("nobody@example.com"), absent, 2],
    ["absent by subject", subject("nobody"), absent, 2],
  ])("with 60 users, a second call makes it certain: %s", async (_, query, expected, calls) => {
    const zone = fakeZone(people(60), "ignores");
    expect(await zone.directory.lookUp(query)).toEqual(expected);
    expect(zone.calls).toHaveLength(calls);
    expect(zone.calls[1]).toBe(calls === 1 ? undefined : "list undefined undefined");
  });

  test("with 60 users, the second call decides for everyone who isn't in the first", async () => {
    const zone = fakeZone(people(60), "ignores");
    const answers = ["user7", "nobody", "no one"].map((one) => zone.directory.lookUp(id(one)));
    expect(await Promise.all(answers)).toEqual([found(person(7)), absent, absent]);
    expect(zone.calls).toEqual(["list ids user7,nobody,no one", "list undefined undefined"]);
  });

  test.each([
    ["an ID beyond the first 100 is settled by retrieve", id("user120"), found(person(120))],
    ["an absent ID too", id("nobody"), absent],
    ["an e-mail beyond the first 100: cannot tell", email("person120@example.com"), cannotTell],
    ["an absent e-mail: cannot tell", email("nobody@example.com"), cannotTell],
    ["a subject: cannot tell", subject("nobody"), cannotTell],
  ])("with 140 users %s", async (_, query, expected) => {
    expect(await fakeZone(people(140), "ignores").directory.lookUp(query)).toEqual(expected);
  });

  test("with 140 users, a person found by e-mail may not be the only one", async () => {
    const zone = fakeZone(people(140), "ignores");
    expect(await zone.directory.lookUp(email("person7@example.com"))).toEqual({
      ...found(person(7)),
      doubt: "first-100-only",
    });
  });

  test("doesn't take an empty reply for absence if only the e-mail filter works", async () => {
    const zone = fakeZone(people(140), "emails-only");
    expect(await zone.directory.lookUp(email("person120@example.com"))).toEqual({
      ...found(person(120)),
      doubt: "first-100-only",
    });
    expect(await zone.directory.lookUp(email("nobody@example.com"))).toEqual(cannotTell);
    expect(zone.calls).toEqual([
      "list queryEmail person120@example.com",
      "list emails person120@example.com",
      // From then on, the first 100 are known, and only the filter is worth a request.
      "list emails nobody@example.com",
    ]);
  });

  test("someone among the first 100 doesn't hide another with the same address", async () => {
    const twin = person(120, { email: "person7@example.com" });
    const all = people(140).map((one) => (one.id === twin.id ? twin : one));
    const zone = fakeZone(all, "emails-only");
    expect(await zone.directory.lookUp(email("person7@example.com"))).toEqual({
      ...found(person(7), twin),
      doubt: "first-100-only",
    });
  });
});

describe("subjects and identifiers", () => {
  const identifier = (value: string): Query => ({ kind: "identifier", value });
  const erin = person(71, { identifier: "E-1042", subject: "okta|erin" });
  const ezra = person(72, { identifier: "e-1042", subject: "okta|ezra" });
  const late = person(249, { identifier: "E-2000", subject: "okta|late" });
  const crowd = people(250).map((one) => [erin, ezra, late].find(({ id }) => id === one.id) ?? one);
  const today = (user: User): User => ({ ...user, rolesCounted: "all" });

  test("a zone of the current generation finds anyone with one exact call", async () => {
    const zone = fakeZone(crowd, "filters", { generation: "today" });
    expect(await zone.directory.lookUp(identifier("E-1042"))).toEqual(found(today(erin)));
    expect(await zone.directory.lookUp(identifier("e-1042"))).toEqual(found(today(ezra)));
    expect(await zone.directory.lookUp(subject("okta|late"))).toEqual(found(today(late)));
    expect(zone.calls).toEqual([
      "list identifiers E-1042",
      "list identifiers e-1042",
      "list subjects okta|late",
    ]);
  });

  test("and says who is absent: for a subject, only after asking for parts of it too", async () => {
    const zone = fakeZone(crowd, "filters", { generation: "today" });
    expect(await zone.directory.lookUp(subject("okta|e"))).toEqual(absent);
    expect(zone.calls).toEqual(["list subjects okta|e", "list querySubject okta|e"]);
    expect(await zone.directory.lookUp(identifier("E-104"))).toMatchObject({ state: "absent" });
  });

  test.each([true, false])(
    "an older zone (strict: %s) is asked for parts of a subject",
    async (strict) => {
      const zone = fakeZone(crowd, "filters", { strict });
      expect(await zone.directory.lookUp(subject("okta|late"))).toEqual(found(late));
      expect(zone.calls).toEqual(["list subjects okta|late", "list querySubject okta|late"]);
      // That it doesn't know the filter is remembered, by the next worker too.
      expect(await zone.restart().lookUp(subject("okta|l"))).toEqual(absent);
      expect(zone.calls.slice(2)).toEqual(["list querySubject okta|l"]);
    },
  );

  test("an older zone is asked with the new filter again after a while, however often it was asked until then", async () => {
    const zone = fakeZone(crowd);
    await zone.directory.lookUp(subject("okta|late"));
    zone.pass(CONTRACT_MEMORY_MS - 1);
    await zone.directory.lookUp(subject("okta|erin"));
    zone.pass(1);
    await zone.directory.lookUp(subject("okta|ezra"));
    expect(zone.calls.slice(2)).toEqual([
      "list querySubject okta|erin",
      "list subjects okta|ezra",
      "list querySubject okta|ezra",
    ]);
  });

  test("that a strict zone is an older one saves lookups of identifiers, unless a private window has shown it", async () => {
    const zone = fakeZone(crowd, "filters", { strict: true });
    await zone.directory.lookUp(subject("okta|late"), { isPrivate: true });
    expect(zone.session.all()).toEqual({});
    await zone.directory.lookUp(subject("okta|late"));
    zone.calls.length = 0;
    await zone.directory.search("nobody");
    expect(zone.calls).toEqual(["list query nobody"]);
  });

  test("a subject that the exact filter refuses is found by parts of it, without a doubt", async () => {
    const zone = fakeZone(crowd, "filters", { generation: "today" });
    await zone.directory.lookUp(subject("okta|erin"));
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      params.subjects
        ? { ok: false, error: { why: "badRequest", status: 400, message: "malformed" } }
        : list(given, params, options);
    expect(await zone.directory.lookUp(subject("okta|late"))).toEqual(found(today(late)));
  });

  test("a zone that returns only its first 100, but applies the filter for identifiers, finds anyone", async () => {
    const zone = fakeZone(crowd, "exact-only", { generation: "today" });
    await zone.directory.lookUp(email("nobody@example.com"));
    zone.calls.length = 0;
    expect(await zone.directory.lookUp(identifier("E-2000"))).toEqual({
      ...found(today(late)),
      doubt: "first-100-only",
    });
    expect(zone.calls).toEqual(["list identifiers E-2000"]);
  });

  test("a zone that returns only its first 100, and refuses new parameters, rules out no one else", async () => {
    const zone = fakeZone(crowd, "ignores");
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      options?.ask === "today"
        ? { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } }
        : list(given, params, options);
    expect(await zone.directory.lookUp(identifier("E-2000"))).toEqual(cannotTell);
  });

  test.each([true, false])(
    "an older zone (strict: %s) can't be asked for an identifier: users in its list are found, and nothing is claimed about others",
    async (strict) => {
      const zone = fakeZone(crowd, "filters", { strict });
      expect(await zone.directory.lookUp(identifier("E-1042"))).toEqual({
        ...found(erin),
        doubt: "not-askable",
      });
      for (const value of ["E-2000", "nobody"])
        expect(await zone.directory.lookUp(identifier(value))).toEqual({
          state: "inconclusive",
          doubt: "not-askable",
          asOf: NOW,
        });
      expect(zone.calls).toHaveLength(strict ? 4 : 3);
    },
  );

  test.each([["filters"], ["ignores"]] as const)(
    "a small zone that %s answers any identifier with its whole directory",
    async (mode) => {
      const zone = fakeZone([erin, ezra, ...people(50)], mode);
      expect(await zone.directory.lookUp(identifier("E-1042"))).toEqual(found(erin));
      expect(await zone.directory.lookUp(identifier("nobody"))).toEqual(absent);
      expect(zone.calls.slice(0, 2)).toEqual([
        "list identifiers E-1042",
        "list undefined undefined",
      ]);
    },
  );

  test("a zone of the current generation that returns someone else contradicts itself", async () => {
    const zone = fakeZone(crowd, "filters", { generation: "today" });
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      params.identifiers ? list(given, { limit: 100 }, options) : list(given, params, options);
    expect(await zone.directory.lookUp(identifier("nobody"))).toMatchObject({
      state: "inconclusive",
      doubt: "contradictory",
    });
  });

  test("rules out no one beyond the first 100 if the zone returns only these", async () => {
    const zone = fakeZone(crowd, "ignores");
    expect(await zone.directory.lookUp(identifier("E-1042"))).toMatchObject({
      users: [{ id: erin.id }],
      doubt: "first-100-only",
    });
    expect(await zone.directory.lookUp(identifier("E-2000"))).toEqual(cannotTell);
    expect(await zone.directory.lookUp(subject("okta|late"))).toEqual(cannotTell);
  });
});

describe("one odd reply", () => {
  const emailOf = (n: number) => email(`person${n}@example.com`);
  const stray = person(0);
  const odd = (fields: Partial<Page<User>>): Page<User> => ({
    items: [stray],
    after: undefined,
    before: undefined,
    totalCount: 0,
    unread: 0,
    ...fields,
  });

  /** Replaces the nth list reply from now on. */
  function answerOnce(zone: FakeZone, page: Page<User>, nth = 1): void {
    const list = zone.client.listUsers;
    let left = nth;
    zone.client.listUsers = async (...given) => {
      left -= 1;
      const reply = await list(...given);
      return left === 0 ? { ok: true, value: page } : reply;
    };
  }

  test.each<[string, Page<User>]>([
    ["someone who wasn't asked for, with a count", odd({ totalCount: 1 })],
    ["someone who wasn't asked for, with a next page", odd({ after: "c" })],
    ["someone who wasn't asked for, without a count", odd({ totalCount: undefined })],
    ["someone who wasn't asked for, as if parameters were ignored", odd({})],
    ["no one, but counts one", odd({ items: [], totalCount: 1 })],
  ])("makes no one absent if it contains %s", async (_, page) => {
    for (const nth of [1, 2]) {
      const zone = fakeZone(people(250));
      answerOnce(zone, page, nth);
      expect(await zone.directory.lookUp(email("nobody@example.com"))).toEqual({
        state: "inconclusive",
        doubt: "contradictory",
        asOf: NOW,
      });
      // Nor is it believed later.
      for (const n of [1, 2, 200])
        expect(await zone.directory.lookUp(emailOf(n))).toEqual(found(person(n)));
    }
  });

  test.each([odd({ totalCount: 1 }), odd({})])(
    "doesn't hide anyone who exists: %j",
    async (page) => {
      const zone = fakeZone(people(250));
      answerOnce(zone, page);
      expect(await zone.directory.lookUp(emailOf(7))).toEqual({
        ...found(person(7)),
        doubt: "contradictory",
      });
      answerOnce(zone, page);
      expect(await zone.directory.lookUp(id("user8"))).toEqual(found(person(8)));
      expect(await zone.directory.lookUp(id("nobody"))).toEqual(absent);
    },
  );

  test("doesn't end a search: whoever was found is shown, and nothing is claimed about others", async () => {
    const zone = fakeZone(people(250));
    answerOnce(zone, odd({ items: [person(7), stray] }));
    expect(await zone.directory.search("person7@")).toMatchObject({
      users: [{ id: "user7" }],
      doubt: "contradictory",
    });
    answerOnce(zone, odd({}));
    expect(await zone.directory.search("nobody")).toMatchObject({
      state: "inconclusive",
      doubt: "contradictory",
    });
  });

  test("without an answer that confirms it, leaves the result open", async () => {
    const zone = fakeZone(people(60), "ignores");
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      params.queryEmail
        ? list(given, params, options)
        : { ok: false, error: { why: "network", message: "gone" } };
    expect(await zone.directory.lookUp(email("nobody@example.com"))).toEqual({
      state: "failed",
      failure: { why: "network" },
    });
  });

  test("without an answer that confirms it, still shows those whom it contains", async () => {
    const zone = fakeZone(people(60), "ignores");
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      (params.queryEmail ?? params.query)
        ? list(given, params, options)
        : { ok: false, error: { why: "limited", status: 429, message: "slow down" } };
    const doubtful = { users: [{ id: "user7" }], doubt: "contradictory" };
    expect(await zone.directory.lookUp(emailOf(7))).toMatchObject(doubtful);
    expect(await zone.directory.search("person7@")).toMatchObject(doubtful);
    expect(await zone.directory.search("no body")).toMatchObject({ failure: { why: "limited" } });
  });

  test("from a zone that has recently filtered doesn't make it one that ignores filters", async () => {
    const zone = fakeZone(people(60));
    await zone.directory.lookUp(id("user1"));
    zone.setMode("ignores");
    expect(await zone.directory.lookUp(email("nobody@example.com"))).toMatchObject({
      doubt: "contradictory",
    });
    zone.pass(CONTRACT_MEMORY_MS);
    expect(await zone.directory.lookUp(email("nobody2@example.com"))).toMatchObject({
      state: "absent",
    });
  });
});

describe("several lookups at once", () => {
  const all = (zone: ReturnType<typeof fakeZone>, queries: Query[]) =>
    Promise.all(queries.map((query) => zone.directory.lookUp(query)));

  test.each([1, 99, 100, 101, 1_000])("%i distinct IDs cost ceil(n / 100) requests", async (n) => {
    const zone = fakeZone(people(n));
    const answers = await all(
      zone,
      people(n).map((user) => id(user.id)),
    );
    expect(answers.every((answer) => answer.state === "found")).toBe(true);
    expect(zone.calls).toHaveLength(Math.ceil(n / 100));
  });

  test("a single lookup has a person's priority unless it is part of a list", async () => {
    const run = vi.spyOn(OPEN, "run");
    onTestFinished(() => run.mockRestore());
    const { directory } = fakeZone(people(2));
    await directory.lookUp(id("user0"));
    await directory.lookUp(id("user1"), { priority: "bulk" });
    expect(run.mock.calls.map(([, { priority }]) => priority)).toEqual(["person", "bulk"]);
  });

  test("50 addresses are sent in one call, 120 in three", async () => {
    for (const [n, calls] of [
      [50, 1],
      [120, 3],
    ] as const) {
      const zone = fakeZone(people(n));
      await all(
        zone,
        people(n).map((user) => email(user.email ?? "")),
      );
      expect(zone.calls).toHaveLength(calls);
    }
  });

  test("the same person looked up twice at the same time, in any spelling, is requested once", async () => {
    const zone = fakeZone(people(9));
    const answers = await all(zone, [
      email("person7@example.com"),
      email("PERSON7@example.com"),
      email("person7@example.com"),
    ]);
    expect(answers.map((answer) => answer.state)).toEqual(["found", "found", "found"]);
    expect(zone.calls).toHaveLength(1);
  });

  test("a case-sensitive zone is asked for each spelling as written, together and one after another", async () => {
    const minding = { holds: (field: string, part: string) => field.includes(part) };
    const ada = person(1, { email: "Ada@Example.com" });
    const [small, asStored] = [email("ada@example.com"), email("Ada@Example.com")];
    const together = await all(fakeZone([ada], "filters", minding), [small, asStored]);
    expect(together[1]).toEqual(found(ada));
    const { directory } = fakeZone([ada, person(2)], "filters", minding);
    expect(await directory.lookUp(small)).toEqual(absent);
    expect(await directory.lookUp(asStored)).toEqual(found(ada));
    expect(await directory.lookUp(small)).toEqual(found(ada));
  });

  test("in a zone without filtering and with 60 users, two calls serve all lookups and searches", async () => {
    const zone = fakeZone(people(60), "ignores");
    await zone.directory.lookUp(email("person7@example.com"));
    await all(zone, [id("user1"), id("nobody"), email("nobody@example.com"), subject("x|y")]);
    await zone.directory.search("person");
    expect(zone.calls).toHaveLength(2);
  });

  test("aborts a lookup when no one waits for it any more, but not while someone else does", async () => {
    const zone = fakeZone(people(9));
    const signals: (AbortSignal | undefined)[] = [];
    const replies: (() => void)[] = [];
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) => {
      signals.push(options?.signal);
      await new Promise<void>((resolve) => replies.push(resolve));
      return list(given, params, options);
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const first = zone.directory.lookUp(id("user1"), { signal: one.signal });
    const second = zone.directory.lookUp(id("user1"), { signal: two.signal });
    await expect.poll(() => replies).toHaveLength(1);
    one.abort();
    expect(await first).toMatchObject({ state: "failed", failure: { why: "aborted" } });
    expect(signals[0]?.aborted).toBe(false);
    replies[0]?.();
    expect(await second).toMatchObject({ state: "found" });

    const third = zone.directory.lookUp(id("user2"), { signal: one.signal });
    expect(await third).toMatchObject({ failure: { why: "aborted" } });
    const three = new AbortController();
    const fourth = zone.directory.lookUp(id("user3"), { signal: three.signal });
    await expect.poll(() => replies).toHaveLength(2);
    three.abort();
    await fourth;
    expect(signals[1]?.aborted).toBe(true);
  });
});

describe("caching", () => {
  test("keeps an answer for 5 minutes; up to an hour it is returned at once, while a newer one is requested", async () => {
    const zone = fakeZone(people(9));
    const told: Answer[] = [];
    const ask = () =>
      zone.directory.lookUp(id("user1"), { onStale: (answer) => told.push(answer) });
    await ask();
    zone.pass(CACHE_FRESH_MS - 1);
    expect(await ask()).toEqual(found(person(1)));
    expect(told).toEqual([]);
    expect(zone.calls).toHaveLength(1);

    zone.pass(1);
    const newer = ask();
    await expect.poll(() => told).toEqual([{ ...found(person(1)), stale: true }]);
    expect(await newer).toEqual({ ...found(person(1)), asOf: NOW + CACHE_FRESH_MS });
    expect(told).toHaveLength(1);
    expect(zone.calls).toHaveLength(2);
    // From then on, the newer one is cached.
    expect(await ask()).toEqual(await newer);
    expect(zone.calls).toHaveLength(2);

    zone.pass(CACHE_STALE_MS);
    await ask();
    expect(told).toHaveLength(1);
    expect(zone.calls).toHaveLength(3);
  });

  test("returns what is cached, also if it is old, without a request", async () => {
    const zone = fakeZone(people(9));
    expect(await zone.directory.kept(id("user1"))).toBeUndefined();
    await zone.directory.lookUp(id("user1"));
    expect(await zone.directory.kept(id("user1"))).toEqual(found(person(1)));
    zone.pass(CACHE_FRESH_MS);
    expect(await zone.directory.kept(id("user1"))).toEqual({ ...found(person(1)), stale: true });
    expect(zone.calls).toHaveLength(1);
  });

  test("waits for the newer answer if the caller doesn't take an old one", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    expect(await zone.directory.lookUp(id("user1"))).toEqual({
      ...found(person(1)),
      asOf: NOW + CACHE_FRESH_MS,
    });
  });

  test("doesn't request a newer answer twice while one is under way", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    const told: Promise<Answer>[] = [];
    await zone.directory.lookUp(id("user1"), {
      onStale: () => told.push(zone.directory.lookUp(id("user1"), { fresh: true })),
    });
    expect(await told[0]).not.toHaveProperty("stale");
    expect(zone.calls).toHaveLength(2);
  });

  test("aborts the request for a newer answer when the last caller has left, and not before", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    const [one, two] = [new AbortController(), new AbortController()];
    let signal: AbortSignal | undefined;
    const begun = new Promise<void>((resolve) => {
      zone.client.listUsers = async (_, __, options) => {
        signal = options?.signal;
        resolve();
        return new Promise(() => undefined);
      };
    });
    const newer = [one, two].map((who) =>
      zone.directory.lookUp(id("user1"), { signal: who.signal, onStale: () => undefined }),
    );
    await begun;
    one.abort();
    expect(await newer[0]).toMatchObject({ failure: { why: "aborted" } });
    expect(signal?.aborted).toBe(false);
    two.abort();
    expect(await newer[1]).toMatchObject({ failure: { why: "aborted" } });
    expect(signal?.aborted).toBe(true);
  });

  test("a caller that has already left gets an old answer, and nothing is requested", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    await zone.directory.lookUp(id("user1"), { signal: AbortSignal.abort() });
    await zone.directory.lookUp(id("user2"));
    expect(zone.calls).toEqual(["list ids user1", "list ids user2"]);
  });

  test("in a private window, returns the old answer, and doesn't keep the newer one", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    const before = zone.session.all();
    zone.pass(CACHE_FRESH_MS);
    const onStale = vi.fn();
    const newer = await zone.directory.lookUp(id("user1"), { isPrivate: true, onStale });
    expect(onStale).toHaveBeenCalledOnce();
    expect(newer).toMatchObject({ state: "found", asOf: NOW + CACHE_FRESH_MS });
    expect(zone.session.all()).toEqual(before);
  });

  test("keeps an absence for a minute, a failure never", async () => {
    const zone = fakeZone([]);
    await zone.directory.lookUp(email("NOBODY@example.com"));
    await zone.directory.lookUp(email("nobody@example.com"));
    expect(zone.calls).toHaveLength(2);
    zone.pass(CACHE_ABSENT_MS);
    await zone.directory.lookUp(email("nobody@example.com"));
    expect(zone.calls).toHaveLength(4);

    const failing = fakeZone([]);
    const calls = failLists(failing, { why: "network", message: "gone" });
    await failing.directory.lookUp(id("user1"));
    await failing.directory.lookUp(id("user1"));
    expect(calls()).toBe(2);
  });

  test("outlives the worker; Refresh bypasses it", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    const woken = zone.restart();
    expect(await woken.lookUp(id("user1"))).toEqual(found(person(1)));
    expect(zone.calls).toHaveLength(1);
    await woken.lookUp(id("user1"), { fresh: true });
    expect(zone.calls).toHaveLength(2);
  });

  test.each(["filters", "ignores"] as const)(
    "keeps nothing from a private window, of a zone that %s its parameters",
    async (mode) => {
      const zone = fakeZone(people(9), mode);
      await zone.directory.lookUp(id("user1"), { isPrivate: true });
      await zone.directory.lookUp(email("person2@example.com"), { isPrivate: true });
      await zone.directory.search("person", undefined, { isPrivate: true });
      expect(zone.session.all()).toEqual({});
    },
  );

  test("keeps 1,000 answers at most, and evicts the least recently used first", async () => {
    const zone = fakeZone(people(1_050));
    for (let n = 0; n < 1_050; n += 50)
      await Promise.all(
        people(1_050)
          .slice(n, n + 50)
          .map((user) => zone.directory.lookUp(id(user.id))),
      );
    const kept = Object.keys(zone.session.all()).filter((key) => key.startsWith("answer."));
    expect(kept).toHaveLength(1_000);
    expect(kept.some((key) => key.endsWith("id:user0"))).toBe(false);
    expect(kept.some((key) => key.endsWith("id:user1049"))).toBe(true);
  });

  test("uses a zone's list for 5 minutes, and remembers for 10 that the zone doesn't filter", async () => {
    const zone = fakeZone(people(140), "ignores");
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    await zone.directory.lookUp(id("user2"));
    expect(zone.calls).toEqual(["list ids user1", "retrieve user2"]);
    zone.pass(CONTRACT_MEMORY_MS - CACHE_FRESH_MS);
    await zone.directory.lookUp(id("user3"));
    expect(zone.calls.slice(2)).toEqual(["list ids user3"]);
  });

  test("an answer from a zone's list is as old as the list, and Refresh bypasses it", async () => {
    const zone = fakeZone(people(60), "ignores");
    await zone.directory.lookUp(id("user1"));
    zone.pass(1_000);
    expect(await zone.directory.lookUp(id("user2"))).toEqual(found(person(2)));
    const asOf = NOW + 1_000;
    const byEmail = await zone.directory.lookUp(email("person3@example.com"));
    expect(byEmail).toEqual({ ...found(person(3)), asOf });
    zone.pass(1_000);
    expect(await zone.directory.lookUp(id("nobody"))).toEqual({ ...absent, asOf });
    // The list, and the same without a filter.
    expect(zone.calls).toHaveLength(2);
    const fresh = { fresh: true };
    expect(await zone.directory.lookUp(id("user4"), fresh)).toMatchObject({ asOf: NOW + 2_000 });
    expect(await zone.directory.lookUp(email("person5@example.com"), fresh)).toMatchObject({
      asOf: NOW + 2_000,
    });
    expect(zone.calls).toHaveLength(4);
  });

  test("in a zone known by its first 100 users, one more user is retrieved, and several are listed", async () => {
    const zone = fakeZone(people(140), "ignores");
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    await Promise.all([zone.directory.lookUp(id("user2")), zone.directory.lookUp(id("user3"))]);
    expect(zone.calls).toEqual(["list ids user1", "list ids user2,user3"]);
  });

  test("Refresh requests the list even if its first 100 users are known", async () => {
    const zone = fakeZone(people(140), "ignores");
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    zone.setMode("filters");
    await zone.directory.lookUp(id("user120"), { fresh: true });
    expect(zone.calls).toEqual(["list ids user1", "list ids user120"]);
  });

  test("notices at the next list call that a zone has started to filter", async () => {
    const zone = fakeZone(people(60), "ignores");
    await zone.directory.lookUp(email("nobody@example.com"));
    expect(zone.calls).toHaveLength(2);
    zone.pass(CACHE_FRESH_MS);
    zone.setMode("filters");
    await zone.directory.lookUp(id("user2"));
    await zone.directory.lookUp(id("user3"));
    expect(zone.calls.slice(2)).toEqual(["list ids user2", "list ids user3"]);
  });
});

describe("a refused key", () => {
  test("stops everything until someone insists", async () => {
    const zone = fakeZone(people(9));
    const list = zone.client.listUsers;
    const calls = failLists(zone, { why: "keyRefused", status: 401, message: "revoked" });
    for (const n of [1, 2, 3])
      expect(await zone.directory.lookUp(id(`user${n}`))).toMatchObject({
        failure: { why: "keyRefused" },
      });
    expect(calls()).toBe(1);
    zone.client.listUsers = list;
    expect(await zone.directory.lookUp(id("user1"), { fresh: true })).toEqual(found(person(1)));
    expect(await zone.directory.lookUp(id("user2"))).toEqual(found(person(2)));
  });

  test("isn't used again to refresh an old answer, because no one insists", async () => {
    const zone = fakeZone(people(9));
    await zone.directory.lookUp(id("user1"));
    zone.pass(CACHE_FRESH_MS);
    const calls = failLists(zone, { why: "keyRefused", status: 401, message: "revoked" });
    await zone.directory.lookUp(id("user2"));
    const onStale = vi.fn();
    const newer = await zone.directory.lookUp(id("user1"), { onStale });
    expect(onStale).toHaveBeenCalledOnce();
    expect(newer).toMatchObject({ failure: { why: "keyRefused" } });
    expect(calls()).toBe(1);
  });
});

describe("failures", () => {
  test("say why, and when to retry", async () => {
    const zone = fakeZone([]);
    failLists(zone, {
      why: "limited",
      status: 429,
      message: "slow down",
      retryAfterMs: 60_000,
    });
    expect(await zone.directory.lookUp(email("a@example.com"))).toEqual({
      state: "failed",
      failure: { why: "limited", detail: "slow down", status: 429, retryAt: NOW + 60_000 },
    });
  });

  test.each([
    { why: "badRequest", status: 400, message: "filter[id] is malformed" },
    { why: "badRequest", message: "An id is too long." },
  ] as const)(
    "retrieve may still find an ID whose format the filter refuses ($why)",
    async (error) => {
      const zone = fakeZone([person(1)]);
      failLists(zone, error);
      expect(await zone.directory.lookUp(id("user1"))).toEqual(found(person(1)));
    },
  );

  test("doesn't take an ID for absent if only the list has answered", async () => {
    const zone = fakeZone([]);
    zone.client.retrieveUser = async () => ({
      ok: false,
      error: { why: "server", status: 500, message: "down" },
    });
    expect(await zone.directory.lookUp(id("user1"))).toEqual({
      state: "failed",
      failure: { why: "server", status: 500, detail: "down" },
    });
  });

  test("reports the failure only for those addresses of a batch that it leaves open", async () => {
    const zone = fakeZone(people(9));
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      params.queryEmail
        ? list(given, params, options)
        : { ok: false, error: { why: "network", message: "gone" } };
    const [there, open] = await Promise.all([
      zone.directory.lookUp(email("person1@example.com")),
      zone.directory.lookUp(email("nobody@example.com")),
    ]);
    expect(there).toEqual(found(person(1)));
    expect(open).toEqual({ state: "failed", failure: { why: "network" } });
  });

  test.each([1, 2])(
    "asks a zone that refuses the substring query exactly for %i addresses, and rules out no one",
    async (count) => {
      const zone = fakeZone(people(9));
      const list = zone.client.listUsers;
      zone.client.listUsers = async (given, params, options) =>
        params.queryEmail
          ? { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } }
          : list(given, params, options);
      const doubt = "not-askable";
      const [there, open] = await Promise.all(
        ["person1@example.com", "nobody@example.com"]
          .slice(-count)
          .map((value) => zone.directory.lookUp(email(value))),
      );
      const none = { state: "inconclusive", doubt, asOf: NOW };
      expect([there, open]).toEqual(
        count === 1 ? [none, undefined] : [{ ...found(person(1)), doubt }, none],
      );
    },
  );

  test("one refused address of 50 affects no other", async () => {
    const zone = fakeZone(people(49));
    const list = zone.client.listUsers;
    zone.client.listUsers = async (given, params, options) =>
      [params.queryEmail, params.emails].some((sent) => sent?.includes("bad@example.com"))
        ? { ok: false, error: { why: "badRequest", status: 400, message: "too long" } }
        : list(given, params, options);
    const values = [...people(48).map((_, n) => `person${n}@example.com`), "nobody@example.com"];
    values.splice(20, 0, "bad@example.com");
    const answers = await Promise.all(values.map((value) => zone.directory.lookUp(email(value))));
    expect(answers.splice(20, 1)).toMatchObject([{ state: "failed", failure: { status: 400 } }]);
    expect(answers.pop()).toEqual(absent);
    expect(answers).toEqual(people(48).map((one) => found(one)));
  });

  test("doesn't ask in another way for an address whose first list failed", async () => {
    const zone = fakeZone([]);
    const calls = failLists(zone, { why: "timeout", message: "late" });
    expect(await zone.directory.lookUp(email("a@example.com"))).toEqual({
      state: "failed",
      failure: { why: "timeout" },
    });
    expect(calls()).toBe(1);
  });

  test("doesn't retrieve someone by ID whose list failed", async () => {
    const zone = fakeZone(people(9));
    failLists(zone, { why: "timeout", message: "late" });
    expect(await zone.directory.lookUp(id("user1"))).toEqual({
      state: "failed",
      failure: { why: "timeout" },
    });
    expect(zone.calls).toEqual([]);
  });

  test("a missing zone isn't an absent user", async () => {
    const zone = fakeZone([]);
    failLists(zone, { why: "notFound", status: 404, message: "no such zone" });
    expect(await zone.directory.lookUp(id("user1"))).toMatchObject({
      failure: { why: "zoneNotFound" },
    });
  });
});
