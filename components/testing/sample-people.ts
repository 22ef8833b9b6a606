import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import { type User, userId } from "../../lib/keycard/index.ts";
import { queryKey } from "../../lib/query-key.ts";
import { createPeopleStore, type PeopleStore } from "../people/people-store.ts";
import type { Mentioned } from "../people/row.ts";
import { createWalk } from "../people/walk.ts";
import { fakeBackground } from "./fake-background.ts";
import { absent, ada, bare, bob, found, hostile, newer, zone } from "./sample-users.ts";

/** Lists of people for fixtures and tests, with every kind of answer. */

const failed: Answer = { state: "failed", failure: { why: "server", status: 503 } };

/** They share an address. */
export const SHARING: [User, User] = [
  { ...ada, id: userId("sh1red8hij2klm9opq5rst7uvw") },
  { ...bob, id: userId("sh2red8hij2klm9opq5rst7uvw"), status: "active" },
];

const KNOWN: [mention: Mentioned["query"], answer: Answer][] = [
  [{ kind: "email", value: "ada.lovelace@example.com" }, found(ada)],
  [{ kind: "id", value: bob.id }, found(bob)],
  [{ kind: "email", value: "carol@example.com" }, found(bare)],
  [{ kind: "email", value: "shared@example.com" }, found(...SHARING)],
  [{ kind: "email", value: "nobody@example.com" }, absent],
  [
    { kind: "email", value: "legacy@example.com" },
    { state: "inconclusive", doubt: "first-100-only", asOf: 0 },
  ],
  [{ kind: "subject", value: "auth0|0123456789abcdef01234567" }, found(newer)],
  [{ kind: "id", value: "fa1led8hij2klm9opq5rst7uvw" }, failed],
  [{ kind: "email", value: "=cmd@example.com" }, found(hostile)],
];

/** As on a page, where the first is mentioned most often. */
export const everybody: Mentioned[] = KNOWN.map(([query], place) => {
  const count = KNOWN.length - place;
  const frames = [{ frameId: 0, count }];
  return {
    query,
    onPage: { count, walk: createWalk({ query, count, frames }, async () => true) },
  };
});

/** The same, as in a pasted text. */
export const everybodyPasted: Mentioned[] = KNOWN.map(([query]) => ({ query }));

/** Three people, each mentioned by address and by another name. */
export const mentionedTwice: Mentioned[] = [
  { kind: "email", value: "ada.lovelace@example.com" } as const,
  { kind: "id", value: ada.id } as const,
  { kind: "id", value: bob.id } as const,
  { kind: "subject", value: "auth0|0123456789abcdef01234567" } as const,
  { kind: "email", value: "bob@example.com" } as const,
  { kind: "email", value: "newer@example.com" } as const,
].map((query, place) => {
  const mention = { query, count: place + 1, frames: [{ frameId: 0, count: place + 1 }] };
  return { query, onPage: { count: place + 1, walk: createWalk(mention, async () => true) } };
});

const ALSO: typeof KNOWN = [
  [{ kind: "id", value: ada.id }, found(ada)],
  [{ kind: "email", value: "bob@example.com" }, found(bob)],
  [{ kind: "email", value: "newer@example.com" }, found(newer)],
];

const ANSWERS = new Map([...KNOWN, ...ALSO].map(([query, answer]) => [queryKey(query), answer]));

/** Answers for the people above. */
export const lookUpMany: BackgroundApi["lookUpMany"] = async ({ queries }) => ({
  answers: queries.map((query) => ANSWERS.get(queryKey(query)) ?? absent),
  zone,
});

/** A store of these people. */
export const peopleStore = (own: Partial<BackgroundApi> = {}): PeopleStore =>
  createPeopleStore(fakeBackground({ lookUpMany, ...own }));
