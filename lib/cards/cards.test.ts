import { describe, expect, test } from "vitest";
import type { Answer, Query } from "../directory/answer.ts";
import { person } from "../directory/fake-zone.ts";
import { CARD_TICKET_MS, PAGE_LOOKS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import type { ToCard } from "../messages/card-port.ts";
import { createTabBudget } from "../tab-budget.ts";
import { type CardPort, createCards } from "./cards.ts";

const ada: Query = { kind: "email", value: "ada@example.com" };
const grace: Query = { kind: "email", value: "grace@example.com" };
const TAB = 7;
const HOVERED = { pinned: false, expanded: false, isPrivate: false };

/** A card's frame: answers "show" as the real one does. */
function frame(ticket: string, sender: object = {}) {
  const heard: ToCard[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  let closed = false;
  let onDisconnect = () => {};
  const port: CardPort = {
    name: `card#${ticket}`,
    sender: { tab: { id: TAB }, frameId: 3, documentId: "doc", ...sender },
    postMessage(message) {
      heard.push(message);
      if (message.type === "show") queueMicrotask(() => say("showing", { look: message.look }));
    },
    disconnect: () => {
      closed = true;
    },
    onMessage: { addListener: (listener) => listeners.push(listener) },
    onDisconnect: {
      addListener: (listener) => {
        onDisconnect = listener;
      },
    },
  };
  const say = (type: string, rest: object = {}) => {
    for (const listener of listeners) listener({ type, ...rest });
  };
  return { port, heard, say, isClosed: () => closed, drop: () => onDisconnect() };
}

function background(session = memoryArea()) {
  let time = 1_000;
  const asked: { query: Query; signal: AbortSignal; fresh: boolean }[] = [];
  const actions: string[] = [];
  let ticket = 0;
  const answers: ((answer: Answer) => void)[] = [];
  let zone = "zone";
  const cards = createCards({
    session,
    now: () => time,
    budget: createTabBudget(PAGE_LOOKS.perTab, PAGE_LOOKS.together, () => time),
    newTicket: () => `ticket${++ticket}`,
    surroundings: async () => ({ zone: { id: zone }, consoleUrl: "https://console.example" }),
    onAction: (_, action) => actions.push(action.type),
    lookElsewhere: async () => ({ state: "unlisted" }),
    lookUp: (query, { signal, fresh }) => {
      asked.push({ query, signal, fresh });
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  return {
    cards,
    session,
    asked,
    actions,
    answers,
    pass: (ms: number) => {
      time += ms;
    },
    choose: (other: string) => {
      zone = other;
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const absent: Answer = { state: "absent", asOf: 0 };

describe("the line to a card's frame", () => {
  test("a frame with the tab's ticket is shown the answer", async () => {
    const { cards, answers } = background();
    const card = frame(await cards.prepare(TAB));
    await cards.attach(card.port);
    await cards.show(TAB, ada, HOVERED);
    await settle();
    answers[0]?.(absent);
    await settle();
    expect(card.heard).toEqual([
      { type: "clear" },
      {
        type: "show",
        look: 1,
        query: ada,
        pinned: false,
        expanded: false,
        zone: { id: "zone" },
        consoleUrl: "https://console.example",
      },
      { type: "answer", look: 1, answer: absent },
    ]);
  });

  test.each([
    ["a guessed ticket", "guess", {}],
    ["another tab's frame", "ticket1", { tab: { id: 8 } }],
    ["no tab at all", "ticket1", { tab: undefined }],
    ["what is no frame", "ticket1", { frameId: undefined, documentId: undefined }],
  ])("refuses %s", async (_, ticket, sender) => {
    const { cards, asked } = background();
    await cards.prepare(TAB);
    const card = frame(ticket, sender);
    await cards.attach(card.port);
    await cards.show(TAB, ada, HOVERED);
    await settle();
    expect(card.isClosed()).toBe(true);
    expect(card.heard).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("a ticket is good once, for one frame, for a while", async () => {
    const { cards, pass } = background();
    const ticket = await cards.prepare(TAB);
    await cards.attach(frame(ticket).port);
    for (const other of [{ frameId: 4 }, { documentId: "other" }]) {
      const second = frame(ticket, other);
      await cards.attach(second.port);
      expect(second.isClosed()).toBe(true);
    }
    const late = frame(await cards.prepare(TAB));
    pass(CARD_TICKET_MS + 1);
    await cards.attach(late.port);
    expect(late.isClosed()).toBe(true);
  });

  test("a new frame ends the line of the one before", async () => {
    const { cards } = background();
    const first = frame(await cards.prepare(TAB));
    await cards.attach(first.port);
    await cards.prepare(TAB);
    expect(first.isClosed()).toBe(true);
  });

  test("a frame that is still loading is told whom to show when its line comes", async () => {
    const { cards } = background();
    const ticket = await cards.prepare(TAB);
    await cards.show(TAB, ada, HOVERED);
    const card = frame(ticket);
    void cards.attach(card.port);
    await settle();
    expect(card.heard[0]).toMatchObject({ type: "show", query: ada });
  });

  test("after the worker's death the same frame comes back and gets its answer", async () => {
    const session = memoryArea();
    const before = background(session);
    const ticket = await before.cards.prepare(TAB);
    await before.cards.attach(frame(ticket).port);
    void before.cards.show(TAB, ada, HOVERED);
    await settle();

    const after = background(session);
    const card = frame(ticket);
    void after.cards.attach(card.port);
    await settle();
    after.answers[0]?.(absent);
    await settle();
    expect(card.heard.map((message) => message.type)).toEqual(["show", "answer"]);
    expect(after.asked).toMatchObject([{ query: ada }]);
  });
});

describe("a frame that is set up anew, since the page took the one before away", () => {
  const failed: Answer = { state: "failed", failure: { why: "server" } };
  const found: Answer = { state: "found", users: [person(1)], asOf: 0 };

  async function setUp(
    parts: ReturnType<typeof background>,
    documentId: string,
    standing = HOVERED,
  ) {
    const ticket = await parts.cards.prepare(TAB, documentId);
    await parts.cards.show(TAB, ada, standing);
    const card = frame(ticket, { documentId: ticket });
    await Promise.race([parts.cards.attach(card.port), settle()]);
    await settle();
    return card;
  }

  test("gets the answer of the look-up that is under way", async () => {
    const parts = background();
    await setUp(parts, "page");
    const again = await setUp(parts, "page");
    expect(parts.asked).toHaveLength(1);
    expect(parts.asked[0]?.signal.aborted).toBe(false);
    parts.answers[0]?.(absent);
    await settle();
    expect(again.heard.at(-1)).toEqual({ type: "answer", look: 1, answer: absent });
  });

  test.each([absent, failed])("gets $state as the one before did", async (answer) => {
    const parts = background();
    await setUp(parts, "page");
    parts.answers[0]?.(answer);
    await settle();
    const again = await setUp(parts, "page");
    expect(again.heard.map(({ type }) => type)).toEqual(["show", "answer"]);
    expect(parts.asked).toHaveLength(1);
  });

  test("is told how the card stands", async () => {
    const parts = background();
    await setUp(parts, "page");
    await parts.cards.pin(TAB, true);
    const again = await setUp(parts, "page", { ...HOVERED, pinned: true, expanded: true });
    expect(again.heard[0]).toMatchObject({ type: "show", pinned: true, expanded: true });
  });

  test("gets whoever was found from the directory, which alone keeps people", async () => {
    const parts = background();
    await setUp(parts, "page");
    parts.answers[0]?.(found);
    await settle();
    await setUp(parts, "page");
    expect(parts.asked).toMatchObject([{ fresh: false }, { fresh: false }]);
  });

  test.each([
    ["in another zone", "page", "other", false],
    ["in another page", "other page", "zone", false],
    ["once the card was hidden", "page", "zone", true],
  ])("asks anew %s", async (_, documentId, zone, hidden) => {
    const parts = background();
    await setUp(parts, "page");
    parts.answers[0]?.(failed);
    await settle();
    parts.choose(zone);
    if (hidden) await parts.cards.hide(TAB);
    const again = await setUp(parts, documentId);
    expect(again.heard).not.toContainEqual(expect.objectContaining({ answer: failed }));
    expect(parts.asked).toHaveLength(2);
  });
});

describe("what the card shows", () => {
  async function shown() {
    const parts = background();
    const card = frame(await parts.cards.prepare(TAB));
    await parts.cards.attach(card.port);
    await parts.cards.show(TAB, ada, HOVERED);
    await settle();
    return { ...parts, card };
  }

  test("somebody else ends the look-up before, and its late answer is dropped", async () => {
    const { cards, card, asked, answers } = await shown();
    await cards.show(TAB, grace, HOVERED);
    await settle();
    expect(asked[0]?.signal.aborted).toBe(true);
    answers[0]?.(absent);
    await settle();
    expect(card.heard.filter((message) => message.type === "answer")).toEqual([]);
  });

  test("hidden, it shows nobody, and comes back to nobody", async () => {
    const { cards, card, asked, session } = await shown();
    await cards.hide(TAB);
    expect(card.heard.at(-1)).toEqual({ type: "clear" });
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(JSON.stringify(session.all())).not.toContain("ada@example.com");
  });

  test("Refresh looks the same person up anew", async () => {
    const { card, asked } = await shown();
    card.say("refresh");
    await settle();
    expect(asked.at(-1)).toMatchObject({ query: ada, fresh: true });
  });

  test("buttons are handed on; what is no message of a card is dropped", async () => {
    const { card, actions } = await shown();
    card.say("pin");
    card.say("forget-key");
    expect(actions).toEqual(["pin"]);
  });

  test("its size outlives the worker, and ends with it", async () => {
    const { cards, card, session } = await shown();
    await cards.expand(TAB, true);
    expect(card.heard.at(-1)).toEqual({ type: "expanded", expanded: true });
    const after = frame("ticket1");
    void background(session).cards.attach(after.port);
    await settle();
    expect(after.heard.at(-1)).toMatchObject({ type: "show", expanded: true });
    await cards.hide(TAB);
    await cards.show(TAB, grace, HOVERED);
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "show", query: grace, expanded: false });
  });

  test("a tab that asks for more people than anybody reads is told so, and nothing is asked", async () => {
    const { cards, card, asked, pass } = await shown();
    const { burst } = PAGE_LOOKS.perTab;
    for (let n = 1; n < burst + 5; n++)
      await cards.show(TAB, { kind: "email", value: `p${n}@example.com` }, HOVERED);
    await settle();
    expect(asked.length).toBe(burst);
    const tooFast = { state: "failed", failure: { why: "too-fast" } };
    expect(card.heard.at(-1)).toMatchObject({ type: "answer", answer: tooFast });
    card.say("look-elsewhere");
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "elsewhere", reply: tooFast });
    pass(1_000);
    card.say("refresh");
    await settle();
    expect(asked.length).toBe(burst + 1);
  });

  test("a closed tab leaves nothing behind", async () => {
    const { cards, session } = await shown();
    await cards.forgetTab(TAB);
    expect(session.all()).toEqual({});
  });
});
