import { describe, expect, it } from "vitest";
import type { SearchAnswer } from "./answer.ts";
import { failLists, fakeZone, NOW, person, watchLists } from "./fake-zone.ts";

const NAMES = [
  "ndiaye@example.com",
  "farah@example.com",
  "nobody@example.com",
  "farah.m.ndiaye@example.com",
  "ndiaye_farah@example.com",
];

const people = (...emails: string[]) =>
  emails.map((email, n) => person(n, { email, authenticated_at: `2026-11-1${n}T00:00:00Z` }));

const emails = (answer: SearchAnswer) =>
  answer.state === "found" ? answer.users.map(({ email }) => email) : answer;

const RANKED = [
  "ndiaye_farah@example.com",
  "farah.m.ndiaye@example.com",
  "farah@example.com",
  "ndiaye@example.com",
];

describe("a name", () => {
  it.each([
    ["filters", {}],
    ["filters", { generation: "today" }],
    ["filters", { strict: true }],
    ["ignores", {}],
    ["emails-only", {}],
  ] as const)("finds users whose address has both words, then either: %s %j", async (mode, api) => {
    const zone = fakeZone(people(...NAMES), mode, api);
    // A strict zone refuses once what it doesn't support.
    await zone.directory.search("warm");
    zone.calls.length = 0;
    const answer = await zone.directory.search("Farah Ndiaye");
    expect(emails(answer)).toEqual(RANKED);
    expect(answer).toMatchObject({ words: ["farah", "ndiaye"], searched: ["email"] });
    expect(answer).not.toHaveProperty("doubt");
    expect(zone.calls.length).toBeLessThanOrEqual(2);
  });

  it("is searched for side by side first, so that a long list for either word doesn't hide both", async () => {
    const many = Array.from({ length: 150 }, (_, n) =>
      person(n, { email: `farah${n}@example.com` }),
    );
    const zone = fakeZone([...many, person(500, { email: "ndiaye.farah@example.com" })]);
    const answer = await zone.directory.search("farah ndiaye");
    expect(emails(answer)).toHaveLength(101);
    expect(emails(answer)).toMatchObject({ 0: "ndiaye.farah@example.com" });
    expect(answer).toMatchObject({ total: 151, after: "next" });
    expect(answer).not.toHaveProperty("doubt");
    expect(zone.calls).toHaveLength(2);
    zone.calls.length = 0;
    const asked = watchLists(zone);
    await zone.directory.search("farah ndiaye");
    const sort = ["-authenticated_at"];
    const words = { queryEmail: ["farah", "ndiaye"], sort, limit: 100 };
    expect(asked).toStrictEqual([{ query: expect.anything(), sort, limit: 100 }, words]);
    asked.length = 0;
    zone.calls.length = 0;
    const rest = await zone.directory.search("farah ndiaye", "next");
    expect(rest).toMatchObject({ words: ["farah", "ndiaye"] });
    expect(zone.calls).toEqual(["list queryEmail farah,ndiaye"]);
    expect(asked).toStrictEqual([{ ...words, after: "next" }]);
  });

  it("is searched for in everyone whom a list without filters returns, without another request", async () => {
    const zone = fakeZone(people(...NAMES), "ignores");
    expect(emails(await zone.directory.search("Farah Ndiaye"))).toEqual(RANKED);
    expect(zone.calls).toHaveLength(2);
    expect(zone.calls[1]).toBe("list undefined undefined");
  });

  it.each([
    [5, "contradictory"],
    [140, "first-100-only"],
  ])(
    "isn't ruled out by a list that doesn't filter any more when it continues: of %i users",
    async (count, doubt) => {
      const zone = fakeZone(
        Array.from({ length: count }, (_, n) => person(n)),
        "ignores",
      );
      expect(await zone.directory.search("who knows", "next")).toMatchObject({
        state: "inconclusive",
        doubt,
      });
    },
  );

  it("comes without a number if the zone's filter has returned others too", async () => {
    const bare = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
    const zone = fakeZone(people("zoe@example.com", "zo\u00eb@example.com"), "filters", {
      holds: (field, part) => bare(field).includes(bare(part)),
    });
    const answer = await zone.directory.search("Zoe Lovelace");
    expect(emails(answer)).toEqual(["zoe@example.com"]);
    expect(answer).not.toHaveProperty("total");
  });

  it("belongs to no one if no address has any of its words, and the answer says which", async () => {
    expect(await fakeZone(people(...NAMES)).directory.search("nobody knows")).toMatchObject({
      state: "found",
      words: ["nobody", "knows"],
    });
    for (const mode of ["filters", "ignores"] as const)
      expect(await fakeZone(people(...NAMES), mode).directory.search("who knows")).toEqual({
        state: "absent",
        asOf: expect.any(Number),
        searched: ["email"],
        words: ["who", "knows"],
      });
  });

  it("isn't ruled out if a list returns only its first 100 users", async () => {
    const many = Array.from({ length: 120 }, (_, n) => person(n));
    const zone = fakeZone(many, "ignores");
    expect(await zone.directory.search("who knows")).toMatchObject({
      state: "inconclusive",
      doubt: "first-100-only",
      words: ["who", "knows"],
    });
    // What is known about the zone by now is enough.
    zone.calls.length = 0;
    expect(await zone.directory.search("farah ndiaye")).toMatchObject({ doubt: "first-100-only" });
    expect(zone.calls).toEqual([]);
  });

  it("that is exactly someone's subject returns only them", async () => {
    const subject = "CORP Ada Lovelace";
    for (const mode of ["filters", "ignores"] as const) {
      const zone = fakeZone([...people("ada@example.com"), person(9, { subject })], mode);
      const answer = await zone.directory.search("Ada Lovelace");
      expect(answer).toMatchObject({
        users: [{ id: "user9" }],
        asOf: NOW,
        searched: ["email", "subject", "identifier", "id"],
      });
      expect(answer).not.toHaveProperty("words");
    }
  });

  it("is tried in the letters that an address uses", async () => {
    const zone = fakeZone(
      people("jorg@example.com", "joerg.mueller@example.com", "m\u00fcller@example.com"),
    );
    expect(emails(await zone.directory.search("J\u00f6rg M\u00fcller"))).toEqual([
      "joerg.mueller@example.com",
      "m\u00fcller@example.com",
      "jorg@example.com",
    ]);
    expect(emails(await zone.directory.search("J\u00f6rg"))).toEqual([
      "joerg.mueller@example.com",
      "jorg@example.com",
    ]);
  });

  it("isn't known if Keycard fails", async () => {
    const zone = fakeZone(people(...NAMES));
    failLists(zone, { why: "network", message: "down" });
    expect(await zone.directory.search("farah ndiaye")).toMatchObject({ state: "failed" });
    expect(await zone.directory.search("farah ndiaye", "next")).toMatchObject({ state: "failed" });
  });
});
