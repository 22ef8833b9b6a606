import { beforeEach, expect, test, vi } from "vitest";
import { memoryArea } from "../../lib/memory-area.ts";
import type { Query } from "../../lib/query.ts";
import { ada, found } from "../testing/sample-users.ts";
import { watchForLock } from "./watch-for-lock.ts";

const sendMessage = vi.fn();
const onChanged = { addListener: vi.fn(), removeListener: vi.fn() };
vi.mock("wxt/browser", () => ({
  browser: { runtime: { sendMessage }, storage: { session: { ...memoryArea(), onChanged } } },
}));
const { background } = await import("../../lib/contract/background.ts");

const query: Query = { kind: "id", value: ada.id };
const onLocked = vi.fn();
const noticing = watchForLock(background, onLocked);

beforeEach(() => {
  sendMessage.mockReset();
  onLocked.mockReset();
});

const locked = { state: "failed", failure: { why: "keyLocked" } };

test.each<[string, () => Promise<unknown>, object]>([
  ["a lookup", () => noticing.lookUp({ query }), { type: "lookUp", query }],
  ["a search", () => noticing.search({ text: "ada" }), { type: "search", text: "ada" }],
  [
    "a search of other zones",
    () => noticing.lookElsewhere({ query, zoneId: "z1" }),
    { type: "lookElsewhere", query, zoneId: "z1" },
  ],
  [
    "suggestions",
    () => noticing.suggest({ query, zoneId: "z1" }),
    { type: "suggest", query, zoneId: "z1" },
  ],
])("notices at %s that the key is locked, and nothing else", async (_, ask, message) => {
  for (const [reply, times] of [
    [found(ada), 0],
    [{ state: "failed", failure: { why: "network" } }, 0],
    [locked, 1],
  ] as const) {
    sendMessage.mockResolvedValueOnce(reply);
    expect(await ask()).toEqual(reply);
    expect(sendMessage).toHaveBeenLastCalledWith(message);
    expect(onLocked).toHaveBeenCalledTimes(times);
  }
});

test("uses the background for everything else, including messages that were never sent before", async () => {
  sendMessage.mockResolvedValue([]);
  expect(await noticing.recents()).toEqual([]);
  expect(sendMessage).toHaveBeenLastCalledWith({ type: "recents" });
  const { settings, on, unlock } = noticing;
  expect([noticing.settings, noticing.on, noticing.unlock]).toEqual([settings, on, unlock]);
  expect([settings, on, unlock]).toEqual([background.settings, background.on, background.unlock]);
  const end = noticing.on("policy", () => undefined);
  expect(onChanged.addListener).toHaveBeenCalledOnce();
  end();
  expect(onChanged.removeListener).toHaveBeenCalledOnce();
});

test("leaves the background itself unchanged", async () => {
  sendMessage.mockResolvedValue(locked);
  await background.lookUp({ query });
  expect(onLocked).not.toHaveBeenCalled();
  expect(background.lookUp).not.toBe(noticing.lookUp);
  expect(noticing.lookUp).toBe(noticing.lookUp);
});
