import { expect, test } from "vitest";
import { OFFERED, OFFERED_KEEPING, OFFERED_PASSPHRASE } from "../credentials/offer.ts";
import { memoryArea } from "../memory-area.ts";
import { LAY_DOWN } from "./lay-down.ts";

const KEY = { kind: "api-key", key: "k" } as const;

/** An area that has room for so many entries. */
function areaOf(room: number, initial: Record<string, unknown>) {
  const memory = memoryArea(initial);
  return {
    ...memory,
    async set(items: Record<string, unknown>) {
      if (Object.keys({ ...memory.all(), ...items }).length > room)
        throw new Error("QUOTA_BYTES quota exceeded");
      await memory.set(items);
    },
  };
}

test.each<[string, (area: ReturnType<typeof areaOf>) => Promise<boolean>]>([
  [OFFERED, (area) => LAY_DOWN.connect(area, { credential: KEY, keeping: { way: "device" } })],
  [OFFERED_PASSPHRASE, (area) => LAY_DOWN.unlock(area, { passphrase: "open sesame" })],
  [OFFERED_KEEPING, (area) => LAY_DOWN.keepOtherwise(area, { keeping: { way: "session" } })],
])("kept answers make room for %s, and for nothing else that is there", async (name, offer) => {
  const roomy = areaOf(2, { "answer.scope.ada": 1, other: 2 });
  expect(await offer(roomy)).toBe(true);
  expect(new Set(Object.keys(roomy.all()))).toEqual(new Set([name, "other"]));
  const full = areaOf(1, { other: 2 });
  expect(await offer(full)).toBe(false);
  expect(full.all()).toEqual({ other: 2 });
});

test("answers are kept where there is room", async () => {
  const area = areaOf(2, { "answer.scope.ada": 1 });
  expect(await LAY_DOWN.unlock(area, { passphrase: "open sesame" })).toBe(true);
  expect(area.all()).toHaveProperty(["answer.scope.ada"]);
});
