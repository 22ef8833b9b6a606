import { expect, test } from "vitest";
import { OFFERED, OFFERED_KEEPING, OFFERED_PASSPHRASE } from "../credentials/offer.ts";
import { memoryArea } from "../memory-area.ts";
import { sendWithSecret } from "./secrets.ts";

const KEY = { kind: "api-key", key: "k" } as const;

/** A storage area with room for the given number of entries. */
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

type Area = ReturnType<typeof areaOf>;

const sent = async () => "sent";
const unlock = (area: Area) => sendWithSecret(area, "unlock", { passphrase: "open sesame" }, sent);
const NO_ROOM = { state: "failed", failure: { why: "noRoom" } };

test.each<[string, (area: Area) => Promise<unknown>]>([
  [
    OFFERED,
    (area) =>
      sendWithSecret(area, "connect", { credential: KEY, keeping: { way: "device" } }, sent),
  ],
  [OFFERED_PASSPHRASE, unlock],
  [
    OFFERED_KEEPING,
    (area) => sendWithSecret(area, "keepOtherwise", { keeping: { way: "session" } }, sent),
  ],
])("evicts cached answers to make room for %s, and nothing else", async (name, offer) => {
  const roomy = areaOf(2, { "answer.scope.ada": 1, other: 2 });
  expect(await offer(roomy)).toBe("sent");
  expect(new Set(Object.keys(roomy.all()))).toEqual(new Set([name, "other"]));
  const full = areaOf(1, { other: 2 });
  expect(await offer(full)).toEqual(NO_ROOM);
  expect(full.all()).toEqual({ other: 2 });
});

test("keeps cached answers if there is room", async () => {
  const area = areaOf(2, { "answer.scope.ada": 1 });
  expect(await unlock(area)).toBe("sent");
  expect(area.all()).toHaveProperty(["answer.scope.ada"]);
});
