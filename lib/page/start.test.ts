// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPage } from "./start.ts";

type Listener = (message: object, sender: { id: string }) => void;

const id = "abcdefghijklmnopabcdefghijklmnop";
const listeners = new Set<Listener>();
const sendMessage = vi.fn<(message: { type: string }) => Promise<unknown>>();
let top: object | undefined;

const tell = (message: object) => {
  for (const listener of listeners) listener(message, { id });
};
const sent = () => sendMessage.mock.calls.map(([{ type }]) => type);
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  sendMessage.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal("chrome", {
    runtime: {
      id,
      sendMessage,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  });
  top = window;
  vi.spyOn(window, "top", "get").mockImplementation(() => top as Window);
});

afterEach(() => {
  globalThis.keycardLookup?.lifetime.end();
  globalThis.keycardLookup = undefined;
  globalThis.keycardLookupMarks = undefined;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("starts once in a frame, and again after it has ended; sends nothing until then", () => {
  startPage();
  const first = globalThis.keycardLookup;
  startPage();
  expect(globalThis.keycardLookup).toBe(first);
  expect(listeners.size).toBe(1);
  first?.lifetime.end();
  expect(listeners.size).toBe(0);
  startPage();
  expect(globalThis.keycardLookup).not.toBe(first);
  expect(sent()).toEqual([]);
});

test("loads the card in the top frame when a sub-frame has someone to show, and ignores messages for sub-frames", async () => {
  startPage();
  const { role } = globalThis.keycardLookup ?? {};
  tell({ type: "cardOpened" });
  expect(role?.isOpen()).toBe(false);
  const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
  const query = { kind: "email", value: "ada@example.com" };
  tell({ type: "frameInvoked", by: "keyboard", query, anchor, zoom: 1 });
  await settled();
  expect(sent()).toEqual(["loadCard"]);
});

test("receives card messages in a sub-frame, but not those for the top frame", async () => {
  top = {};
  startPage();
  const { role } = globalThis.keycardLookup ?? {};
  tell({ type: "cardOpened" });
  expect(role?.isOpen()).toBe(true);
  tell({ type: "cardClosed" });
  tell({ type: "frameInvoked" });
  await settled();
  expect(role?.isOpen()).toBe(false);
  expect(sent()).toEqual([]);
});

test("applies changed settings at once", async () => {
  startPage();
  const settings = { showMs: 700, patterns: [], modifier: "Alt" };
  tell({ type: "settingsChanged", settings });
  expect(await globalThis.keycardLookup?.settings()).toEqual(settings);
});

test("tells marks that they may have changed, if there are any", () => {
  startPage();
  expect(() => tell({ type: "marksChanged" })).not.toThrow();
  const askAnew = vi.fn(async () => undefined);
  globalThis.keycardLookupMarks = { state: () => ({ count: 0, lines: "all" }), askAnew };
  tell({ type: "marksChanged" });
  expect(askAnew).toHaveBeenCalledOnce();
});

test("ends only when its own site is turned off", async () => {
  startPage();
  const { lifetime } = globalThis.keycardLookup ?? {};
  for (const [isOn, alive] of [
    [undefined, true],
    [true, true],
    [false, false],
  ]) {
    sendMessage.mockResolvedValueOnce(isOn);
    tell({ type: "sitesChanged" });
    await settled();
    expect(lifetime?.alive()).toBe(alive);
  }
  expect(sent()).toEqual(["isSiteOn", "isSiteOn", "isSiteOn"]);
});
