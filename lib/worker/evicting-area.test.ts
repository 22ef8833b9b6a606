import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { evictingArea } from "./evicting-area.ts";

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
  return { all: memory.all, area, evicting: evictingArea(area) };
}

test("stores what fits", async () => {
  const { evicting, all } = small(100);
  await evicting.set({ pinned: "ada", card: { look: 1, frame: undefined } });
  expect(all()).toEqual({ pinned: "ada", card: { look: 1 } });
  expect(await evicting.get(null)).toEqual(all());
});

test("evicts cached answers and knowledge about zones to make room", async () => {
  const { evicting, all } = small(40);
  await evicting.set({ "answer.scope.ada": "0123456789", "zone.scope": "0123456789" });
  await evicting.set({ credential: "01234567890123456789" });
  expect(all()).toEqual({ credential: "01234567890123456789" });
});

test("an answer evicts nothing: its writer is told that there is no room", async () => {
  const { evicting, all } = small(20);
  await evicting.set({ "answer.scope.ada": "0123456789" });
  await expect(evicting.set({ "answer.scope.bob": "0123456789" })).rejects.toThrow("quota");
  expect(Object.keys(all())).toEqual(["answer.scope.ada"]);
});

test("holds what doesn't fit even then, and leaves no older value in storage", async () => {
  const { evicting, all, area } = small(20);
  await evicting.set({ pinned: "ada" });
  await evicting.set({ pinned: { query: "0123456789012345678901234567890", left: undefined } });
  const held = { pinned: { query: "0123456789012345678901234567890" } };
  expect(all()).toEqual({});
  expect(await evicting.get("pinned")).toEqual(held);
  expect(await evicting.get(null)).toEqual(held);
  // The next worker has only what is stored.
  expect(await evictingArea(area).get("pinned")).toEqual({});
});

test("drops what it holds when it is removed, or when a newer value fits", async () => {
  const { evicting, all } = small(20);
  const large = "0123456789012345678901234567890";
  await evicting.set({ pinned: large, other: large });
  await evicting.remove(["pinned"]);
  expect(await evicting.get(null)).toEqual({ other: large });
  await evicting.set({ other: "small" });
  expect(await evicting.get("other")).toEqual({ other: "small" });
  expect(all()).toEqual({ other: "small" });
});

test("returns copies, so that callers can't change what it holds", async () => {
  const { evicting } = small(0);
  await evicting.set({ card: { look: 1 } });
  const { card } = (await evicting.get("card")) as { card: { look: number } };
  card.look = 2;
  expect(await evicting.get("card")).toEqual({ card: { look: 1 } });
});

test("retrying an older write doesn't undo a newer one, or a removal", async () => {
  const { evicting, all } = small(20);
  const large = "0123456789012345678901234567890";
  await Promise.all([
    evicting.set({ pinned: large }),
    evicting.set({ pinned: "new" }),
    evicting.set({ other: large }),
    evicting.remove("other"),
  ]);
  expect(all()).toEqual({ pinned: "new" });
  expect(await evicting.get(null)).toEqual({ pinned: "new" });
});
