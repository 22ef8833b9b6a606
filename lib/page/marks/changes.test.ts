// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { MARK_JOBS_MAX, watchChanges } from "./changes.ts";

/** What was observed, in the order of the calls. */
let observed: { target: Node; options: MutationObserverInit | undefined }[] = [];
let disconnected = 0;
let tell: (records: Partial<MutationRecord>[]) => void = () => {};

class FakeObserver {
  constructor(callback: (records: Partial<MutationRecord>[]) => void) {
    tell = callback;
  }
  observe(target: Node, options?: MutationObserverInit) {
    observed.push({ target, options });
  }
  disconnect() {
    disconnected++;
  }
}

beforeEach(() => {
  observed = [];
  disconnected = 0;
  vi.stubGlobal("MutationObserver", FakeObserver);
});

const NONE = [] as unknown as NodeList;
const added = (...nodes: Node[]) => ({
  type: "childList" as const,
  addedNodes: nodes as unknown as NodeList,
  removedNodes: NONE,
});

describe("watching what a page adds and removes", () => {
  test("never observes attributes, and observes character data only once the page has changed", () => {
    const changes = watchChanges(() => {});
    changes.watch(document);
    expect(observed).toEqual([
      { target: document, options: { subtree: true, childList: true, characterData: false } },
    ]);
    tell([added(document.createElement("p"))]);
    expect(observed.slice(1)).toEqual([
      { target: document, options: { subtree: true, childList: true, characterData: true } },
    ]);
    tell([added(document.createElement("p"))]);
    expect(observed).toHaveLength(2);
    for (const { options } of observed) expect(options).not.toHaveProperty("attributes");
  });

  test("only queues in the callback", () => {
    const read = vi.fn();
    const changes = watchChanges(read);
    changes.watch(document);
    expect(changes.next()).toEqual({ root: document, batch: 0 });
    const [one, two] = [document.createElement("p"), document.createTextNode("x")];
    tell([
      added(one),
      { type: "characterData", target: two, addedNodes: NONE, removedNodes: NONE },
    ]);
    expect(read).toHaveBeenCalledTimes(1);
    expect([changes.next(), changes.next(), changes.next()]).toEqual([
      { root: one, batch: 1 },
      { root: two, batch: 1 },
      undefined,
    ]);
  });

  test("doesn't read what shows no text: comments, processing instructions", () => {
    const read = vi.fn();
    const changes = watchChanges(read);
    const comment = document.createComment("react-text: 1");
    const instruction = document.createProcessingInstruction("xml-stylesheet", "x");
    tell([
      added(comment, instruction),
      { type: "characterData", target: comment, addedNodes: NONE, removedNodes: NONE },
    ]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(changes.next()).toBeUndefined();
  });

  test("reads a form whose fields hide its own properties", () => {
    const changes = watchChanges(() => {});
    const form = document.createElement("form");
    Object.defineProperty(form, "nodeType", { value: document.createElement("input") });
    tell([added(form)]);
    expect(changes.next()?.root).toBe(form);
  });

  test("reports a removal once", () => {
    const changes = watchChanges(() => {});
    expect(changes.wasRemoved()).toBe(false);
    const removedNodes = [document.createElement("p")] as unknown as NodeList;
    tell([{ type: "childList", addedNodes: NONE, removedNodes }]);
    expect(changes.wasRemoved()).toBe(true);
    expect(changes.wasRemoved()).toBe(false);
  });

  test("reads everything once if there is too much to read one by one", () => {
    const changes = watchChanges(() => {});
    changes.watch(document);
    changes.next();
    tell([added(...Array.from({ length: MARK_JOBS_MAX + 1 }, () => document.createElement("p")))]);
    expect(changes.next()).toEqual({ root: document, batch: 1 });
    expect(changes.next()).toBeUndefined();
  });

  test("watches a tree once, and none after the end", () => {
    const changes = watchChanges(() => {});
    changes.watch(document);
    changes.watch(document);
    expect(observed).toHaveLength(1);
    changes.stop();
    expect(disconnected).toBe(1);
  });
});
