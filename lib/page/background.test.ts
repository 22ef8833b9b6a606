import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ToEveryFrame, ToSubFrames, ToTopFrame } from "../contract/content-scripts.ts";
import type { Hears } from "../contract/hears.ts";
import { connectBackground, hearBackground } from "./background.ts";
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

describe("what is sent", () => {
  const query = { kind: "email", value: "ada@example.com" } as const;
  const filling = { query, pinned: true, expanded: false, again: true };

  test("is the name and what it carries, and the reply comes back", async () => {
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

  test("goes out once more when the worker has just died, and no oftener", async () => {
    const { send } = connectBackground(fakeLifetime());
    sendMessage.mockRejectedValueOnce(new Error("port closed")).mockResolvedValueOnce(true);
    expect(await send("beginMarks")).toBe(true);
    sendMessage.mockReset().mockRejectedValue(new Error("port closed"));
    expect(await send("beginMarks")).toBeUndefined();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test("no answer is none, however the browser says so", async () => {
    const { send } = connectBackground(fakeLifetime());
    for (const nothing of [null, undefined]) {
      sendMessage.mockResolvedValueOnce(nothing);
      expect(await send("loadCard")).toBeUndefined();
    }
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test("nothing, once the extension is gone", async () => {
    const lifetime = fakeLifetime();
    const { send } = connectBackground(lifetime);
    lifetime.end();
    expect(await send("loadLook")).toBeUndefined();
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test("only what the contract lets a content script send", () => {
    const { send } = connectBackground(fakeLifetime());
    sendMessage.mockResolvedValue(undefined);
    return Promise.all([
      // @ts-expect-error: nobody hears that
      send("seeCard"),
      // @ts-expect-error: only pages of the extension may
      send("forgetKey"),
      // @ts-expect-error: a ticket is for a page
      send("issueTicket"),
      // @ts-expect-error: which a number stands for
      send("issueTicket", { page: "1" }),
      // @ts-expect-error: it carries nothing
      send("emptyCard", { query }),
    ]);
  });
});

describe("what is heard", () => {
  const everywhere = (): Hears<ToEveryFrame> => ({
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
  const all = (hears: object) =>
    Object.values(hears).flatMap((hear) => vi.mocked(hear as () => void).mock.calls);

  test("goes to the one who hears it, with what it carries and no more", () => {
    const hears = inSubFrame();
    hearBackground(hears, new AbortController().signal);
    const settings = { showMs: 250, patterns: [] };
    tell({ type: "settingsChanged", settings }, extension);
    expect(all(hears)).toEqual([[{ settings }]]);
    expect(hears.settingsChanged).toHaveBeenCalledOnce();
    tell({ type: "cardOpened" }, extension);
    expect(hears.cardOpened).toHaveBeenCalledExactlyOnceWith({});
  });

  test.each<[string, unknown]>([
    ["of the other role's frames", { type: "closeCard" }],
    ["of no name", { settings: 1 }],
    ["of a name that every object has", { type: "toString" }],
    ["whose name is no text", { type: ["cardOpened"] }],
    ["that is a text", "cardOpened"],
    ["that is nothing", undefined],
    ["that is null", null],
  ])("not a message %s", (_, message) => {
    const hears = inSubFrame();
    hearBackground(hears, new AbortController().signal);
    expect(() => tell(message, extension)).not.toThrow();
    expect(all(hears)).toEqual([]);
  });

  test.each([
    ["another content script of ours", { id: EXTENSION, tab: { id: 1 } }],
    ["another extension", { id: "ponmlkjihgfedcbaponmlkjihgfedcba" }],
    ["nobody that the browser names", {}],
  ])("not %s", (_, sender) => {
    const hears = inSubFrame();
    hearBackground(hears, new AbortController().signal);
    tell({ type: "cardOpened" }, sender);
    expect(all(hears)).toEqual([]);
  });

  test("nothing more at the end, also when the extension is gone by then", () => {
    const [ended, gone] = [new AbortController(), new AbortController()];
    hearBackground(inSubFrame(), ended.signal);
    expect(listeners.size).toBe(1);
    ended.abort();
    expect(listeners.size).toBe(0);
    hearBackground(inSubFrame(), gone.signal);
    vi.stubGlobal("chrome", {});
    expect(() => gone.abort()).not.toThrow();
  });

  test("all that a frame of a role is told: one message that is forgotten does not compile", () => {
    const { signal } = new AbortController();
    const inTopFrame: Hears<ToTopFrame & ToEveryFrame> = {
      ...everywhere(),
      frameInput: vi.fn(),
      frameInvoked: vi.fn(),
      pointerInCard: vi.fn(),
      closeCard: vi.fn(),
      pinCard: vi.fn(),
      resizeCard: vi.fn(),
    };
    hearBackground(inTopFrame, signal);
    const { pinCard: _, ...forgotten } = inTopFrame;
    // @ts-expect-error: of the top frame
    hearBackground(forgotten, signal);
    const { cardClosed: __, ...ofSubFrame } = inSubFrame();
    // @ts-expect-error: of the frames inside a page
    hearBackground(ofSubFrame, signal);
    const { settingsChanged: ___, ...ofEveryFrame } = inSubFrame();
    // @ts-expect-error: of every frame
    hearBackground(ofEveryFrame, signal);
    const onlyOfSubFrames: Hears<ToSubFrames> = { cardOpened: vi.fn(), cardClosed: vi.fn() };
    // @ts-expect-error: of every frame, too
    hearBackground(onlyOfSubFrames, signal);
    // @ts-expect-error: what it carries is not a text
    hearBackground({ ...inTopFrame, pinCard: ({ pinned }: { pinned: string }) => pinned }, signal);
  });
});
