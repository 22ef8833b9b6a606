import { afterEach, describe, expect, test, vi } from "vitest";
import { OFFERED, OFFERED_KEEPING, OFFERED_PASSPHRASE } from "../credentials/offer.ts";
import type { Credential } from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import type { BackgroundApi } from "./background-api.ts";
import { ada, EXAMPLES } from "./examples.ts";
import { REQUESTS, type RequestName } from "./requests.ts";
import {
  CONNECTION_CHANGED,
  LAST_INSPECTED,
  PINNED_INSPECTED,
  POLICY_APPLIED,
} from "./session-keys.ts";

type Listener = (changes: Record<string, unknown>) => void;

const sendMessage = vi.fn();
const area = memoryArea();
const listeners = new Set<Listener>();
const onChanged = {
  addListener: (listener: Listener) => void listeners.add(listener),
  removeListener: (listener: Listener) => void listeners.delete(listener),
};
vi.mock("wxt/browser", () => ({
  browser: { runtime: { sendMessage }, storage: { session: { ...area, onChanged } } },
}));
const { background, onInspected, onPinned } = await import("./ask.ts");

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

describe("each call is the message of its name", () => {
  const owner = "ab3def8hij2klm9opq5rst7uvw";
  /** What the call is made with where its message carries something: as in its example. */
  const GIVEN: Partial<Record<keyof BackgroundApi, unknown[]>> = {
    connect: [{ kind: "api-key", key: "k" }, { way: "session" }],
    unlock: ["passphrase"],
    keepOtherwise: [{ way: "device" }],
    chooseZone: ["zone1"],
    lookUp: [ada],
    lookUpMany: [[ada]],
    findMentions: ["Dear ada@example.com"],
    lookElsewhere: [ada, "zone1"],
    inspectSessions: [owner],
    inspectGrants: [owner],
    inspectNames: [[{ kind: "resources", id: "r1" }]],
    search: ["ada"],
    rememberRecent: [{ query: ada, name: ada.value }],
    changeSettings: [EXAMPLES["change-settings"]],
    switchMarks: ["https://tickets.example.com/*", true],
    showInTab: [ada, 3, 0],
    pinInspected: [ada],
  };
  const names = Object.keys(background).filter((name) => !name.startsWith("on"));

  test.each(names)("%s", async (name) => {
    sendMessage.mockResolvedValue("answer");
    const call = background[name as keyof BackgroundApi] as (...given: unknown[]) => unknown;
    expect(await call(...(GIVEN[name as keyof BackgroundApi] ?? []))).toBe("answer");
    const type = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as RequestName;
    expect(sendMessage.mock.calls).toEqual([[{ type, ...EXAMPLES[type] }]]);
  });

  test.each<[string, () => Promise<unknown>, object]>([
    ["asks anew", () => background.lookUp(ada as never, true), { query: ada, fresh: true }],
    ["takes what is kept", () => background.lookUp(ada as never, false), { query: ada }],
    [
      "asks for many anew",
      () => background.lookUpMany([ada as never], true),
      { queries: [ada], fresh: true },
    ],
    [
      "takes what is kept of many",
      () => background.lookUpMany([ada as never], false),
      { queries: [ada] },
    ],
    [
      "continues a search",
      () => background.search("ada", { cursor: "c1", zoneId: "z1" }),
      { text: "ada", after: { cursor: "c1", zoneId: "z1" } },
    ],
    ["lets the side panel go", () => background.pinInspected(undefined), { query: null }],
  ])("%s", async (_, call, carried) => {
    sendMessage.mockResolvedValue([]);
    await call();
    const [message] = sendMessage.mock.lastCall ?? [];
    const { type, ...rest } = message;
    expect(rest).toEqual(carried);
    expect(REQUESTS[type as RequestName].schema.safeParse(message).data).toEqual(message);
  });
});

describe("what no message may carry lies in session storage when the background is asked to take it", () => {
  const credential: Credential = { kind: "api-key", key: "k" };
  const keeping = { way: "passphrase", passphrase: "caf\u00e9 au lait" } as const;

  test.each<[string, () => Promise<unknown>, lying: object]>([
    [
      "connect",
      () => background.connect(credential, keeping),
      { [OFFERED]: { credential, keeping } },
    ],
    ["unlock", () => background.unlock("phrase"), { [OFFERED_PASSPHRASE]: "phrase" }],
    ["keep-otherwise", () => background.keepOtherwise(keeping), { [OFFERED_KEEPING]: keeping }],
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

test.each([
  ["onInspected", onInspected, LAST_INSPECTED],
  ["onPinned", onPinned, PINNED_INSPECTED],
  ["onConnection", background.onConnection, CONNECTION_CHANGED],
  ["onPolicy", background.onPolicy, POLICY_APPLIED],
])("%s is called for its own changes, until it is ended", (_, listen, key) => {
  const callback = vi.fn();
  const change = (...keys: string[]) => {
    const changes = Object.fromEntries(keys.map((each) => [each, { newValue: 1 }]));
    for (const listener of listeners) listener(changes);
  };
  const end = listen(callback);
  change(
    ...[LAST_INSPECTED, PINNED_INSPECTED, CONNECTION_CHANGED, POLICY_APPLIED, "other"].filter(
      (each) => each !== key,
    ),
  );
  expect(callback).not.toHaveBeenCalled();
  change("other", key);
  expect(callback).toHaveBeenCalledTimes(1);
  end();
  change(key);
  expect(callback).toHaveBeenCalledTimes(1);
});
