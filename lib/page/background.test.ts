import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ToEveryFrame, ToSubFrames, ToTopFrame } from "../contract/content-scripts.ts";
import type { MessageHandlers } from "../contract/message-handlers.ts";
import { connectBackground, listenToBackground } from "./background.ts";
import { fakeLifetime } from "./fake-background.ts";

type Listener = (message: unknown, sender: { id?: string; tab?: object }) => void;

const EXTENSION = "abcdefghijklmnopabcdefghijklmnop";
const listeners = new Set<Listener>();
const sendMessage = vi.fn<(message: object) => Promise<unknown>>();

beforeEach(() => {
  listeners.clear();
  sendMessage.mockReset();
  vi.stubGlobal("chrome", {
    runtime: {
      id: EXTENSION,
      sendMessage,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("sending to the background", () => {
  const query = { kind: "email", value: "ada@example.com" } as const;
  const filling = { query, pinned: true, expanded: false, again: true };

  test("sends the name with its parameters, and returns the reply", async () => {
    const { send } = connectBackground(fakeLifetime());
    sendMessage.mockResolvedValueOnce({ painted: true });
    expect(await send("fillCard", filling)).toEqual({ painted: true });
    sendMessage.mockResolvedValueOnce(false);
    expect(await send("isSiteOn")).toBe(false);
    expect(sendMessage.mock.calls).toEqual([
      [{ type: "fillCard", ...filling }],
      [{ type: "isSiteOn" }],
    ]);
  });

  test("sends once more, and only once, if the worker has just stopped", async () => {
    const { send } = connectBackground(fakeLifetime());
    sendMessage.mockRejectedValueOnce(new Error("port closed")).mockResolvedValueOnce(true);
    expect(await send("beginMarks")).toBe(true);
    sendMessage.mockReset().mockRejectedValue(new Error("port closed"));
    expect(await send("beginMarks")).toBeUndefined();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test("returns undefined for every kind of missing reply", async () => {
    const { send } = connectBackground(fakeLifetime());
    for (const nothing of [null, undefined]) {
      sendMessage.mockResolvedValueOnce(nothing);
      expect(await send("loadCard")).toBeUndefined();
    }
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test("sends nothing once the extension is gone", async () => {
    const lifetime = fakeLifetime();
    const { send } = connectBackground(lifetime);
    lifetime.end();
    expect(await send("loadLook")).toBeUndefined();
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test("only compiles for messages that the contract lets a content script send", () => {
    const { send } = connectBackground(fakeLifetime());
    sendMessage.mockResolvedValue(undefined);
    return Promise.all([
      // @ts-expect-error: no such message
      send("seeCard"),
      // @ts-expect-error: only extension pages can send it
      send("forgetKey"),
      // @ts-expect-error: a ticket needs a page
      send("issueTicket"),
      // @ts-expect-error: the page is a number
      send("issueTicket", { page: "1" }),
      // @ts-expect-error: it has no parameters
      send("emptyCard", { query }),
    ]);
  });
});

describe("receiving from the background", () => {
  const everywhere = (): MessageHandlers<ToEveryFrame> => ({
    settingsChanged: vi.fn(),
    marksChanged: vi.fn(),
    sitesChanged: vi.fn(),
  });
  const inSubFrame = () => ({
    ...everywhere(),
    cardOpened: vi.fn(),
    cardClosed: vi.fn(),
  });
  const tell: Listener = (message, sender) => {
    for (const listener of listeners) listener(message, sender);
  };
  const extension = { id: EXTENSION };
  const all = (handlers: object) =>
    Object.values(handlers).flatMap((hear) => vi.mocked(hear as () => void).mock.calls);

  test("calls the handler of the message with its parameters and nothing else", () => {
    const handlers = inSubFrame();
    listenToBackground(handlers, new AbortController().signal);
    const settings = { showMs: 250, patterns: [] };
    tell({ type: "settingsChanged", settings }, extension);
    expect(all(handlers)).toEqual([[{ settings }]]);
    expect(handlers.settingsChanged).toHaveBeenCalledOnce();
    tell({ type: "cardOpened" }, extension);
    expect(handlers.cardOpened).toHaveBeenCalledExactlyOnceWith({});
  });

  test.each<[string, unknown]>([
    ["for frames of the other role", { type: "closeCard" }],
    ["without a name", { settings: 1 }],
    ["with a name that every object has", { type: "toString" }],
    ["whose name isn't a string", { type: ["cardOpened"] }],
    ["a string", "cardOpened"],
    ["undefined", undefined],
    ["null", null],
  ])("ignores a malformed message: %s", (_, message) => {
    const handlers = inSubFrame();
    listenToBackground(handlers, new AbortController().signal);
    expect(() => tell(message, extension)).not.toThrow();
    expect(all(handlers)).toEqual([]);
  });

  test.each([
    ["another content script of this extension", { id: EXTENSION, tab: { id: 1 } }],
    ["another extension", { id: "ponmlkjihgfedcbaponmlkjihgfedcba" }],
    ["a sender that the browser doesn't name", {}],
  ])("ignores a message from %s", (_, sender) => {
    const handlers = inSubFrame();
    listenToBackground(handlers, new AbortController().signal);
    tell({ type: "cardOpened" }, sender);
    expect(all(handlers)).toEqual([]);
  });

  test("hears nothing after the end, even if the extension is gone by then", () => {
    const [ended, gone] = [new AbortController(), new AbortController()];
    listenToBackground(inSubFrame(), ended.signal);
    expect(listeners.size).toBe(1);
    ended.abort();
    expect(listeners.size).toBe(0);
    listenToBackground(inSubFrame(), gone.signal);
    vi.stubGlobal("chrome", {});
    expect(() => gone.abort()).not.toThrow();
  });

  test("requires a handler for every message to a frame of the role: a missing one doesn't compile", () => {
    const { signal } = new AbortController();
    const inTopFrame: MessageHandlers<ToTopFrame & ToEveryFrame> = {
      ...everywhere(),
      frameInput: vi.fn(),
      frameInvoked: vi.fn(),
      pointerInCard: vi.fn(),
      closeCard: vi.fn(),
      pinCard: vi.fn(),
      resizeCard: vi.fn(),
    };
    listenToBackground(inTopFrame, signal);
    const { pinCard: _, ...forgotten } = inTopFrame;
    // @ts-expect-error: a message to the top frame is missing
    listenToBackground(forgotten, signal);
    const { cardClosed: __, ...ofSubFrame } = inSubFrame();
    // @ts-expect-error: a message to sub-frames is missing
    listenToBackground(ofSubFrame, signal);
    const { settingsChanged: ___, ...ofEveryFrame } = inSubFrame();
    // @ts-expect-error: a message to every frame is missing
    listenToBackground(ofEveryFrame, signal);
    const onlyOfSubFrames: MessageHandlers<ToSubFrames> = {
      cardOpened: vi.fn(),
      cardClosed: vi.fn(),
    };
    // @ts-expect-error: the messages to every frame are missing here too
    listenToBackground(onlyOfSubFrames, signal);
    const wrongPin = { ...inTopFrame, pinCard: ({ pinned }: { pinned: string }) => pinned };
    // @ts-expect-error: the parameter isn't a string
    listenToBackground(wrongPin, signal);
  });
});
