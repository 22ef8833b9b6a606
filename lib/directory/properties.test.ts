import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeycardError, Page, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import { MATCH_PAGES_MAX } from "./asking.ts";
import { type FakeZone, fakeZone, person } from "./fake-zone.ts";
import { matches } from "./match.ts";

/** Zones of every generation with randomly odd replies, compared with the users that really exist. */

const EMAILS = [
  "a@example.com",
  "A@example.com",
  "aa@example.com",
  "b_@example.com",
  "bc@example.com",
  "jos\u00e9@example.com",
  "jose\u0301@example.com",
  "info@b\u00fccher.example",
  "info@xn--bcher-kva.example",
];
const SUBJECTS = ["CORP\\a", "okta|a", "okta|A", "6BA7B8109DAD41D1", "6ba7b8109dad41d1", "x%y"];
const IDENTIFIERS = ["E-1042", "e-1042", "E-10422"];

const user = fc.record({
  id: fc.integer({ min: 0, max: 150 }),
  email: fc.constantFrom(...EMAILS),
  subject: fc.option(fc.constantFrom(...SUBJECTS), { nil: undefined }),
  identifier: fc.option(fc.constantFrom(...IDENTIFIERS), { nil: undefined }),
});
const users = fc
  .uniqueArray(user, { maxLength: 150, selector: ({ id }) => id, size: "max" })
  .map((drawn) =>
    drawn.map(({ id, email, subject, identifier }) =>
      person(id, { email, ...(subject && { subject }), ...(identifier && { identifier }) }),
    ),
  );

const query: fc.Arbitrary<Query> = fc.oneof(
  fc.constantFrom(...EMAILS, "A@EXAMPLE.com").map((value) => ({ kind: "email" as const, value })),
  fc.constantFrom(...SUBJECTS).map((value) => ({ kind: "subject" as const, value })),
  fc.constantFrom(...IDENTIFIERS).map((value) => ({ kind: "identifier" as const, value })),
  fc.integer({ min: 0, max: 150 }).map((n) => ({ kind: "id" as const, value: `user${n}` })),
);

const zone = fc.record({
  mode: fc.constantFrom("filters", "ignores", "emails-only", "exact-only"),
  generation: fc.constantFrom("documented" as const, "today" as const),
  strict: fc.boolean(),
});

/**
 * Someone else in each reply: a zone that twice returns the same few can't be distinguished from one that has no
 * others.
 */
const stranger = (nth: number) => person(900 + nth, { email: "stranger@example.com" });

/**
 * What can happen to the nth list reply. None of these lacks someone while its cursors and its count make it look
 * complete and it contains only users who were asked for: such a reply can't be recognized.
 */
const ODD: ((page: Page<User>, nth: number) => Page<User> | KeycardError)[] = [
  (page, nth) => ({ ...page, items: [...page.items, stranger(nth)] }),
  (page, nth) => ({ ...page, items: [stranger(nth)], totalCount: 1, after: undefined }),
  (page, nth) => ({ ...page, items: [stranger(nth)], totalCount: undefined, after: undefined }),
  (page, nth) => ({ ...page, items: [stranger(nth)], totalCount: 0, after: undefined }),
  (page, nth) => ({ ...page, items: [stranger(nth)], after: "odd" }),
  (page) => ({ ...page, items: [], after: "odd" }),
  (page) => ({ ...page, items: [], after: undefined, totalCount: page.items.length + 1 }),
  (page) => ({ ...page, items: page.items.slice(1), totalCount: page.items.length + 1 }),
  (page) => ({ ...page, totalCount: 7_000 }),
  () => ({ why: "badRequest", status: 400, message: "no" }),
  () => ({ why: "server", status: 503, message: "down" }),
  () => ({ why: "invalidReply", message: "cut" }),
];

/** Makes those replies of a zone odd for which a number is drawn. @returns a function that counts the requests */
function makeOdd({ client }: FakeZone, draws: readonly (number | null)[]): () => number {
  const { listUsers, retrieveUser } = client;
  let lists = 0;
  let retrievals = 0;
  client.listUsers = async (...asked) => {
    const nth = lists++;
    const odd = ODD[draws[nth] ?? -1];
    const reply = await listUsers(...asked);
    if (!reply.ok || !odd) return reply;
    const made = odd(reply.value, nth);
    return "items" in made ? { ok: true, value: made } : { ok: false, error: made };
  };
  client.retrieveUser = (...asked) => {
    retrievals += 1;
    return retrieveUser(...asked);
  };
  return () => lists + retrievals;
}

const draws = (most: number) =>
  fc.array(fc.option(fc.nat(ODD.length - 1), { freq: 2 }), { maxLength: most });

/** Twice every step down for each page of a question; one list without a filter; and `retrieve`. */
const REQUESTS_MAX = 2 * (MATCH_PAGES_MAX + 3) + 1 + 1;

test("never returns the wrong person, never calls an existing person absent, and limits its requests", async () => {
  await fc.assert(
    fc.asyncProperty(
      users,
      fc.array(query, { minLength: 1, maxLength: 4 }),
      zone,
      draws(12),
      async (all, asked, { mode, generation, strict }, odd) => {
        const there = fakeZone(all, mode, { generation, strict });
        const requests = makeOdd(there, odd);
        for (const one of asked) {
          const before = requests();
          const answer = await there.directory.lookUp(one);
          expect(requests() - before).toBeLessThanOrEqual(REQUESTS_MAX);
          const right = all.filter((who) => matches(who, one));
          if (answer.state === "absent") expect(right).toEqual([]);
          if (answer.state !== "found") continue;
          for (const who of answer.users) expect(matches(who, one)).toBe(true);
          // Without a doubt, those that are returned are all there are.
          if (!answer.doubt && one.kind === "email" && odd.length === 0)
            expect(answer.users).toHaveLength(right.length);
        }
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);

test("a search never rules out a user who has the text, or shows one without it", async () => {
  const text = fc.constantFrom("a@", "example", "okta", "CORP\\", "E-1042", "jos\u00e9", "user12");
  await fc.assert(
    fc.asyncProperty(users, text, zone, draws(6), async (all, part, how, odd) => {
      const { mode, generation, strict } = how;
      const there = fakeZone(all, mode, { generation, strict });
      makeOdd(there, odd);
      const answer = await there.directory.search(part);
      const has = (field: string | undefined) =>
        field?.normalize("NFC").toLowerCase().includes(part.toLowerCase()) === true;
      if (answer.state === "absent")
        for (const who of all) {
          expect(has(who.email) || has(who.subject)).toBe(false);
          if (answer.searched?.includes("id")) expect(who.id).not.toBe(part);
          if (answer.searched?.includes("identifier")) expect(who.identifier).not.toBe(part);
        }
      if (answer.state === "found")
        for (const who of answer.users)
          expect(has(who.email) || has(who.subject) || has(who.identifier) || has(who.id)).toBe(
            true,
          );
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("a search by role never rules out a user who has it", async () => {
  const role = fc.constantFrom("user", "group");
  const holders = fc.uniqueArray(
    fc.record({ id: fc.nat(150), source: fc.option(role, { nil: undefined }) }),
    { maxLength: 150, selector: ({ id }) => id, size: "max" },
  );
  await fc.assert(
    fc.asyncProperty(holders, zone, draws(4), async (drawn, { mode, generation, strict }, odd) => {
      const all = drawn.map(({ id, source }) =>
        person(id, source ? { role_assignments: [{ role_identifier: "admin", source }] } : {}),
      );
      const there = fakeZone(all, mode, { generation, strict });
      makeOdd(there, odd);
      const answer = await there.directory.search("", undefined, { roles: ["admin"] });
      const right = drawn.filter(({ source }) => source === "user").map(({ id }) => `user${id}`);
      if (answer.state === "absent") expect(right).toEqual([]);
      if (answer.state === "found") for (const { id } of answer.users) expect(right).toContain(id);
    }),
    { numRuns: 100 },
  );
}, 60_000);
