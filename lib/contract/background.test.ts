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

test("asks once more when the worker stopped before it answered, however the browser says so", async () => {
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
  ["a way of keeping", () => background.keepOtherwise({ keeping: { way: "device" } })],
])("%s that finds no room is said to, and nothing is sent", async (_, call) => {
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

test("an answer of nothing is one", async () => {
  sendMessage.mockResolvedValue(null);
  expect(await background.lastInspected()).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

/** What is laid down beside the message, and never in it. */
const SECRETS = {
  connect: { credential: { kind: "api-key", key: "k" }, keeping: { way: "session" } },
  unlock: { passphrase: "passphrase" },
  keepOtherwise: { keeping: { way: "device" } },
};

type Name = keyof FromExtensionPages;
type Call = (params?: object) => Promise<unknown>;
const names = Object.keys(FROM_EXTENSION_PAGES) as Name[];
const callOf = (name: Name) => background[name] as Call;

describe("each call is the message of its name", () => {
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
      "asks anew",
      () => background.lookUp({ query: ada, fresh: true }),
      { query: ada, fresh: true },
    ],
    ["takes what is kept", () => background.lookUp({ query: ada }), { query: ada }],
    [
      "asks for many anew",
      () => background.lookUpMany({ queries: [ada], fresh: true }),
      { queries: [ada], fresh: true },
    ],
    [
      "takes what is kept of many",
      () => background.lookUpMany({ queries: [ada], fresh: false }),
      { queries: [ada], fresh: false },
    ],
    [
      "continues a search",
      () => background.search({ text: "ada", after: { cursor: "c1", zoneId: "z1" } }),
      { text: "ada", after: { cursor: "c1", zoneId: "z1" } },
    ],
    ["lets the side panel go", () => background.pinInspected({ query: null }), { query: null }],
  ])("%s", async (_, call, carried) => {
    sendMessage.mockResolvedValue([]);
    await call();
    const [{ type, ...rest }] = sendMessage.mock.lastCall ?? [];
    expect(rest).toEqual(carried);
    expect(REQUESTS[type as RequestName].params.safeParse(rest).data).toEqual(rest);
  });

  test("its parameters stand beside the name, and stay as the caller has them", async () => {
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

test("a function is the same each time it is read, in whichever way: effects depend on it", () => {
  const { lookUp, on } = background;
  for (const name of [...names, "on"] as const) expect(background[name]).toBe(background[name]);
  expect(background.lookUp).toBe(lookUp);
  expect(background.on).toBe(on);
  expect(Object.create(background).lookUp).toBe(lookUp);
  expect(new Set(names.map((name) => background[name])).size).toBe(names.length);
});

test("nothing is sent for a function that is only read", () => {
  for (const name of names) void background[name];
  expect(sendMessage).not.toHaveBeenCalled();
});

test("it can be awaited, printed and compared like any object: it is no message then", async () => {
  expect(await (async () => background)()).toBe(background);
  expect(String(background)).toBe("[object Object]");
  expect(sendMessage).not.toHaveBeenCalled();
});

describe("what no message may carry lies in session storage when the background is asked to take it", () => {
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
  ])("%s, the second time too", async (type, call, lying) => {
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

test("no call that has a secret puts it into the message", async () => {
  sendMessage.mockResolvedValue("answer");
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[])
    await callOf(name)(SECRETS[name]);
  expect(sendMessage.mock.calls).toEqual([
    [{ type: "connect" }],
    [{ type: "unlock" }],
    [{ type: "keepOtherwise" }],
  ]);
});

test.each(Object.keys(NEWS) as News[])("news of %s are told alone, until that is ended", (news) => {
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
