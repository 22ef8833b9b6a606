import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import {
  type CardRecord,
  readRecord,
  recordedTabs,
  removeRecord,
  writeRecord,
} from "./card-record.ts";

const bare: CardRecord = { ticket: "t", issuedAt: 1, look: 0, pinned: false, expanded: false };

test.each<CardRecord>([
  bare,
  { ...bare, frame: { frameId: 3 } },
  {
    ...bare,
    frame: { frameId: 3, documentId: "doc" },
    query: { kind: "email", value: "ada@example.com" },
    look: 2,
    answered: 1,
    pinned: true,
    expanded: true,
    isPrivate: true,
  },
])("what is remembered of a card comes back: %j", async (record) => {
  const area = memoryArea();
  await writeRecord(area, 7, record);
  expect(await readRecord(area, 7)).toEqual(record);
  expect(await readRecord(area, 8)).toBeUndefined();
  await removeRecord(area, 7);
  expect(area.all()).toEqual({});
});

test("what cannot be read is no card", async () => {
  const area = memoryArea({ "card.7": { ...bare, ticket: 7 } });
  expect(await readRecord(area, 7)).toBeUndefined();
});

test("only the tabs that have a card are named", async () => {
  const area = memoryArea({ "card.7x": 1, "a card.7": 1, "card.": 1, token: 1 });
  await writeRecord(area, 7, bare);
  await writeRecord(area, 1_234, bare);
  expect(await recordedTabs(area)).toEqual([7, 1_234]);
});
