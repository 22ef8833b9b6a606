import { describe, expect, test } from "vitest";
import { type KeycardError, userId } from "../keycard/index.ts";
import { API_ID_MAX_CHARS, CACHE_FRESH_MS } from "../limits.ts";
import {
  type FakeZone,
  failLists,
  fakeZone,
  holdsAsLike,
  NOW,
  person,
  watchLists,
} from "./fake-zone.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const absent = { state: "absent", asOf: NOW };

describe("search", () => {
  test("finds part of an e-mail or subject", async () => {
    const zone = fakeZone([...people(9), person(50, { subject: "okta|PERSON7" })]);
    expect(await zone.directory.search("person7")).toMatchObject({
      state: "found",
      users: [{ id: "user7" }, { id: "user50" }],
    });
    expect(zone.calls).toEqual(["list query person7"]);
    // A subject that contains the text isn't a sign of a zone without filtering.
    expect(await zone.directory.lookUp({ kind: "id", value: "user3" })).toMatchObject({
      state: "found",
    });
  });

  test("reports how many the zone counts, if it counts and filters", async () => {
    const counted = await fakeZone(people(221)).directory.search("person");
    expect(counted).toMatchObject({ state: "found", total: 221, after: "next" });
    const uncounted = fakeZone(people(130));
    const list = uncounted.client.listUsers;
    uncounted.client.listUsers = async (...given) => {
      const reply = await list(...given);
      return reply.ok ? { ok: true, value: { ...reply.value, totalCount: undefined } } : reply;
    };
    expect(await uncounted.directory.search("person")).not.toHaveProperty("total");
    // In the query, "_" matches any character.
    const loose = fakeZone(
      [...people(9), person(20, { email: "person_x@example.com" })],
      "filters",
      {
        holds: holdsAsLike,
      },
    );
    expect(await loose.directory.search("person_")).not.toHaveProperty("total");
    // The count of a zone that ignores its parameters means nothing.
    expect(await fakeZone(people(30), "ignores").directory.search("person")).not.toHaveProperty(
      "total",
    );
  });

  test("sorts by newest sign-in, as requested from the API", async () => {
    const zone = fakeZone([
      person(1, { authenticated_at: "2026-11-01T00:00:00Z" }),
      person(2, { authenticated_at: "2026-11-02T00:00:00Z" }),
    ]);
    const asked = watchLists(zone);
    expect(await zone.directory.search("person")).toMatchObject({
      users: [{ id: "user2" }, { id: "user1" }],
    });
    expect(asked).toMatchObject([{ query: ["person"], sort: ["-authenticated_at"] }]);
    expect(asked[0]).not.toHaveProperty("after");
  });

  test("looks a complete address up exactly first", async () => {
    const zone = fakeZone(people(30));
    expect(await zone.directory.search("person7@example.com")).toMatchObject({
      users: [{ id: "user7" }],
      searched: ["email"],
    });
    expect(zone.calls).toEqual(["list queryEmail person7@example.com"]);
  });

  test("answers a complete address from the cache, however old, without a request", async () => {
    const zone = fakeZone(people(30));
    await zone.directory.search("person7@example.com");
    zone.pass(CACHE_FRESH_MS);
    expect(await zone.directory.search("person7@example.com")).toMatchObject({
      users: [{ id: "user7" }],
      asOf: NOW,
    });
    expect(zone.calls).toHaveLength(1);
  });

  test("doesn't keep someone who was looked up in a private window", async () => {
    const zone = fakeZone(people(30));
    await zone.directory.search("person7@example.com", undefined, { isPrivate: true });
    expect(zone.session.all()).toEqual({});
  });

  test("looks a complete user ID up exactly too", async () => {
    const id = "ab3def8hij2klm9opq5rst7uvw";
    const zone = fakeZone([person(1, { id: userId(id) })]);
    expect(await zone.directory.search(id)).toMatchObject({ users: [{ id }] });
  });

  test("looks an ID that doesn't exist up only once, even if nothing can be cached", async () => {
    const id = "ab3def8hij2klm9opq5rst7uvw";
    const zone = fakeZone(people(9));
    const unseen = { isPrivate: true };
    expect(await zone.directory.search(id, undefined, unseen)).toMatchObject(absent);
    expect(zone.calls.filter((call) => call === `retrieve ${id}`)).toHaveLength(1);
  });

  test("looks an ID of an unknown format up if nothing else is found", async () => {
    const zone = fakeZone([person(1, { id: userId("usr_0001-X") })]);
    expect(await zone.directory.search("usr_0001-X")).toMatchObject({
      users: [{ id: "usr_0001-X" }],
    });
    expect(await zone.directory.search("usr_0002-X")).toMatchObject(absent);
  });

  test("says that there are more pages, and continues by cursor", async () => {
    const zone = fakeZone(people(130));
    expect(await zone.directory.search("person")).toMatchObject({ after: "next" });
    const asked = watchLists(zone);
    await zone.directory.search("person", "next");
    expect(asked).toMatchObject([{ query: ["person"], after: "next" }]);
    expect(zone.calls).toEqual(["list query person", "list query person"]);
    expect(await fakeZone(people(9)).directory.search("person")).not.toHaveProperty("after");
  });

  test("neither looks up exactly nor uses a zone's list when it continues", async () => {
    const zone = fakeZone(people(60), "ignores");
    await zone.directory.search("person7@example.com");
    await zone.directory.search("person7@example.com", "next");
    expect(zone.calls).toEqual([
      "list queryEmail person7@example.com",
      "list undefined undefined",
      "list query person7@example.com",
    ]);
  });

  test("looks no ID up when a list continues without a match", async () => {
    const zone = fakeZone(people(9));
    expect(await zone.directory.search("usr_0001-X", "next")).toMatchObject({ state: "absent" });
    expect(zone.calls).toEqual(["list query usr_0001-X,usr_0001-x"]);
  });

  test.each(["see person7@example.com", "person7@example.com or", "person7@example.com "])(
    "an address with more text around it is just text: %j",
    async (text) => {
      const zone = fakeZone(people(9));
      expect(await zone.directory.search(text)).toMatchObject(absent);
      expect(zone.calls).toEqual([`list query ${text}`]);
    },
  );

  test("searches as text for a complete address that no one has", async () => {
    const zone = fakeZone([person(1, { email: "not-ada@example.com" })]);
    expect(await zone.directory.search("ada@example.com")).toMatchObject({
      users: [{ id: "user1" }],
    });
  });

  test.each(["usr_001", "usr 0001", "usr/0001", "usr@0001"])(
    "%j isn't an ID, and isn't looked up as one",
    async (text) => {
      const zone = fakeZone([]);
      expect(await zone.directory.search(text)).toMatchObject(absent);
      expect(zone.calls.filter((call) => call.includes(" ids "))).toEqual([]);
    },
  );

  test.each([
    [
      "that it is malformed doesn't exist",
      { why: "badRequest", status: 400 },
      { ...absent, searched: ["email", "subject", "identifier", "id"] },
    ],
    ["that it can't be processed doesn't exist", { why: "badRequest", status: 422 }, absent],
    [
      "nothing, because it can't be sent, may exist",
      { why: "badRequest" },
      { failure: { why: "badRequest" } },
    ],
    [
      "nothing but a web page wasn't searched for",
      { why: "invalidReply" },
      { ...absent, searched: ["email", "subject", "identifier"] },
    ],
    ["something else may exist", { why: "server", status: 500 }, { failure: { why: "server" } }],
  ] as const)("an unusual ID for which the API says %s", async (_, error, expected) => {
    const zone = fakeZone([]);
    zone.client.retrieveUser = async () => ({
      ok: false,
      error: { message: "no", ...error } as KeycardError,
    });
    expect(await zone.directory.search("usr_0001")).toMatchObject(expected);
  });

  test("a full page without a count or a cursor isn't complete until the zone was seen to page", async () => {
    const zone = fakeZone(Array.from({ length: 221 }, (_, n) => person(n)));
    const { listUsers } = zone.client;
    const uncounted = (after: string | undefined) => {
      zone.client.listUsers = async (...asked) => {
        const reply = await listUsers(...asked);
        return reply.ok
          ? { ok: true, value: { ...reply.value, after, totalCount: undefined } }
          : reply;
      };
    };
    uncounted(undefined);
    expect(await zone.directory.search("person")).toMatchObject({
      state: "found",
      doubt: "first-100-only",
    });
    uncounted("next");
    expect(await zone.directory.search("example")).not.toHaveProperty("doubt");
    uncounted(undefined);
    expect(await zone.directory.search("person")).not.toHaveProperty("doubt");
  });

  test.each(["filters", "ignores"] as const)(
    "finds part of an address whose domain is in its other form, in a zone that %s its parameters",
    async (mode) => {
      const roles = ["admin"];
      const role_assignments = [{ role_identifier: "admin", source: "user" }];
      const [ascii, unicode] = [
        person(1, { email: "info@xn--bcher-kva.example", role_assignments }),
        person(2, { email: "info@gr\u00fcn.example", role_assignments }),
      ];
      const zone = fakeZone([ascii, unicode, person(3)], mode, { generation: "today" });
      for (const [text, { id }] of [
        ["@B\u00fccher.exam", ascii],
        ["b\u00fccher", ascii],
        ["fo@xn--grn-ioa.example", unicode],
        ["XN--GRN-IOA", unicode],
      ] as const) {
        const found = { state: "found", users: [{ id }] };
        expect(await zone.directory.search(text), text).toMatchObject(found);
        expect(await zone.directory.search(text, undefined, { roles }), text).toMatchObject(found);
      }
    },
  );

  test("reports a failed list, and then tries no ID", async () => {
    const zone = fakeZone([person(1, { id: userId("usr_0001") })]);
    const calls = failLists(zone, { why: "network", message: "gone" });
    expect(await zone.directory.search("usr_0001")).toEqual({
      state: "failed",
      failure: { why: "network" },
    });
    expect(calls()).toBe(1);
    expect(zone.calls).toEqual([]);
  });

  test("reports a failed exact lookup, and then doesn't search for the text", async () => {
    const zone = fakeZone([]);
    const calls = failLists(zone, { why: "network", message: "gone" });
    expect(await zone.directory.search("ada@example.com")).toEqual({
      state: "failed",
      failure: { why: "network" },
    });
    expect(calls()).toBe(1);
  });

  test("answers from a zone's list are as old as the list", async () => {
    const zone = fakeZone(people(60), "ignores");
    await zone.directory.search("person7");
    zone.pass(1_000);
    expect(await zone.directory.search("person59")).toMatchObject({ asOf: NOW });
    expect(zone.calls).toEqual(["list query person7", "list undefined undefined"]);
  });

  test("aborts the search when the caller leaves", async () => {
    const zone = fakeZone(people(9));
    const leaving = new AbortController();
    let signal: AbortSignal | undefined;
    const list = zone.client.listUsers;
    zone.client.listUsers = (given, params, options) => {
      signal = options?.signal;
      return list(given, params, options);
    };
    await zone.directory.search("person", undefined, { signal: leaving.signal });
    expect(signal).toBe(leaving.signal);
    leaving.abort();
    expect(
      await zone.directory.search("person7@example.com", undefined, { signal: leaving.signal }),
    ).toMatchObject({ failure: { why: "aborted" } });
  });

  test("shows only users who match in a zone that ignores the query", async () => {
    const small = fakeZone(people(60), "ignores");
    expect(await small.directory.search("person59")).toMatchObject({ users: [{ id: "user59" }] });
    expect(await small.directory.search("nobody")).toMatchObject(absent);
    const large = fakeZone(people(140), "ignores");
    expect(await large.directory.search("person59")).toMatchObject({ doubt: "first-100-only" });
    expect(await large.directory.search("person120")).toMatchObject({ state: "inconclusive" });
  });

  const today = { generation: "today" } as const;

  test("a small zone that can't be asked for a role leaves open who has it, if it reports only some people's roles", async () => {
    const role_assignments = [{ role_identifier: "admin", source: "user" }];
    const zone = fakeZone([person(1, { role_assignments }), person(2)], "filters", {
      strict: true,
    });
    expect(await zone.directory.search("", undefined, { roles: ["admin"] })).toMatchObject({
      users: [{ id: "user1" }],
      doubt: "not-askable",
    });
  });

  test("finds a user by identifier if no one has the text in e-mail or subject", async () => {
    const zone = fakeZone(
      [...people(120), person(200, { identifier: "E-1042" })],
      "filters",
      today,
    );
    expect(await zone.directory.search("E-1042")).toMatchObject({
      state: "found",
      users: [{ id: "user200" }],
      searched: ["identifier"],
    });
    expect(zone.calls).toEqual(["list query E-1042,e-1042", "list identifiers E-1042"]);
  });

  test("finds by identifier again in a zone that is known to support it", async () => {
    const [one, two] = [
      person(200, { identifier: "E-1042" }),
      person(201, { identifier: "E-1043" }),
    ];
    const zone = fakeZone([...people(120), one, two], "filters", today);
    await zone.directory.search("E-1042");
    expect(await zone.directory.search("E-1043")).toMatchObject({ users: [{ id: "user201" }] });
  });

  test("doesn't ask for identifiers in a zone that is known not to support it", async () => {
    const zone = fakeZone(people(120));
    await zone.directory.search("E-1042");
    zone.calls.length = 0;
    await zone.directory.search("E-1043");
    expect(zone.calls).toEqual(["list query E-1043,e-1043"]);
  });

  test.each<[string, string, FakeZone, string[]]>([
    [
      "a word, in a zone of the current generation",
      "nobody",
      fakeZone(people(120), "filters", today),
      ["email", "subject", "identifier"],
    ],
    [
      "a long word",
      "nobody-01",
      fakeZone(people(120), "filters", today),
      ["email", "subject", "identifier", "id"],
    ],

    ["a word, in an older zone", "nobody", fakeZone(people(120)), ["email", "subject"]],
    [
      "more text than an ID can have",
      "n".repeat(300),
      fakeZone(people(120), "filters", today),
      ["email", "subject", "identifier"],
    ],
    [
      "a word, in an older zone that refuses what it doesn't know",
      "nobody",
      fakeZone(people(120), "filters", { strict: true }),
      ["email", "subject"],
    ],
    [
      "as much text as an ID can have",
      "n".repeat(API_ID_MAX_CHARS),
      fakeZone(people(120), "filters", today),
      ["email", "subject", "identifier", "id"],
    ],
    [
      "a user ID",
      "ab3def8hij2klm9opq5rst7uvw",
      fakeZone(people(120), "filters", today),
      ["email", "subject", "id", "identifier"],
    ],
    [
      "anything, if everyone is known",
      "no|body",
      fakeZone(people(50), "ignores"),
      ["email", "subject", "identifier", "id"],
    ],
  ])("says what it searched for: %s", async (_, text, zone, searched) => {
    const answer = await zone.directory.search(text);
    expect(answer).toEqual({ ...absent, searched: expect.anything() });
    expect("searched" in answer && new Set(answer.searched)).toEqual(new Set(searched));
  });

  test("an empty page with a cursor isn't the end", async () => {
    const zone = fakeZone(people(9));
    zone.client.listUsers = async () => ({
      ok: true,
      value: { items: [], after: "next", before: undefined, totalCount: 3, unread: 0 },
    });
    expect(await zone.directory.search("no body")).toMatchObject({
      state: "inconclusive",
      doubt: "too-many-matches",
    });
  });
});

describe("a narrowed search", () => {
  const today = { generation: "today" } as const;
  const admin = { role_identifier: "admin", source: "user" };
  const crowd = [
    ...people(120).slice(3),
    person(0, { role_assignments: [admin], groups: [] }),
    person(1, {
      role_assignments: [{ ...admin, source: "group", group_id: "g1" }],
      groups: [{ id: "g1" }],
    }),
    person(2, { role_assignments: [admin], groups: [{ id: "g1" }] }),
  ];
  const ids = (answer: { state: string; users?: { id: string }[] }) =>
    answer.users?.map(({ id }) => id).sort();

  test.each([
    ["", { roles: ["admin"] }, ["user0", "user2"], ["role"]],
    ["", { groups: ["g1", "g2"] }, ["user1", "user2"], ["group"]],
    ["", { roles: ["admin"], groups: ["g1"] }, ["user2"], ["role", "group"]],
    ["person0@", { roles: ["admin"] }, ["user0"], ["email", "subject", "role"]],
  ])("%j, %j", async (text, narrowing, found, searched) => {
    const zone = fakeZone(crowd, "filters", today);
    const answer = await zone.directory.search(text, undefined, narrowing);
    expect(answer).toMatchObject({ state: "found", searched });
    expect(answer).not.toHaveProperty("doubt");
    expect(ids(answer)).toEqual(found);
    expect(zone.calls).toHaveLength(1);
  });

  test("finds no one in a zone that supports it", async () => {
    const zone = fakeZone(crowd, "filters", today);
    expect(await zone.directory.search("", undefined, { roles: ["auditor"] })).toEqual({
      ...absent,
      searched: ["role"],
    });
  });

  test.each([true, false])(
    "can't be done in an older zone (strict: %s), and rules out no one",
    async (strict) => {
      const zone = fakeZone(crowd, "filters", { strict });
      expect(await zone.directory.search("", undefined, { roles: ["auditor"] })).toMatchObject({
        state: "inconclusive",
        doubt: "not-askable",
      });
      expect(zone.calls.length).toBeLessThanOrEqual(2);
    },
  );

  test("requests only those who contain the text, if there is one, newest sign-in first", async () => {
    const zone = fakeZone(crowd, "filters", today);
    const asked = watchLists(zone);
    await zone.directory.search("", undefined, { roles: ["admin"] });
    await zone.directory.search("Person0@", undefined, { roles: ["admin"] });
    const always = { roles: ["admin"], sort: ["-authenticated_at"], limit: 100 };
    expect(asked).toStrictEqual([always, { ...always, query: ["Person0@", "person0@"] }]);
  });

  test("reports no number if the zone's filter has returned others too", async () => {
    const all = [...people(9), person(20, { email: "person_x@example.com" })];
    const zone = fakeZone(
      all.map((one) => ({ ...one, role_assignments: [admin] })),
      "filters",
      { ...today, holds: holdsAsLike },
    );
    const answer = await zone.directory.search("person_", undefined, { roles: ["admin"] });
    expect(ids(answer)).toEqual(["user20"]);
    expect(answer).not.toHaveProperty("total");
  });

  test("someone in a small zone whose roles aren't reported may have the role", async () => {
    const zone = fakeZone(
      [
        person(0, { role_assignments: [admin] }),
        person(1, { role_assignments: [] }),
        ...people(20).slice(2),
      ],
      "ignores",
    );
    const answer = await zone.directory.search("", undefined, { roles: ["admin"] });
    expect(answer).toMatchObject({ state: "found", doubt: "not-askable" });
    expect(ids(answer)).toEqual(["user0"]);
  });

  test("rules out no one beyond the first 100 of a zone that ignores its parameters", async () => {
    const many = people(140).map((one) => ({ ...one, role_assignments: [admin] }));
    const zone = fakeZone(many, "ignores");
    expect(await zone.directory.search("", undefined, { roles: ["auditor"] })).toMatchObject({
      state: "inconclusive",
      doubt: "first-100-only",
    });
  });

  test("neither shows nor rules out someone whose roles aren't reported", async () => {
    const small = fakeZone(people(20), "ignores");
    expect(await small.directory.search("", undefined, { roles: ["admin"] })).toMatchObject({
      state: "inconclusive",
      doubt: "not-askable",
    });
  });

  test.each([
    ["continues", "next"],
    ["ends", undefined],
  ])(
    "someone whose roles aren't reported doesn't affect the others of a list that %s",
    async (_, after) => {
      const many = people(150).map((one, n) =>
        n === 0 ? one : { ...one, role_assignments: [admin] },
      );
      const zone = fakeZone(many, "filters", today);
      zone.client.listUsers = async () => ({
        ok: true,
        value: {
          items: many.slice(0, 100),
          after,
          before: undefined,
          totalCount: after === undefined ? 100 : 150,
          unread: 0,
        },
      });
      const answer = await zone.directory.search("", undefined, { roles: ["admin"] });
      expect(answer).toMatchObject({ state: "found", doubt: "contradictory" });
      expect("after" in answer ? answer.after : undefined).toBe(after);
      expect(ids(answer)).toHaveLength(99);
    },
  );

  test("continues a list with the same filters", async () => {
    const many = people(150).map((one) => ({ ...one, role_assignments: [admin] }));
    const zone = fakeZone(many, "filters", today);
    const first = await zone.directory.search("", undefined, { roles: ["admin"] });
    expect(first).toMatchObject({ state: "found", after: "next", total: 150 });
    const asked = watchLists(zone);
    await zone.directory.search("", "next", { roles: ["admin"] });
    expect(asked).toMatchObject([{ roles: ["admin"], after: "next" }]);
  });

  test("reports a failure", async () => {
    const zone = fakeZone(crowd, "filters", today);
    failLists(zone, { why: "network", message: "gone" });
    expect(await zone.directory.search("", undefined, { roles: ["admin"] })).toEqual({
      state: "failed",
      failure: { why: "network" },
    });
  });
});
