import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { roomyArea } from "./roomy-area.ts";

/** Storage with room for the given number of characters, of values only; it rejects more, as the browser does. */
function small(room: number) {
  const memory = memoryArea();
  const size = (items: Record<string, unknown>) =>
    Object.values(items).reduce((sum: number, value) => sum + JSON.stringify(value).length, 0);
  const area: StorageArea = {
    ...memory,
    async set(items) {
      if (size({ ...memory.all(), ...items }) > room) throw new Error("QUOTA_BYTES quota exceeded");
      await memory.set(items);
    },
  };
  return { all: memory.all, area, roomy: roomyArea(area) };
}

test("stores what fits", async () => {
  const { roomy, all } = small(100);
  await roomy.set({ pinned: "ada", card: { look: 1, frame: undefined } });
  expect(all()).toEqual({ pinned: "ada", card: { look: 1 } });
  expect(await roomy.get(null)).toEqual(all());
});

test("evicts cached answers and knowledge about zones to make room", async () => {
  const { roomy, all } = small(40);
  await roomy.set({ "answer.scope.ada": "0123456789", "zone.scope": "0123456789" });
  await roomy.set({ credential: "01234567890123456789" });
  expect(all()).toEqual({ credential: "01234567890123456789" });
});

test("an answer evicts nothing: its writer is told that there is no room", async () => {
  const { roomy, all } = small(20);
  await roomy.set({ "answer.scope.ada": "0123456789" });
  await expect(roomy.set({ "answer.scope.bob": "0123456789" })).rejects.toThrow("quota");
  expect(Object.keys(all())).toEqual(["answer.scope.ada"]);
});

test("holds what doesn't fit even then, and leaves no older value in storage", async () => {
  const { roomy, all, area } = small(20);
  await roomy.set({ pinned: "ada" });
  await roomy.set({ pinned: { query: "0123456789012345678901234567890", left: undefined } });
  const held = { pinned: { query: "0123456789012345678901234567890" } };
  expect(all()).toEqual({});
  expect(await roomy.get("pinned")).toEqual(held);
  expect(await roomy.get(null)).toEqual(held);
  // The next worker has only what is stored.
  expect(await roomyArea(area).get("pinned")).toEqual({});
});

test("drops what it holds when it is removed, or when a newer value fits", async () => {
  const { roomy, all } = small(20);
  const large = "0123456789012345678901234567890";
  await roomy.set({ pinned: large, other: large });
  await roomy.remove(["pinned"]);
  expect(await roomy.get(null)).toEqual({ other: large });
  await roomy.set({ other: "small" });
  expect(await roomy.get("other")).toEqual({ other: "small" });
  expect(all()).toEqual({ other: "small" });
});

test("returns copies, so that callers can't change what it holds", async () => {
  const { roomy } = small(0);
  await roomy.set({ card: { look: 1 } });
  const { card } = (await roomy.get("card")) as { card: { look: number } };
  card.look = 2;
  expect(await roomy.get("card")).toEqual({ card: { look: 1 } });
});

test("retrying an older write doesn't undo a newer one, or a removal", async () => {
  const { roomy, all } = small(20);
  const large = "0123456789012345678901234567890";
  await Promise.all([
    roomy.set({ pinned: large }),
    roomy.set({ pinned: "new" }),
    roomy.set({ other: large }),
    roomy.remove("other"),
  ]);
  expect(all()).toEqual({ pinned: "new" });
  expect(await roomy.get(null)).toEqual({ pinned: "new" });
});
