import { expect, it } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { forgetRecents, RECENTS_MAX, readRecents, rememberRecent } from "./recents.ts";

const person = (value: string) => ({ query: { kind: "email", value } as const, name: value });

async function remembered(...values: string[]) {
  const area = memoryArea();
  for (const value of values) await rememberRecent(area, person(value));
  return area;
}

it("has the last one first, and everybody once", async () => {
  const area = await remembered("ada@example.com", "bob@example.com", "Ada@example.com");
  expect((await readRecents(area)).map(({ name }) => name)).toEqual([
    "Ada@example.com",
    "bob@example.com",
  ]);
});

it("keeps no more than there is room for", async () => {
  const everybody = Array.from({ length: RECENTS_MAX + 3 }, (_, n) => `p${n}@example.com`);
  const area = await remembered(...everybody);
  expect((await readRecents(area)).map(({ name }) => name)).toEqual(
    everybody.reverse().slice(0, RECENTS_MAX),
  );
});

it("passes over what it cannot read, and forgets", async () => {
  expect(await readRecents(memoryArea({ recents: [{ name: "" }] }))).toEqual([]);
  const area = await remembered("ada@example.com");
  await forgetRecents(area);
  expect(area.all()).toEqual({});
});
