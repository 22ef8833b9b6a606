import { beforeEach, expect, it, vi } from "vitest";
import type { FromCardMessage } from "../../lib/contract/card-port.ts";
import type { Query } from "../../lib/query.ts";
import { ada, bob, found, looked, stale, zone } from "../testing/sample-users.ts";
import { createCardStore } from "./card-store.ts";

/** The background's end of the ports that the store opened. */
class FakePort {
  sent: FromCardMessage[] = [];
  receive: (message: unknown) => void = () => undefined;
  cut: () => void = () => undefined;
  onMessage = {
    addListener: (listener: (message: unknown) => void) => {
      this.receive = listener;
    },
  };
  onDisconnect = {
    addListener: (listener: () => void) => {
      this.cut = listener;
    },
  };
  postMessage(message: FromCardMessage) {
    this.sent.push(message);
  }
}

let ports: FakePort[];
let waits: number[];
let due: () => void;
let clock: number;

beforeEach(() => {
  ports = [];
  waits = [];
  due = () => undefined;
  clock = 0;
});

function store() {
  const connect = () => {
    const port = new FakePort();
    ports.push(port);
    return port;
  };
  const later = (run: () => void, ms: number) => {
    waits.push(ms);
    due = run;
  };
  return createCardStore(connect, undefined, later, () => clock);
}

function last(): FakePort {
  const port = ports.at(-1);
  if (!port) throw new Error("no port was opened");
  return port;
}

const query: Query = { kind: "email", value: "ada@example.com" };
const begin = { type: "begin", look: 1, query, zone, pinned: false, expanded: false };

it("connects at once and waits", () => {
  expect(store().view.value).toEqual({ state: "waiting" });
  expect(ports).toHaveLength(1);
});

it("shows the loading state, then the answer", () => {
  const { view } = store();
  last().receive(begin);
  expect(view.value).toEqual({ state: "loading", look: 1, query, zone });
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  expect(view.value).toMatchObject({ state: "answered", query, answer: { users: [ada] } });
});

it("drops the answer to an older look, and messages it doesn't expect", () => {
  const { view } = store();
  last().receive(begin);
  last().receive({ ...begin, look: 2, query: { kind: "id", value: bob.id } });
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  expect(view.value).toMatchObject({ state: "loading", look: 2 });
  last().receive({ type: "painted", look: 2 });
  expect(view.value).toMatchObject({ state: "loading", look: 2 });
  last().receive({ type: "answer", look: 2, answer: found(bob) });
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  expect(view.value).toMatchObject({ answer: { users: [bob] } });
});

it("shows a stale answer until the newer one for the same look arrives", () => {
  const { view } = store();
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: stale(ada) });
  expect(view.value).toMatchObject({ answer: { users: [ada] }, refreshing: true });
  last().receive({ type: "answer", look: 1, answer: found({ ...ada, status: "disabled" }) });
  expect(view.value).toMatchObject({ answer: { users: [{ status: "disabled" }] } });
  expect(view.value).toMatchObject({ refreshing: false });
});

it("keeps a stale answer that couldn’t be refreshed, and says why; doesn’t keep a current one", () => {
  const { view } = store();
  const failed = { state: "failed", failure: { why: "network" } };
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: stale(ada) });
  last().receive({ type: "answer", look: 1, answer: failed });
  const kept = { answer: { users: [ada] }, refreshing: false, notRefreshed: { why: "network" } };
  expect(view.value).toMatchObject(kept);
  last().receive({ ...begin, look: 2 });
  last().receive({ type: "answer", look: 2, answer: failed });
  expect(view.value).toMatchObject(kept);
  last().receive({ ...begin, look: 3 });
  last().receive({ type: "answer", look: 3, answer: found(ada) });
  last().receive({ ...begin, look: 4 });
  last().receive({ type: "answer", look: 4, answer: failed });
  expect(view.value).toMatchObject({ answer: failed });
});

it("receives the other zones, for this look only", async () => {
  const { lookElsewhere } = store();
  last().receive(begin);
  const reply = lookElsewhere();
  expect(last().sent).toEqual([{ type: "lookElsewhere" }]);
  last().receive({ type: "elsewhere", look: 0, reply: { state: "unlisted" } });
  last().receive({ type: "elsewhere", look: 1, reply: looked({}) });
  expect(await reply).toEqual(looked({}));
});

it("receives suggestions besides that, each independently", async () => {
  const { lookElsewhere, suggest } = store();
  last().receive(begin);
  const [elsewhere, suggestions] = [lookElsewhere(), suggest()];
  expect(last().sent).toEqual([{ type: "lookElsewhere" }, { type: "suggest" }]);
  const nobody = { state: "searched", people: [], over: 0 } as const;
  last().receive({ type: "suggestions", look: 0, reply: { ...nobody, over: 1 } });
  last().receive({ type: "suggestions", look: 1, reply: nobody });
  expect(await suggestions).toEqual(nobody);
  last().receive({ type: "elsewhere", look: 1, reply: looked({}) });
  expect(await elsewhere).toEqual(looked({}));
});

it("stops waiting when the worker dies, and can ask again", async () => {
  const { view, lookElsewhere, suggest } = store();
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: stale(ada) });
  const replies = [lookElsewhere(), suggest()];
  last().cut();
  for (const reply of replies) await expect(reply).rejects.toThrow();
  expect(view.value).toMatchObject({ refreshing: false, notRefreshed: { why: "aborted" } });
  due();
  const again = lookElsewhere();
  expect(last().sent).toEqual([{ type: "lookElsewhere" }]);
  last().receive({ type: "elsewhere", look: 1, reply: { state: "unlisted" } });
  expect(await again).toEqual({ state: "unlisted" });
});

it("searches no other zones for someone who is no longer shown", async () => {
  const { lookElsewhere } = store();
  await expect(lookElsewhere()).rejects.toThrow();
  last().receive(begin);
  void lookElsewhere();
  last().receive({ ...begin, look: 2 });
  expect(last().sent).toEqual([{ type: "lookElsewhere" }]);
});

it("keeps the previous answer while the same person is looked up again, never someone else's", () => {
  const { view } = store();
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  last().receive({ ...begin, look: 2 });
  expect(view.value).toMatchObject({ state: "loading", former: { users: [ada] } });
  last().receive({ ...begin, look: 3, query: { kind: "email", value: "bob@example.com" } });
  expect(view.value).not.toHaveProperty("former");
  last().receive({ type: "answer", look: 3, answer: found(bob) });
  last().receive({
    ...begin,
    look: 4,
    query: { kind: "email", value: "bob@example.com" },
    zone: { id: "z9" },
  });
  expect(view.value).not.toHaveProperty("former");
});

it("shows no one when the card is hidden", () => {
  const { view } = store();
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  last().receive({ type: "empty" });
  expect(view.value).toEqual({ state: "waiting" });
  last().receive({ ...begin, look: 2 });
  expect(view.value).not.toHaveProperty("former");
});

it("follows the pinned state", () => {
  const { pinned, expanded } = store();
  last().receive({ ...begin, pinned: true });
  expect(pinned.value).toBe(true);
  last().receive({ type: "standing", pinned: false, expanded: false });
  expect(pinned.value).toBe(false);
  last().receive({ type: "standing", pinned: true, expanded: false });
  expect([pinned.value, expanded.value]).toEqual([true, false]);
});

it("follows the card's size", () => {
  const { pinned, expanded } = store();
  last().receive({ ...begin, expanded: true });
  expect(expanded.value).toBe(true);
  last().receive({ type: "standing", pinned: false, expanded: false });
  expect(expanded.value).toBe(false);
  last().receive({ type: "standing", pinned: false, expanded: true });
  expect([pinned.value, expanded.value]).toEqual([false, true]);
});

it("reconnects when the worker dies, and keeps what it shows", () => {
  const { view, send } = store();
  last().receive(begin);
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  last().cut();
  expect(view.value).toMatchObject({ state: "answered" });
  due();
  expect(ports).toHaveLength(2);
  send({ type: "refresh" });
  expect(last().sent).toEqual([{ type: "refresh" }]);
});

it("connects at once when there is something to send", () => {
  const { send } = store();
  last().cut();
  send({ type: "close" });
  expect(last().sent).toEqual([{ type: "close" }]);
  due();
  expect(ports).toHaveLength(2);
});

it("backs off while connections are cut at once, then gives up", () => {
  const { view } = store();
  for (let cut = 0; cut < 6; cut++) {
    last().cut();
    due();
  }
  expect(waits).toEqual([20, 100, 400, 1500, 5000]);
  expect(view.value).toEqual({ state: "lost" });
});

it("never gives up on a background that accepts it, however often the worker sleeps", () => {
  const { view } = store();
  for (let night = 0; night < 20; night++) {
    clock += 30_000;
    last().cut();
    due();
  }
  expect(new Set(waits)).toEqual(new Set([20]));
  expect(view.value).toEqual({ state: "waiting" });
});

it("says when it has become visible, and when it was closed", () => {
  const events: string[] = [];
  const port = new FakePort();
  createCardStore(() => port, {
    shown: () => events.push("shown"),
    hidden: () => events.push("hidden"),
  });
  port.receive(begin);
  expect(events).toEqual([]);
  port.receive({ type: "shown" });
  port.receive({ type: "empty" });
  expect(events).toEqual(["shown", "hidden"]);
});

it("gives up when the extension is gone", () => {
  const { view } = createCardStore(
    () => {
      throw new Error("Extension context invalidated.");
    },
    undefined,
    (run) => run(),
    () => 0,
  );
  expect(view.value).toEqual({ state: "lost" });
});

it("survives Firefox's teardown of its frame, in which starting a timer throws", () => {
  const port = new FakePort();
  createCardStore(() => port);
  vi.stubGlobal("setTimeout", () => {
    throw new Error("Component not initialized");
  });
  try {
    expect(() => port.cut()).not.toThrow();
  } finally {
    vi.unstubAllGlobals();
  }
});

it("takes names for the look it shows, and keeps them while the same person is looked up again", () => {
  const { names } = store();
  const okta = { kind: "providers", id: "p1", name: "Okta" };
  last().receive({ type: "names", look: 1, names: [okta] });
  expect(names.value.size).toBe(0);
  last().receive(begin);
  last().receive({ type: "names", look: 2, names: [okta] });
  expect(names.value.size).toBe(0);
  last().receive({ type: "names", look: 1, names: [okta] });
  last().receive({ type: "answer", look: 1, answer: found(ada) });
  last().receive({ type: "names", look: 1, names: [{ ...okta, id: "p2" }] });
  expect([...names.value.keys()]).toEqual(["providers p1", "providers p2"]);
  last().receive({ ...begin, look: 2 });
  expect(names.value.get("providers p1")).toEqual(okta);
  last().receive({ ...begin, look: 3, query: { kind: "email", value: "bob@example.com" } });
  expect(names.value.size).toBe(0);
  last().receive({ type: "names", look: 3, names: [okta] });
  last().receive({ type: "empty" });
  expect(names.value.size).toBe(0);
});
