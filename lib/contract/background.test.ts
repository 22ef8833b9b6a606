import { afterEach, describe, expect, test, vi } from "vitest";
import { OFFERED, OFFERED_KEEPING, OFFERED_PASSPHRASE } from "../credentials/offer.ts";
import type { Credential } from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import { ada, EXAMPLES } from "./examples.ts";
import { FROM_EXTENSION_PAGES, type FromExtensionPages } from "./extension-pages.ts";
import { NEWS, type News } from "./news.ts";
import { REQUESTS, type RequestName } from "./requests.ts";

type Listener = (changes: Record<string, unknown>) => void;

const sendMessage = vi.fn();
const full = { isSo: false };
const memory = memoryArea();
const area: typeof memory = {
  ...memory,
  set: (items) => (full.isSo ? Promise.reject(new Error("full")) : memory.set(items)),
};
const listeners = new Set<Listener>();
const onChanged = {
  addListener: (listener: Listener) => void listeners.add(listener),
  removeListener: (listener: Listener) => void listeners.delete(listener),
};
vi.mock("wxt/browser", () => ({
  browser: { runtime: { sendMessage }, storage: { session: { ...area, onChanged } } },
}));
const { background } = await import("./background.ts");

afterEach(async () => {
  sendMessage.mockReset();
  await area.remove(Object.keys(area.all()));
});

test("retries once if the worker stopped before it replied, however the browser reports it", async () => {
  for (const unanswered of [
    async () => undefined,
    () => Promise.reject(new Error("port closed")),
  ]) {
    sendMessage.mockImplementationOnce(unanswered).mockResolvedValueOnce([]);
    expect(await background.recents()).toEqual([]);
    expect(sendMessage).toHaveBeenCalledTimes(2);
    sendMessage.mockReset();
  }
});

test.each<[string, () => Promise<unknown>]>([
  [
    "a key",
    () =>
      background.connect({
        credential: { kind: "api-key", key: "k" },
        keeping: { way: "session" },
      }),
  ],
  ["a passphrase", () => background.unlock({ passphrase: "passphrase" })],
  ["a way to store the key", () => background.keepOtherwise({ keeping: { way: "device" } })],
])("%s that doesn't fit into storage is reported, and nothing is sent", async (_, call) => {
  full.isSo = true;
  expect(await call()).toEqual({ state: "failed", failure: { why: "noRoom" } });
  expect(sendMessage).not.toHaveBeenCalled();
  full.isSo = false;
});

test("gives up after that", async () => {
  sendMessage.mockResolvedValue(undefined);
  await expect(background.recents()).rejects.toThrow("The background has not answered.");
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("accepts an empty reply", async () => {
  sendMessage.mockResolvedValue(null);
  expect(await background.lastInspected()).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

/** What is stored next to the message, and never in it. */
const SECRETS = {
  connect: { credential: { kind: "api-key", key: "k" }, keeping: { way: "session" } },
  unlock: { passphrase: "passphrase" },
  keepOtherwise: { keeping: { way: "device" } },
};

type Name = keyof FromExtensionPages;
type Call = (params?: object) => Promise<unknown>;
const names = Object.keys(FROM_EXTENSION_PAGES) as Name[];
const callOf = (name: Name) => background[name] as Call;

describe("each call sends the message of its name", () => {
  test.each(names)("%s", async (name) => {
    sendMessage.mockResolvedValue("answer");
    const secret = (SECRETS as Partial<Record<Name, object>>)[name];
    const carried = EXAMPLES[name];
    const call = callOf(name);
    expect(
      await (secret || Object.keys(carried).length > 0 ? call(secret ?? carried) : call()),
    ).toBe("answer");
    expect(sendMessage.mock.calls).toEqual([[{ type: name, ...carried }]]);
  });

  test.each<[string, () => Promise<unknown>, object]>([
    [
      "requests a new answer",
      () => background.lookUp({ query: ada, fresh: true }),
      { query: ada, fresh: true },
    ],
    ["accepts a cached answer", () => background.lookUp({ query: ada }), { query: ada }],
    [
      "requests new answers for many",
      () => background.lookUpMany({ queries: [ada], fresh: true }),
      { queries: [ada], fresh: true },
    ],
    [
      "accepts cached answers for many",
      () => background.lookUpMany({ queries: [ada], fresh: false }),
      { queries: [ada], fresh: false },
    ],
    [
      "continues a search",
      () => background.search({ text: "ada", after: { cursor: "c1", zoneId: "z1" } }),
      { text: "ada", after: { cursor: "c1", zoneId: "z1" } },
    ],
    ["unpins the side panel", () => background.pinInspected({ query: null }), { query: null }],
  ])("%s", async (_, call, carried) => {
    sendMessage.mockResolvedValue([]);
    await call();
    const [{ type, ...rest }] = sendMessage.mock.lastCall ?? [];
    expect(rest).toEqual(carried);
    expect(REQUESTS[type as RequestName].params.safeParse(rest).data).toEqual(rest);
  });

  test("its parameters are next to the name, and the caller's object isn't changed", async () => {
    sendMessage.mockResolvedValue([]);
    const params = Object.freeze({ text: "ada" });
    await background.search(params);
    await background.recents();
    expect(sendMessage.mock.calls).toEqual([
      [{ type: "search", text: "ada" }],
      [{ type: "recents" }],
    ]);
    expect(params).toEqual({ text: "ada" });
  });
});

test("a function is the same each time it is read, in any way, because effects depend on it", () => {
  const { lookUp, on } = background;
  for (const name of [...names, "on"] as const) expect(background[name]).toBe(background[name]);
  expect(background.lookUp).toBe(lookUp);
  expect(background.on).toBe(on);
  expect(Object.create(background).lookUp).toBe(lookUp);
  expect(new Set(names.map((name) => background[name])).size).toBe(names.length);
});

test("sends nothing when a function is only read", () => {
  for (const name of names) void background[name];
  expect(sendMessage).not.toHaveBeenCalled();
});

test("can be awaited, printed and compared like any object, without sending a message", async () => {
  expect(await (async () => background)()).toBe(background);
  expect(String(background)).toBe("[object Object]");
  expect(sendMessage).not.toHaveBeenCalled();
});

describe("secrets are in session storage when the background is asked to take them", () => {
  const credential: Credential = { kind: "api-key", key: "k" };
  const keeping = { way: "passphrase", passphrase: "caf\u00e9 au lait" } as const;

  test.each<[string, () => Promise<unknown>, lying: object]>([
    [
      "connect",
      () => background.connect({ credential, keeping }),
      { [OFFERED]: { credential, keeping } },
    ],
    [
      "unlock",
      () => background.unlock({ passphrase: "phrase" }),
      { [OFFERED_PASSPHRASE]: "phrase" },
    ],
    ["keepOtherwise", () => background.keepOtherwise({ keeping }), { [OFFERED_KEEPING]: keeping }],
  ])("%s, also the second time", async (type, call, lying) => {
    const found: object[] = [];
    sendMessage.mockImplementation(async () => {
      const all = await area.get(null);
      found.push(all);
      await area.remove(Object.keys(all));
      return found.length === 1 ? undefined : "answer";
    });
    expect(await call()).toBe("answer");
    expect(found).toEqual([lying, lying]);
    expect(sendMessage.mock.calls).toEqual([[{ type }], [{ type }]]);
  });
});

test("no call puts a secret into its message", async () => {
  sendMessage.mockResolvedValue("answer");
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[])
    await callOf(name)(SECRETS[name]);
  expect(sendMessage.mock.calls).toEqual([
    [{ type: "connect" }],
    [{ type: "unlock" }],
    [{ type: "keepOtherwise" }],
  ]);
});

test.each(Object.keys(NEWS) as News[])("reports only news of %s, until that is stopped", (news) => {
  const callback = vi.fn();
  const change = (...keys: string[]) => {
    const changes = Object.fromEntries(keys.map((each) => [each, { newValue: 1 }]));
    for (const listener of listeners) listener(changes);
  };
  const end = background.on(news, callback);
  change(...Object.values(NEWS).filter((each) => each !== NEWS[news]), "other", news);
  expect(callback).not.toHaveBeenCalled();
  change("other", NEWS[news]);
  expect(callback).toHaveBeenCalledTimes(1);
  end();
  change(NEWS[news]);
  expect(callback).toHaveBeenCalledTimes(1);
  expect(listeners.size).toBe(0);
});
