// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import type { FromCardMessage, ToCardMessage } from "../../lib/contract/card-port.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import { userId } from "../../lib/keycard/ids.ts";
import { type AnswerRestStore, answerRest } from "../answer/rest.ts";
import { answerRestHere } from "../answer/rest-here.ts";
import { loadOnce } from "../parts/load-once.ts";
import { absent, ada, bob, found, lookedEverywhere, stale, zone } from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  eventually,
  hasButton,
  holdDown,
  letGo,
  one,
  page,
  settle,
  show,
} from "../testing/test-page.ts";
import { Card } from "./card.tsx";
import { createCardStore } from "./card-store.ts";

afterEach(clear);

const query = { kind: "email", value: "Ada.Lovelace@example.com" } as const;
const begin = {
  type: "begin",
  look: 1,
  query,
  zone,
  pinned: false,
  expanded: false,
} satisfies ToCardMessage;

const drawn = () => page.querySelectorAll("article, .sharer").length;

async function card(sidePanel = true, rest: AnswerRestStore = answerRestHere) {
  const sent: FromCardMessage[] = [];
  /** The looks that the card has reported as painted. */
  const painted: number[] = [];
  /** How many users were drawn at each report. */
  const drawnBy: number[] = [];
  let receive: (message: unknown) => void = () => undefined;
  const store = createCardStore(() => ({
    postMessage(message) {
      if (message.type !== "painted") return void sent.push(message);
      painted.push(message.look);
      drawnBy.push(drawn());
    },
    onMessage: {
      addListener: (listener) => {
        receive = listener;
      },
    },
    onDisconnect: { addListener: () => undefined },
  }));
  await show(<Card store={store} rest={rest} sidePanel={sidePanel} />);
  const tell = (...messages: ToCardMessage[]) => act(() => messages.forEach(receive));
  return { sent, painted, drawnBy, tell };
}

const state = () => one("main").getAttribute("data-state");

describe("an answer whose code is still loading", () => {
  const isBusy = () => one("main").getAttribute("aria-busy");

  it.each<[string, Answer]>([
    ["failed", { state: "failed", failure: { why: "server", status: 503 } }],
    ["found", crowd(2)],
  ])("counts as loading until it is drawn: %s", async (name, answer) => {
    let come = (_: typeof answerRest) => {};
    const rest = loadOnce(() => new Promise<typeof answerRest>((resolve) => (come = resolve)));
    const { tell } = await card(true, rest);
    await tell(begin, { type: "answer", look: 1, answer });
    expect([state(), isBusy()]).toEqual(["loading", "true"]);
    await act(() => come(answerRest));
    await eventually(() => expect([state(), isBusy()]).toEqual([name, "false"]));
  });

  it("shows one user at once, who needs none of it", async () => {
    const { tell } = await card(
      true,
      loadOnce(() => new Promise<never>(() => {})),
    );
    await tell(begin, { type: "answer", look: 1, answer: found(ada) });
    expect([state(), isBusy()]).toEqual(["found", "false"]);
  });

  it("is shown as what it is if its code can't be loaded", async () => {
    const { tell } = await card(
      true,
      loadOnce(() => Promise.reject(new Error("gone"))),
    );
    await tell(begin, { type: "answer", look: 1, answer: crowd(2) });
    await eventually(() => expect([state(), isBusy()]).toEqual(["found", "false"]));
  });
});

it("reports that the previous person is gone only when that is true", async () => {
  const { painted, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: found(ada) });
  await tell({ ...begin, look: 2, query: { kind: "email", value: bob.email ?? "" } });
  await eventually(() => expect(painted.at(-1)).toBe(2));
  expect(page.querySelector("article")).toBeNull();
  await settle();
  expect(page.textContent).not.toContain("ada");
});

/** A number of users who share one address. */
const crowd = (count: number) => {
  const [first, ...more] = Array.from({ length: count }, (_, n) => ({
    ...bob,
    id: userId(`crowd${String(n).padStart(21, "0")}`),
  }));
  return found(first ?? bob, ...more);
};

describe("an answer that arrives right after the lookup started", () => {
  it.each([1, 10])("is drawn at once with %i users", async (count) => {
    const { painted, drawnBy, tell } = await card();
    await tell(begin, { type: "answer", look: 1, answer: crowd(count) });
    expect(drawn()).toBe(count);
    await eventually(() => expect(painted).toEqual([1]));
    expect(drawnBy).toEqual([count]);
  });

  it("is drawn with more users only after the card has reported that no one else is shown", async () => {
    const { painted, drawnBy, tell } = await card();
    await tell(begin, { type: "answer", look: 1, answer: crowd(11) });
    expect(drawn()).toBe(0);
    expect(page.textContent).toContain(query.value);
    await eventually(() => expect(drawn()).toBe(11));
    expect([painted, drawnBy]).toEqual([[1], [0]]);
    // Another person counts as new.
    const other = { kind: "id", value: bob.id } as const;
    await tell({ ...begin, look: 2, query: other }, { type: "answer", look: 2, answer: crowd(12) });
    expect(drawn()).toBe(0);
    await eventually(() => expect(drawn()).toBe(12));
    expect([painted, drawnBy]).toEqual([
      [1, 2],
      [0, 0],
    ]);
    // So does the same person after an empty card.
    await tell({ type: "empty" });
    await tell({ ...begin, look: 3, query: other }, { type: "answer", look: 3, answer: crowd(12) });
    expect(drawn()).toBe(0);
    await eventually(() => expect(drawn()).toBe(12));
    expect(drawnBy).toEqual([0, 0, 0]);
  });

  it("stays painted with any number of users while the same person is looked up again", async () => {
    const { painted, drawnBy, tell } = await card();
    await tell(begin, { type: "answer", look: 1, answer: crowd(11) });
    await eventually(() => expect(drawn()).toBe(11));
    const article = one(".sharer");
    await tell({ ...begin, look: 2 });
    expect(one(".sharer")).toBe(article);
    await eventually(() => expect(painted).toEqual([1, 2]));
    expect(drawnBy).toEqual([0, 11]);
    await tell({ type: "answer", look: 2, answer: crowd(11) });
    expect(one(".sharer")).toBe(article);
    expect(drawn()).toBe(11);
  });

  it("isn't reported if its person is replaced before a frame is painted", async () => {
    const { painted, tell } = await card();
    await tell(begin, { type: "answer", look: 1, answer: crowd(11) });
    await tell({ ...begin, look: 2, query: { kind: "id", value: bob.id } });
    await eventually(() => expect(painted).toContain(2));
    expect(painted).toEqual([2]);
  });
});

it("exposes its state, and whether it is busy", async () => {
  const { tell } = await card();
  expect(state()).toBe("loading");
  await tell(begin);
  expect(state()).toBe("loading");
  expect(one("main").getAttribute("aria-busy")).toBe("true");
  await tell({ type: "answer", look: 1, answer: found(ada) });
  expect(state()).toBe("found");
  expect(one("main").getAttribute("aria-busy")).toBe("false");
  expect(one("article").getAttribute("data-user-id")).toBe(ada.id);
  await tell({ type: "empty" });
  await settle();
  expect(page.textContent).not.toContain("ada");
});

it("announces the answer", async () => {
  const { tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: found(ada) });
  expect(one("[role=status]").textContent).toBe(
    "ada.lovelace@example.com: Active, E-mail verified",
  );
});

it("announces a stale answer only if no newer one follows", async () => {
  const { tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: stale(ada) });
  expect(state()).toBe("found");
  expect(one("main").getAttribute("aria-busy")).toBe("true");
  expect(one(".age").textContent).toBe("From 12 minutes ago · refreshing");
  expect(one("[role=status]").textContent).toBe("");
  await tell({ type: "answer", look: 1, answer: found(ada) });
  expect(one("main").getAttribute("aria-busy")).toBe("false");
  // The line stays, so that nothing below it moves.
  expect(one(".age").textContent).toBe("Refreshed just now");
  expect(one("[role=status]").textContent).toContain("Active");
  await tell({ ...begin, look: 2 });
  await tell({ type: "answer", look: 2, answer: stale(ada) });
  await tell({ type: "answer", look: 2, answer: { state: "failed", failure: { why: "offline" } } });
  expect(state()).toBe("found");
  expect(one("[role=status]").textContent).toBe(
    "ada.lovelace@example.com: Active, E-mail verified. From 12 minutes ago. couldn’t refresh: Keycard couldn’t be reached: this browser is offline.",
  );
});

it("searches other zones, and clears them on a refresh", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: absent });
  await click(button("Search other zones"));
  expect(sent.at(-1)).toEqual({ type: "lookElsewhere" });
  expect(button("Search other zones").disabled).toBe(true);
  expect(one("progress").getAttribute("aria-label")).toBe("Searching other zones…");
  await tell({ type: "elsewhere", look: 1, reply: lookedEverywhere });
  await settle();
  expect(state()).toBe("absent");
  expect(page.querySelector("progress")).toBeNull();
  expect(drawn()).toBe(3);
  expect(one("[role=status]").textContent).toContain("Found in Staging: ada.lovelace@example.com");
  // The worker slept, and sends everything again.
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: { ...absent } });
  expect(drawn()).toBe(3);
  await tell({ ...begin, look: 2 });
  expect(page.querySelector("article")).toBeNull();
  expect(button("Search other zones").disabled).toBe(false);
  await tell({ type: "empty" });
  await settle();
  expect(page.textContent).not.toContain("ada");
});

it("shows suggestions, and clears them on a refresh", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: absent });
  await click(button("Find similar addresses"));
  expect(sent.at(-1)).toEqual({ type: "suggest" });
  const people = [{ user: bob, why: { kind: "letter" } } as const];
  await tell({ type: "suggestions", look: 1, reply: { state: "searched", people, over: 0 } });
  await settle();
  expect(one(".suggestion").textContent).toContain("bob@example.com");
  await click(button("Search for “Ada.Lovelace”"));
  expect(sent.at(-1)).toEqual({ type: "search" });
  await tell({ ...begin, look: 2 });
  expect(page.querySelector(".suggestion")).toBeNull();
  expect(button("Find similar addresses").disabled).toBe(false);
});

it("sends the background what its buttons ask for", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: { state: "failed", failure: { why: "noKey" } } });
  sent.length = 0;
  for (const name of ["More", "Refresh", "Open in side panel", "Pin", "Close", "Open options"])
    await click(button(name));
  const types = sent.map(({ type }) => type);
  expect(types).toEqual(["expand", "refresh", "openSidePanel", "pin", "close", "openOptions"]);
});

it("leads to the passphrase field while the key is locked, not to the options", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  const failure = { why: "keyLocked" } as const;
  await tell({ type: "answer", look: 1, answer: { state: "failed", failure } });
  expect(hasButton("Open options")).toBe(false);
  sent.length = 0;
  await click(button("Unlock"));
  expect(sent).toEqual([{ type: "unlock" }]);
});

it("retries by itself once the key is there, if that was why it failed", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  for (const [why, asked] of [
    ["keyLocked", [{ type: "refresh" }]],
    ["noZone", [{ type: "refresh" }]],
    ["server", []],
  ] as const) {
    await tell({ type: "answer", look: 1, answer: { state: "failed", failure: { why } } });
    sent.length = 0;
    await tell({ type: "keyed" });
    expect(sent, why).toEqual(asked);
  }
});

it("shows the pinned state that the background sends", async () => {
  const { sent, tell } = await card();
  await click(button("Pin"));
  expect(button("Pin").getAttribute("aria-pressed")).toBe("false");
  await tell({ type: "standing", pinned: true, expanded: false });
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  await click(button("Pin"));
  expect(sent).toEqual([
    { type: "pin", pinned: true },
    { type: "pin", pinned: false },
  ]);
});

it("has More in every state, as its first element", async () => {
  const { tell } = await card();
  const isOffered = () => {
    expect(one("button")).toBe(button("More"));
    expect(button("More").getAttribute("aria-expanded")).toBe("false");
  };
  isOffered();
  await tell(begin);
  isOffered();
  const failed: Answer = { state: "failed", failure: { why: "noKey" } };
  const unsure: Answer = { state: "inconclusive", doubt: "first-100-only", asOf: 0 };
  for (const answer of [found(ada), stale(ada), absent, unsure, failed]) {
    await tell(begin);
    await tell({ type: "answer", look: 1, answer });
    isOffered();
  }
});

it("shows the rest of the record once the card has its larger size", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: found(ada) });
  expect(page.textContent).toContain("Last sign-in");
  for (const rest of ["User ID", "Created", "Identity provider ID"])
    expect(page.textContent).not.toContain(rest);
  await click(button("More"));
  // It waits for the page, which still has to make room.
  expect(button("More").getAttribute("aria-expanded")).toBe("false");
  await tell({ type: "standing", pinned: false, expanded: true });
  expect(button("Less").getAttribute("aria-expanded")).toBe("true");
  for (const rest of ["User ID", "Created", "Identity provider ID"])
    expect(page.textContent).toContain(rest);
  await click(button("Less"));
  expect(sent).toEqual([
    { type: "expand", expanded: true },
    { type: "expand", expanded: false },
  ]);
  await tell({ ...begin, look: 2 });
  expect(hasButton("More")).toBe(true);
});

it("closes on Escape once the key is up, because the page would otherwise get the keyup", async () => {
  const { sent } = await card();
  await holdDown("Escape");
  expect(sent).toEqual([]);
  await letGo("Escape");
  expect(sent).toEqual([{ type: "close" }]);
});

it("closes by key on Close once the key is up; by a click at once", async () => {
  const { sent } = await card();
  await holdDown("Enter");
  await click(button("Close"));
  expect(sent).toEqual([]);
  await letGo("Enter");
  await click(button("Close"));
  expect(sent).toEqual([{ type: "close" }, { type: "close" }]);
});

it("closes if the focus leaves while the key is down", async () => {
  const { sent } = await card();
  await holdDown("Escape");
  await act(() => void window.dispatchEvent(new Event("blur")));
  expect(sent).toEqual([{ type: "close" }]);
});

it("closes by a click after Cmd+C, whose keyup macOS doesn't report", async () => {
  const { sent } = await card();
  window.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyC", metaKey: true }));
  await click(button("Close"));
  expect(sent).toEqual([{ type: "close" }]);
});

it("retries a lookup that failed temporarily", async () => {
  const { sent, tell } = await card();
  await tell(begin);
  await tell({ type: "answer", look: 1, answer: { state: "failed", failure: { why: "timeout" } } });
  await click(button("Try again"));
  expect(sent.at(-1)).toEqual({ type: "refresh" });
});

it("has no side panel button if the browser has no side panel", async () => {
  await card(false);
  expect(hasButton("Open in side panel")).toBe(false);
});
