import { expect, it } from "vitest";
import type { RecentlySeen } from "../contract/recent.ts";
import type { Users } from "../directory/answer.ts";
import { memoryArea } from "../memory-area.ts";
import {
  forgetRecents,
  RECENTS_MAX,
  readRecents,
  rememberRecent,
  uniquePeople,
} from "./recents.ts";

const person = (value: string) => ({ query: { kind: "email", value } as const, name: value });

async function remembered(...values: string[]) {
  const area = memoryArea();
  for (const value of values) await rememberRecent(area, person(value));
  return area;
}

it("lists the last one first, and everyone once", async () => {
  const area = await remembered("ada@example.com", "bob@example.com", "Ada@example.com");
  expect((await readRecents(area)).map(({ name }) => name)).toEqual([
    "Ada@example.com",
    "bob@example.com",
  ]);
});

it("keeps a limited number", async () => {
  const everybody = Array.from({ length: RECENTS_MAX + 3 }, (_, n) => `p${n}@example.com`);
  const area = await remembered(...everybody);
  expect((await readRecents(area)).map(({ name }) => name)).toEqual(
    everybody.reverse().slice(0, RECENTS_MAX),
  );
});

it("skips what can't be parsed, and can be cleared", async () => {
  expect(await readRecents(memoryArea({ recents: [{ name: "" }] }))).toEqual([]);
  const area = await remembered("ada@example.com");
  await forgetRecents(area);
  expect(area.all()).toEqual({});
});

it("lists someone once who was seen by address and by ID, as last seen, if it is known to be one person", () => {
  const ada = { id: "ada1", email: "ada@example.com" } as Users[0];
  const other = { ...ada, id: "ada2" as Users[0]["id"] };
  const byId: RecentlySeen = { query: { kind: "id", value: ada.id }, name: ada.id };
  const by = (...users: Users): RecentlySeen => ({
    query: { kind: "email", value: "ada@example.com" },
    name: "ada@example.com",
    answer: { state: "found", users, asOf: 1 },
  });
  const { answer: _, ...unknown } = by(ada);
  expect(uniquePeople([by(ada), byId])).toEqual([by(ada)]);
  expect(uniquePeople([byId, by(ada)])).toEqual([byId]);
  for (const twoPeople of [by(ada, other), by(other), unknown])
    expect(uniquePeople([byId, twoPeople])).toEqual([byId, twoPeople]);
  const absent: RecentlySeen = { ...unknown, answer: { state: "absent", asOf: 1 } };
  expect(uniquePeople([absent, absent])).toHaveLength(2);
});
