import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { User } from "../keycard/index.ts";
import { emailKey } from "../person-key.ts";
import type { Query } from "../query.ts";
import { failLists, fakeZone, person } from "./fake-zone.ts";
import type { SuggestionsReply } from "./suggested.ts";
import { SUGGESTED_MAX } from "./suggestions.ts";

const email = (value: string): Query => ({ kind: "email", value });

const people = (...emails: string[]) => emails.map((email, n) => person(n, { email }));

const named = (reply: SuggestionsReply) =>
  reply.state === "searched" ? reply.people.map(({ user, why }) => [user.email, why.kind]) : reply;

/** A zone that was already asked for someone, as it always was when someone is absent. */
async function askedBefore(...given: Parameters<typeof fakeZone>) {
  const zone = fakeZone(...given);
  await zone.directory.lookUp(email("nobody@nowhere.example"));
  zone.calls.length = 0;
  return zone;
}

describe("suggestions", () => {
  it("are found for each kind of similarity, with the reason", async () => {
    const zone = await askedBefore(
      people(
        "ada@example.org",
        "adda@example.com",
        "a.da@example.com",
        "ada+tickets@example.com",
        "ada@example.com",
        "grace@example.com",
      ),
    );
    const reply = await zone.directory.suggest(email("ada+support@example.com"));
    expect(named(reply)).toEqual([
      ["ada@example.com", "untagged"],
      ["ada+tickets@example.com", "tagged"],
      ["a.da@example.com", "dots"],
      ["adda@example.com", "letter"],
      ["ada@example.org", "domain"],
    ]);
    expect(reply).not.toHaveProperty("doubt");
    expect(zone.calls).toEqual([
      expect.stringMatching(/^list query ada@/),
      expect.stringMatching(/^list query aada@/),
    ]);
  });

  it("are none if no one is similar, without a doubt", async () => {
    const zone = await askedBefore(people("grace@example.com"));
    const none = { state: "searched", people: [], over: 0 };
    expect(await zone.directory.suggest(email("ada@example.com"))).toStrictEqual(none);
    expect(zone.calls).toHaveLength(2);
  });

  it("are found at a domain that is stored in Unicode", async () => {
    const zone = await askedBefore(people("grace@b\u00fccher.example"));
    const reply = await zone.directory.suggest(email("brace@xn--bcher-kva.example"));
    expect(named(reply)).toEqual([["grace@b\u00fccher.example", "letter"]]);
  });

  it("start with the address if it may be truncated", async () => {
    const zone = await askedBefore(people("ada.lovelace@example.com", "ada.byron@example.com"));
    const cut: Query = { ...email("ada.lovelace@exam"), cut: true };
    expect(named(await zone.directory.suggest(cut))).toEqual([
      ["ada.lovelace@example.com", "longer"],
    ]);
  });

  it("start with a truncated address as it is written, even if the zone's search is case-sensitive", async () => {
    const holds = (field: string, part: string) => field.includes(part);
    const ada = people("Ada.Lovelace@Example.com");
    const zone = await askedBefore(ada, "filters", { holds });
    const cut: Query = { ...email("Ada.Lovelace@Exam"), cut: true };
    expect(named(await zone.directory.suggest(cut))).toEqual([
      ["Ada.Lovelace@Example.com", "longer"],
    ]);
  });

  it("are ordered by newest sign-in, and counted if there are many", async () => {
    const many = Array.from({ length: SUGGESTED_MAX + 3 }, (_, n) =>
      person(n, {
        email: `ada@example${n}.test`,
        authenticated_at: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
      }),
    );
    const reply = await (await askedBefore(many)).directory.suggest(email("ada@example.com"));
    expect(reply).toMatchObject({ state: "searched", over: 3 });
    expect(named(reply)).toHaveLength(SUGGESTED_MAX);
    expect(named(reply)).toMatchObject({ 0: [`ada@example${SUGGESTED_MAX + 2}.test`, "domain"] });
  });

  it("come from all users of a zone whose list ignores its parameters", async () => {
    const { email: _, ...nameless } = person(9);
    const all = [nameless, ...people("ada@example.com", "grace@example.com")];
    const zone = await askedBefore(all, "ignores");
    const reply = await zone.directory.suggest(email("adda@example.com"));
    expect(reply).toMatchObject({ people: [{ user: { email: "ada@example.com" } }], over: 0 });
    expect(reply).not.toHaveProperty("doubt");
    expect(zone.calls).toEqual([]);
  });

  it("come from two requests if such a zone wasn't asked before, the second to confirm the first", async () => {
    const zone = fakeZone(people("ada@example.com", "grace@example.com"), "ignores");
    const reply = await zone.directory.suggest(email("adda@example.com"));
    expect(named(reply)).toEqual([["ada@example.com", "letter"]]);
    expect(reply).not.toHaveProperty("doubt");
    expect(zone.calls).toHaveLength(2);
  });

  it("come from a new request if what is known of such a zone was never confirmed", async () => {
    const zone = fakeZone(people("grace@example.com"), "ignores");
    failLists(zone, { why: "network", message: "down" }, 1);
    await zone.directory.lookUp(email("nobody@nowhere.example"));
    expect(await zone.directory.suggest(email("adda@example.com"))).toMatchObject({
      state: "failed",
      failure: { why: "network" },
    });
  });

  it("may be incomplete if such a list returns only its first 100 users", async () => {
    const all = [...people("ada@example.com"), ...many(100)];
    for (const mode of ["ignores", "emails-only"] as const) {
      const zone = await askedBefore(all, mode);
      const reply = await zone.directory.suggest(email("adda@example.com"));
      expect(named(reply)).toEqual([["ada@example.com", "letter"]]);
      expect(reply).toMatchObject({ doubt: "first-100-only" });
      expect(zone.calls.length).toBeLessThanOrEqual(2);
    }
  });

  it("may be incomplete if a page is too short for all similar addresses", async () => {
    const all = Array.from({ length: 130 }, (_, n) => person(n, { email: `ada@d${n}.test` }));
    const reply = await (await askedBefore(all)).directory.suggest(email("ada@example.com"));
    expect(reply).toMatchObject({ doubt: "too-many-matches", over: 100 - SUGGESTED_MAX });
  });

  it("may be incomplete if the page of the second request is too short", async () => {
    const all = Array.from({ length: 130 }, (_, n) => person(n, { email: `grac${n}@d.test` }));
    const reply = await (await askedBefore(all)).directory.suggest(email("gracious@example.com"));
    expect(reply).toEqual({ state: "searched", people: [], over: 0, doubt: "too-many-matches" });
  });

  it("may be incomplete if a short name has too many spellings for one request", async () => {
    const zone = await askedBefore(people("zo\u00e9@example.org"));
    const reply = await zone.directory.suggest(email("zo\u00e9@example.com"));
    expect(named(reply)).toEqual([["zo\u00e9@example.org", "domain"]]);
    expect(reply).toMatchObject({ doubt: "too-many-matches" });
  });

  it("may be incomplete if the zone stops filtering between the requests", async () => {
    const zone = fakeZone(people("grace@example.com"));
    const { listUsers } = zone.client;
    zone.client.listUsers = async (...given) => {
      const reply = await listUsers.apply(zone.client, given);
      zone.setMode("ignores");
      return reply;
    };
    expect(await zone.directory.suggest(email("ada@example.com"))).toEqual({
      state: "searched",
      people: [],
      over: 0,
      doubt: "contradictory",
    });
  });

  it("are empty for an ID, a subject and an identifier, without a request", async () => {
    const zone = await askedBefore(people("ada@example.com"));
    for (const kind of ["id", "subject", "identifier"] as const)
      expect(await zone.directory.suggest({ kind, value: "adda@example.com" })).toEqual({
        state: "searched",
        people: [],
        over: 0,
      });
    expect(zone.calls).toEqual([]);
  });

  it("aren't known if Keycard fails, which is reported, and no one is ruled out", async () => {
    const zone = fakeZone(people("ada@example.com"));
    failLists(zone, { why: "network", message: "down" });
    expect(await zone.directory.suggest(email("adda@example.com"))).toMatchObject({
      state: "failed",
      failure: { why: "network" },
    });
  });

  it("aren't asked for again in an older way if Keycard refuses the request", async () => {
    const zone = await askedBefore(people("ada@example.com"));
    const calls = failLists(zone, { why: "badRequest", status: 400, message: "no" });
    expect(await zone.directory.suggest(email("adda@example.com"))).toMatchObject({
      failure: { why: "badRequest" },
    });
    expect(calls()).toBe(1);
  });

  it("leave behind what they have shown about the zone, unless they are for a private window", async () => {
    const zone = fakeZone(people("ada@example.com", "grace@example.com"), "ignores");
    await zone.directory.suggest(email("adda@example.com"), { isPrivate: true });
    expect(zone.session.all()).toEqual({});
    await zone.directory.suggest(email("adda@example.com"));
    zone.calls.length = 0;
    expect(await zone.directory.lookUp(email("ada@example.com"))).toMatchObject({ state: "found" });
    expect(zone.calls).toEqual([]);
  });

  it("may be incomplete if the second request fails", async () => {
    const zone = await askedBefore(people("ada@example.com"));
    failLists(zone, { why: "network", message: "down" }, 1);
    const reply = await zone.directory.suggest(email("adda@example.com"));
    expect(named(reply)).toEqual([["ada@example.com", "letter"]]);
    expect(reply).toMatchObject({ doubt: "too-many-matches" });
  });
});

const many = (count: number): User[] =>
  Array.from({ length: count }, (_, n) => person(500 + n, { email: `person${n}@filler.test` }));

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const word = fc.string({ minLength: 2, maxLength: 7, unit: letter });
const zoneOfAnyKind = fc.record({
  mode: fc.constantFrom("filters" as const, "ignores" as const, "emails-only" as const),
  generation: fc.constantFrom("documented" as const, "today" as const),
  strict: fc.boolean(),
});

/** Ways in which someone can mistype an address. */
const SLIPS: Record<string, (words: string[], place: number, put: string) => string> = {
  "another domain": (words) => `${words.join(".")}@elsewhere.test`,
  "a tag": (words) => `${words.join(".")}+desk@example.com`,
  "no dots": (words) => `${words.join("")}@example.com`,
  "another order": (words) => `${words.toReversed().join(".")}@example.com`,
  "a letter more": (words, at, put) => slip(words, (all) => all.toSpliced(at % all.length, 0, put)),
  "a letter less": (words, at) => slip(words, (all) => all.toSpliced(at % all.length, 1)),
  "another letter": (words, at, put) => slip(words, (all) => all.with(at % all.length, put)),
  "two swapped": (words, at) =>
    slip(words, (all) => {
      const n = at % (all.length - 1);
      return all.toSpliced(n, 2, all[n + 1] ?? "", all[n] ?? "");
    }),
};

function slip(words: string[], change: (letters: string[]) => string[]): string {
  return `${change([...words.join(".")]).join("")}@example.com`;
}

test("finds a person from any single mistake in every kind of zone, in two requests at most", async () => {
  const drawn = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
    slip: fc.constantFrom(...Object.keys(SLIPS)),
    place: fc.nat({ max: 30 }),
    put: letter,
    zone: zoneOfAnyKind,
    others: fc.nat({ max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ words, slip, place, put, zone: kind, others }) => {
      const real = `${words.join(".")}@example.com`;
      const written = SLIPS[slip]?.(words, place, put) ?? "";
      // If more than one dot is missing, the ends of the words can't be known.
      fc.pre(slip !== "no dots" || words.length < 3);
      fc.pre(emailKey(written) !== emailKey(real) && !written.startsWith("@"));
      const all = [...many(others), person(1, { email: real })];
      const { mode, ...api } = kind;
      const zone = await askedBefore(all, mode, api);
      const reply = await zone.directory.suggest(email(written));
      expect(named(reply)).toContainEqual([real, expect.any(String)]);
      expect(zone.calls.length).toBeLessThanOrEqual(2);
    }),
  );
});

test("never suggests the person who was asked for, or anyone whom the zone hasn't returned", async () => {
  const address = fc
    .tuple(
      fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom("a", "b", ".", "+") }),
      fc.constantFrom("a.test", "b.test"),
    )
    .map((halves) => halves.join("@"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(address, { maxLength: 40 }),
      address,
      fc.boolean(),
      zoneOfAnyKind,
      async (emails, asked, cut, { mode, ...api }) => {
        const users = people(...emails);
        const zone = await askedBefore(users, mode, api);
        const reply = await zone.directory.suggest({ ...email(asked), ...(cut && { cut }) });
        if (reply.state !== "searched") throw new Error("The zone has failed.");
        const suggested = reply.people.map(({ user }) => user);
        expect(suggested.filter((user) => emailKey(user.email ?? "") === emailKey(asked))).toEqual(
          [],
        );
        expect(
          suggested.map(({ id }) => id).filter((id) => !users.some((user) => user.id === id)),
        ).toEqual([]);
        expect(new Set(suggested.map(({ id }) => id)).size).toBe(suggested.length);
        expect(zone.calls.length).toBeLessThanOrEqual(2);
      },
    ),
  );
});
