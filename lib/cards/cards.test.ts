import { describe, expect, test, vi } from "vitest";
import type { Answer } from "../directory/answer.ts";
import { person } from "../directory/fake-zone.ts";
import { userId } from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import type { Query } from "../query.ts";
import { PAGE_LOOKS } from "../tab-budget.ts";
import type { CardAction } from "./card-parts.ts";
import { readCard } from "./card-record.ts";
import type { About } from "./card-state.ts";
import {
  about,
  absent,
  ada,
  afterDeath,
  background,
  frame,
  grace,
  opened,
  PAGE,
  pending,
  settle,
  TAB,
} from "./fake-card.ts";
import { CARD_STUCK_MS, CARD_TICKET_MS } from "./tab-card.ts";

describe("before the card is visible", () => {
  test("counts as shown only when the page says so, and never in a private window", async () => {
    const { cards, shown, card } = await opened();
    const told = () => card.heard.filter(({ type }) => type === "shown").length;
    expect(shown).toEqual([]);
    expect(told()).toBe(0);
    await cards.show(TAB);
    expect(shown).toEqual([ada]);
    expect(told()).toBe(1);
    const hidden = await opened({ isPrivate: true });
    await hidden.cards.show(TAB);
    await hidden.cards.empty(TAB);
    await hidden.cards.show(TAB);
    expect(hidden.shown).toEqual([]);
    await hidden.cards.show(8);
    expect(hidden.shown).toEqual([]);
  });

  test("looks up the person to whom it may change, and sends nothing about it", async () => {
    const { cards, asked, answers, card } = await opened();
    card.heard.length = 0;
    void cards.prefetch(TAB, grace);
    await settle();
    expect(asked.slice(1)).toMatchObject([{ query: grace, fresh: false, isPrivate: false }]);
    answers[1]?.(absent);
    await settle();
    expect(card.heard).toEqual([]);
  });

  test("aborts that lookup when someone else is hovered or the card is hidden, but not when the card changes to that person", async () => {
    const { cards, asked, known } = await opened();
    known.answer = () => new Promise(() => {});
    const alan: Query = { kind: "email", value: "alan@example.com" };
    const prefetch = async (query: Query) => {
      void cards.prefetch(TAB, query);
      await settle();
      return asked.at(-1)?.signal;
    };
    const first = await prefetch(grace);
    const second = await prefetch(alan);
    expect([first?.aborted, second?.aborted]).toEqual([true, false]);
    await cards.fill(TAB, about(alan), false);
    expect(second?.aborted).toBe(false);
    const third = await prefetch(grace);
    await cards.empty(TAB);
    expect(third?.aborted).toBe(true);
    const fourth = await prefetch(grace);
    await cards.forgetTab(TAB);
    expect(fourth?.aborted).toBe(true);
  });

  test("counts as a lookup of the tab, and there is none beyond the budget or without a card", async () => {
    const { cards, asked } = await opened();
    for (let each = 0; each < PAGE_LOOKS.perTab.burst + 5; each++) {
      await cards.prefetch(TAB, { kind: "email", value: `a${each}@example.com` });
    }
    expect(asked).toHaveLength(PAGE_LOOKS.perTab.burst);
    await cards.prefetch(8, grace);
    expect(asked).toHaveLength(PAGE_LOOKS.perTab.burst);
  });
});

describe("the port of a card's frame", () => {
  test("a frame with the tab's ticket receives the answer", async () => {
    const { cards, answers } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(card.port);
    await cards.fill(TAB, about(ada), false);
    await settle();
    answers[0]?.(absent);
    await settle();
    expect(card.heard).toEqual([
      {
        type: "begin",
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

  test("receives where in the page the person was taken from, also from the next worker", async () => {
    const { cards, session } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(card.port);
    await cards.fill(TAB, { ...about(ada), source: "tooltip" }, false);
    await settle();
    expect(card.heard[0]).toMatchObject({ type: "begin", query: ada, source: "tooltip" });
    const after = await afterDeath(session);
    expect(after.card.heard.at(-1)).toMatchObject({ type: "begin", source: "tooltip" });
  });

  test.each([
    ["a guessed ticket", "guess", {}],
    ["another tab's frame", "ticket1", { tab: { id: 8 } }],
    ["no tab", "ticket1", { tab: undefined }],
    ["something that isn't a frame", "ticket1", { frameId: undefined, documentId: undefined }],
  ])("refuses %s", async (_, ticket, sender) => {
    const { cards, asked } = background();
    await cards.issueTicket(TAB, PAGE);
    const card = frame(ticket, sender);
    await cards.attach(card.port);
    void cards.fill(TAB, about(ada), false);
    await settle();
    expect(card.isClosed()).toBe(true);
    expect(card.heard).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("a ticket is valid once, for one frame, for a limited time", async () => {
    const { cards, pass } = background();
    const ticket = await cards.issueTicket(TAB, PAGE);
    await cards.attach(frame(ticket).port);
    for (const other of [{ frameId: 4 }, { documentId: "other" }]) {
      const second = frame(ticket, other);
      await cards.attach(second.port);
      expect(second.isClosed()).toBe(true);
    }
    const late = frame(await cards.issueTicket(TAB, PAGE));
    pass(CARD_TICKET_MS);
    await cards.attach(late.port);
    expect(late.isClosed()).toBe(true);
  });

  test("a ticket is valid until its time is over", async () => {
    const { cards, pass } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    pass(CARD_TICKET_MS - 1);
    await cards.attach(card.port);
    expect(card.isClosed()).toBe(false);
  });

  test("the frame's ID is enough if the browser doesn't report document IDs", async () => {
    const { cards } = background();
    const ticket = await cards.issueTicket(TAB, PAGE);
    for (const _ of [1, 2]) {
      const card = frame(ticket, { documentId: undefined });
      await cards.attach(card.port);
      expect(card.isClosed()).toBe(false);
    }
  });

  test("a new frame disconnects the previous one, whose late messages have no effect", async () => {
    const { cards, actions } = background();
    const first = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(first.port);
    const second = frame(await cards.issueTicket(TAB, PAGE));
    expect(first.isClosed()).toBe(true);
    await cards.attach(second.port);
    first.say("close");
    first.drop();
    expect(actions).toEqual([]);
    await cards.empty(TAB);
    expect(second.heard).toEqual([{ type: "empty" }]);
  });

  test("handles what a frame sends before it is accepted", async () => {
    const { cards, actions } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    const attached = cards.attach(card.port);
    card.say("pin", { pinned: true });
    expect(actions).toEqual([]);
    await attached;
    expect(actions).toEqual([[TAB, { type: "pin", pinned: true }]]);
    const guessed = frame("guess");
    const refused = cards.attach(guessed.port);
    guessed.say("close");
    await refused;
    expect(actions).toHaveLength(1);
  });

  test("sends nothing more to a frame that goes away, at any moment", async () => {
    const { cards } = background();
    const ticket = await cards.issueTicket(TAB, PAGE);
    const early = frame(ticket);
    const attached = cards.attach(early.port);
    early.drop();
    await attached;
    const card = frame(ticket);
    await cards.attach(card.port);
    card.drop();
    const { heard } = card;
    const before = heard.length;
    await cards.stand(TAB, { pinned: true });
    expect(heard).toHaveLength(before);
    expect([early.heard, early.isClosed()]).toEqual([[], false]);
    void cards.fill(TAB, about(ada), false);
    await settle();
    expect([early.heard, heard.length]).toEqual([[], before]);
  });

  test("ignores a frame that is gone when it is sent something", async () => {
    const { cards } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(card.port);
    card.port.postMessage = () => {
      throw new Error("Attempting to use a disconnected port object");
    };
    await expect(cards.stand(TAB, { pinned: true })).resolves.toBeUndefined();
  });

  test("tells a frame that is still loading who to show when it connects", async () => {
    const { cards } = background();
    const ticket = await cards.issueTicket(TAB, PAGE);
    const painted = cards.fill(TAB, about(ada), false);
    const card = frame(ticket);
    void cards.attach(card.port);
    expect(await painted).toBe(true);
    expect(card.heard[0]).toMatchObject({ type: "begin", query: ada });
  });

  test("the same frame reconnects after the worker has stopped, and receives its answer", async () => {
    const session = memoryArea();
    const before = background(session);
    const ticket = await before.cards.issueTicket(TAB, PAGE);
    await before.cards.attach(frame(ticket).port);
    void before.cards.fill(TAB, about(ada), false);
    await settle();

    const after = background(session);
    const card = frame(ticket);
    void after.cards.attach(card.port);
    await settle();
    after.answers[0]?.(absent);
    await settle();
    expect(card.heard.map((message) => message.type)).toEqual(["begin", "answer"]);
    expect(after.asked).toMatchObject([{ query: ada }]);
  });

  test("a card that has its answer keeps it when the worker stops", async () => {
    const session = memoryArea();
    const before = background(session);
    const ticket = await before.cards.issueTicket(TAB, PAGE);
    await before.cards.attach(frame(ticket).port);
    await before.cards.fill(TAB, about(ada), false);
    before.answers[0]?.(absent);
    await settle();
    const after = background(session);
    const card = frame(ticket);
    await after.cards.attach(card.port);
    await settle();
    expect(card.heard).toEqual([]);
    expect(after.asked).toEqual([]);
  });
});

describe("a new frame, after the page has removed the previous one", () => {
  const failed: Answer = { state: "failed", failure: { why: "server" } };
  const found: Answer = { state: "found", users: [person(1)], asOf: 0 };

  async function setUp(
    parts: ReturnType<typeof background>,
    page = PAGE,
    { again = false, ...standing }: Partial<About> & { again?: boolean } = {},
  ) {
    const ticket = await parts.cards.issueTicket(TAB, page);
    void parts.cards.fill(TAB, about(ada, standing), again);
    const card = frame(ticket, { documentId: ticket });
    await parts.cards.attach(card.port);
    await settle();
    return card;
  }

  test("receives the answer of the lookup in progress", async () => {
    const parts = background();
    await setUp(parts);
    const again = await setUp(parts);
    expect(parts.asked).toHaveLength(1);
    expect(parts.asked[0]?.signal.aborted).toBe(false);
    parts.answers[0]?.(absent);
    await settle();
    expect(again.heard.at(-1)).toEqual({ type: "answer", look: 1, answer: absent });
  });

  test.each([absent, failed, found])("receives $state like the previous one", async (answer) => {
    const parts = background();
    await setUp(parts);
    parts.answers[0]?.(answer);
    await settle();
    for (const isPrivate of [false, true]) {
      const again = await setUp(parts, PAGE, { again: true, isPrivate });
      expect(again.heard.map(({ type }) => type)).toEqual(["begin", "answer"]);
      expect(again.heard[1]).toMatchObject({ answer });
    }
    expect(parts.asked).toHaveLength(1);
  });

  test("receives an old answer, and then the newer one", async () => {
    const parts = background();
    await setUp(parts);
    const old: Answer = { state: "found", users: [person(1)], asOf: 0, stale: true };
    parts.answers[0]?.(old);
    const again = await setUp(parts, PAGE, { again: true });
    expect(again.heard.at(-1)).toMatchObject({ type: "answer", answer: old });
    parts.answers[0]?.(found);
    expect(again.heard.at(-1)).toMatchObject({ type: "answer", answer: found });
    expect(parts.asked).toHaveLength(1);
  });

  test("receives an answer that arrived while there was no frame", async () => {
    const parts = background();
    await setUp(parts);
    const ticket = await parts.cards.issueTicket(TAB, PAGE);
    parts.answers[0]?.(found);
    void parts.cards.fill(TAB, about(ada), true);
    const card = frame(ticket, { documentId: "second" });
    await parts.cards.attach(card.port);
    await settle();
    expect(card.heard.map(({ type }) => type)).toEqual(["begin", "answer"]);
    expect(parts.asked).toHaveLength(1);
  });

  test("shows no one until it is asked to", async () => {
    const parts = background();
    await setUp(parts);
    parts.answers[0]?.(found);
    const card = frame(await parts.cards.issueTicket(TAB, PAGE), { documentId: "second" });
    await parts.cards.attach(card.port);
    await settle();
    expect(card.heard).toEqual([]);
    await parts.cards.fill(TAB, about(ada), true);
    expect(card.heard.map(({ type }) => type)).toEqual(["begin", "answer"]);
    expect(parts.asked).toHaveLength(1);
  });

  test("looks up someone who is hovered again: the directory knows how old an answer can be", async () => {
    const parts = background();
    const card = await setUp(parts);
    parts.answers[0]?.(found);
    await parts.cards.fill(TAB, about(ada), false);
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "begin", look: 2 });
    expect(parts.asked).toMatchObject([{ fresh: false }, { fresh: false }]);
  });

  test("looks up someone else", async () => {
    const parts = background();
    await setUp(parts);
    const card = frame(await parts.cards.issueTicket(TAB, PAGE), { documentId: "second" });
    void parts.cards.fill(TAB, about(grace), false);
    void parts.cards.attach(card.port);
    await settle();
    expect(parts.asked).toMatchObject([{ query: ada }, { query: grace }]);
    expect(parts.asked[0]?.signal.aborted).toBe(true);
  });

  test("receives an answer that arrives while it is about to be shown", async () => {
    const parts = background();
    await setUp(parts);
    const surroundings = pending<void>();
    parts.known.wait = () => surroundings.promise;
    const again = await setUp(parts);
    parts.answers[0]?.(absent);
    await settle();
    expect(again.heard).toEqual([]);
    surroundings.come();
    await settle();
    expect(again.heard.map(({ type }) => type)).toEqual(["begin", "answer"]);
    expect(parts.asked).toHaveLength(1);
  });

  test("is told about the card's pin and size", async () => {
    const parts = background();
    await setUp(parts);
    await parts.cards.stand(TAB, { pinned: true });
    const again = await setUp(parts, PAGE, { pinned: true, expanded: true });
    expect(again.heard[0]).toMatchObject({ type: "begin", pinned: true, expanded: true });
  });

  test.each([
    ["in another zone", PAGE, "other", false],
    ["in another page", 0.25, "zone", false],
    ["once the card was hidden", PAGE, "zone", true],
  ])("looks up again %s", async (_, page, zone, hidden) => {
    const parts = background();
    await setUp(parts);
    parts.answers[0]?.(failed);
    await settle();
    parts.choose(zone);
    if (hidden) await parts.cards.empty(TAB);
    const again = await setUp(parts, page, { again: true });
    expect(again.heard).not.toContainEqual(expect.objectContaining({ answer: failed }));
    expect(parts.asked).toHaveLength(2);
  });
});

describe("what the card shows", () => {
  test("is certain once its frame confirms it, and an earlier confirmation doesn't count", async () => {
    const { cards, card } = await opened();
    const { postMessage } = card.port;
    card.port.postMessage = () => {};
    let certain: boolean | undefined;
    void cards.fill(TAB, about(grace), false).then((is) => {
      certain = is;
    });
    await settle();
    card.say("painted", { look: 1 });
    await settle();
    expect(certain).toBeUndefined();
    card.say("painted", { look: 2 });
    await settle();
    expect(certain).toBe(true);
    card.port.postMessage = postMessage;
    expect(await cards.fill(TAB, about(ada), false)).toBe(true);
  });

  test("isn't certain if its frame doesn't confirm it in time", async () => {
    const { cards, card } = await opened();
    card.port.postMessage = () => {};
    vi.useFakeTimers();
    try {
      const certain = cards.fill(TAB, about(grace), false);
      await vi.advanceTimersByTimeAsync(CARD_STUCK_MS);
      expect(await certain).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  test("is no one if no card was prepared, and no one is looked up while its frame loads", async () => {
    const { cards, asked } = background();
    expect(await cards.fill(TAB, about(ada), false)).toBe(false);
    await cards.issueTicket(TAB, PAGE);
    void cards.fill(TAB, about(ada), false);
    await settle();
    expect(asked).toEqual([]);
  });

  test("isn't certain any more once someone else is requested, or no one", async () => {
    const { cards } = background();
    await cards.issueTicket(TAB, PAGE);
    const first = cards.fill(TAB, about(ada), false);
    const second = cards.fill(TAB, about(grace), false);
    expect(await first).toBe(false);
    await cards.empty(TAB);
    expect(await second).toBe(false);
  });

  test("the same person shown twice at once is sent once, and looked up once", async () => {
    const { cards, card, asked, known } = await opened();
    const before = card.heard.length;
    const surroundings = pending<void>();
    known.wait = () => surroundings.promise;
    void cards.fill(TAB, about(ada), false);
    void cards.fill(TAB, about(ada), false);
    await settle();
    surroundings.come();
    await settle();
    expect(card.heard.slice(before)).toMatchObject([{ type: "begin", look: 3 }]);
    expect(asked).toHaveLength(1);
  });

  test.each([true, false])(
    "is looked up as private or not, as its window is (%s)",
    async (isPrivate) => {
      const { cards, asked } = await opened();
      await cards.fill(TAB, about(grace, { isPrivate }), false);
      await settle();
      expect(asked).toMatchObject([
        { isPrivate: false },
        { query: grace, isPrivate, fresh: false },
      ]);
    },
  );

  test("is an old answer at once, which is refreshed in the background", async () => {
    const { card, asked, answers, session } = await opened();
    const old: Answer = { state: "found", users: [person(1)], asOf: 0, stale: true };
    answers[0]?.(old);
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "answer", look: 1, answer: old });
    // It isn't the last answer: after the worker has stopped, the card asks again.
    const woken = await afterDeath(session);
    expect(woken.asked).toHaveLength(1);
    answers[0]?.(absent);
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "answer", look: 1, answer: absent });
    expect(asked).toHaveLength(1);
  });

  test("is looked up in other zones on request, and a failure is reported", async () => {
    const { cards, card, answers, elsewhere, soughtElsewhere } = await opened();
    const aborted = { state: "failed", failure: { why: "aborted" } };
    // Before there is an answer, no one is known to be absent anywhere.
    card.say("lookElsewhere");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "elsewhere", look: 1, reply: aborted });
    answers[0]?.(absent);
    await settle();
    card.say("lookElsewhere");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "elsewhere", look: 1, reply: { state: "unlisted" } });
    elsewhere.reply = () => Promise.reject(new Error("gone"));
    card.say("lookElsewhere");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "elsewhere", look: 1, reply: aborted });
    await cards.empty(TAB);
    card.say("lookElsewhere");
    card.say("refresh");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "empty" });
    expect(soughtElsewhere).toEqual([
      [ada, "zone"],
      [ada, "zone"],
    ]);
  });

  test("gets suggestions on request, and opens a search for similar addresses", async () => {
    const { card, answers, actions, suggestedTo, suggestions } = await opened();
    const aborted = { state: "failed", failure: { why: "aborted" } };
    card.say("suggest");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "suggestions", look: 1, reply: aborted });
    expect(suggestedTo).toEqual([]);
    answers[0]?.(absent);
    await settle();
    card.say("suggest");
    await settle();
    const nobody = { state: "searched", people: [], over: 0 };
    expect(card.heard.at(-1)).toEqual({ type: "suggestions", look: 1, reply: nobody });
    expect(suggestedTo).toEqual([[ada, "zone", false]]);
    suggestions.reply = () => Promise.reject(new Error("gone"));
    card.say("suggest");
    card.say("search");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "suggestions", look: 1, reply: aborted });
    expect(actions).toEqual([[TAB, { type: "search", text: "ada" }]]);
  });

  test("the side panel follows a suggested person who is chosen, whose names are requested", async () => {
    const { card, answers, shown: followed, known, suggestions } = await opened();
    const user = { id: userId("u7"), provider_id: "p7" };
    const people = [{ user, why: { kind: "letter" } } as const];
    suggestions.reply = async () => ({ state: "searched", people, over: 0 });
    const named = { kind: "providers", id: "p7", name: "Okta" } as const;
    known.names = async (things) => things.map(({ id }) => ({ ...named, id }));
    answers[0]?.(absent);
    await settle();
    card.say("choose", { place: 0 });
    await settle();
    // No one was suggested yet.
    const before = [...followed];
    card.say("suggest");
    await settle();
    card.say("choose", { place: 1 });
    card.say("choose", { place: 0 });
    await settle();
    expect(followed).toEqual([...before, { kind: "id", value: "u7" }]);
    expect(card.heard.at(-1)).toEqual({ type: "names", look: 1, names: [named] });
  });

  test("a hidden card opens no search and gets no suggestions", async () => {
    const { cards, card, actions, answers, suggestedTo } = await opened();
    answers[0]?.(absent);
    await cards.empty(TAB);
    card.say("suggest");
    card.say("search");
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "empty" });
    expect([actions, suggestedTo]).toEqual([[], []]);
  });

  test("a pinned card stays pinned in a reconnected frame, but not after it was hidden", async () => {
    const { cards, card, session } = await opened();
    expect(await cards.isPinned(TAB)).toBe(false);
    await cards.stand(TAB, { pinned: true });
    expect(await cards.isPinned(TAB)).toBe(true);
    expect(card.heard.at(-1)).toEqual({ type: "standing", pinned: true, expanded: false });
    const { card: after } = await afterDeath(session);
    expect(after.heard.at(-1)).toMatchObject({ type: "begin", pinned: true });
    await cards.stand(TAB, { expanded: true });
    await cards.empty(TAB);
    expect(await readCard(session, TAB)).toMatchObject({ subject: { is: "nobody" } });
  });

  test("someone else aborts the previous lookup, and its late answer is dropped", async () => {
    const { cards, card, asked, answers } = await opened();
    await cards.fill(TAB, about(grace), false);
    await settle();
    expect(asked[0]?.signal.aborted).toBe(true);
    answers[0]?.(absent);
    await settle();
    expect(card.heard.filter((message) => message.type === "answer")).toEqual([]);
  });

  test("a hidden card shows no one, and reconnects to no one", async () => {
    const { cards, card, asked, session } = await opened();
    await cards.empty(TAB);
    expect(card.heard.at(-1)).toEqual({ type: "empty" });
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(JSON.stringify(session.all())).not.toContain("ada@example.com");
  });

  test("Refresh looks the same person up again", async () => {
    const { card, asked } = await opened();
    card.say("refresh");
    await settle();
    expect(asked.at(-1)).toMatchObject({ query: ada, fresh: true });
  });

  test("a connected card is told that there is a key; one that is gone isn't", async () => {
    const { cards, card } = await opened();
    await cards.keyed();
    expect(card.heard.at(-1)).toEqual({ type: "keyed" });
    await cards.forgetTab(TAB);
    const before = card.heard.length;
    await cards.keyed();
    expect(card.heard).toHaveLength(before);
  });

  test("forwards buttons, and drops messages that no card sends", async () => {
    const { card, actions } = await opened();
    const said: CardAction[] = [
      { type: "pin", pinned: true },
      { type: "expand", expanded: false },
      { type: "pointer", time: 5 },
      { type: "close" },
      { type: "openOptions" },
      { type: "unlock" },
      { type: "openSidePanel" },
    ];
    card.say("forgetKey");
    for (const { type, ...rest } of said) card.say(type, rest);
    expect(actions).toEqual(said.map((action) => [TAB, action]));
  });

  test("its size outlives the worker, and ends with it", async () => {
    const { cards, card, session } = await opened();
    await cards.stand(TAB, { expanded: true });
    expect(card.heard.at(-1)).toEqual({ type: "standing", pinned: false, expanded: true });
    const { card: after } = await afterDeath(session);
    expect(after.heard.at(-1)).toMatchObject({ type: "begin", expanded: true });
    await cards.empty(TAB);
    await cards.fill(TAB, about(grace), false);
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "begin", query: grace, expanded: false });
  });

  test("tells a tab that requests more people than anyone reads, and looks up no one", async () => {
    const { cards, card, asked, pass } = await opened();
    const { burst } = PAGE_LOOKS.perTab;
    for (let n = 1; n < burst + 5; n++)
      await cards.fill(TAB, about({ kind: "email", value: `p${n}@example.com` }), false);
    await settle();
    expect(asked.length).toBe(burst);
    const tooFast = { state: "failed", failure: { why: "tooFast" } };
    expect(card.heard.at(-1)).toMatchObject({ type: "answer", answer: tooFast });
    card.say("lookElsewhere");
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "elsewhere", reply: tooFast });
    card.say("suggest");
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "suggestions", reply: tooFast });
    pass(1_000);
    card.say("refresh");
    await settle();
    expect(asked.length).toBe(burst + 1);
  });

  test("an answer from another zone than the card names isn't shown under its name: the card starts again", async () => {
    const { cards, answers, choose } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(card.port);
    await cards.fill(TAB, about(ada), false);
    await settle();
    choose("other");
    await cards.stand(TAB, { pinned: true });
    answers[0]?.({ ...absent, zone: { id: "other" } });
    await settle();
    expect(card.heard.at(-1)).toMatchObject({ type: "begin", zone: { id: "other" }, pinned: true });
    answers[1]?.({ ...absent, zone: { id: "other" } });
    await settle();
    expect(card.heard.at(-1)).toEqual({ type: "answer", look: 1, answer: absent });
  });

  test("searches all zones except the one of the card's answer, whichever zone is chosen by then", async () => {
    const { cards, answers, soughtElsewhere, choose, session } = background();
    const card = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(card.port);
    await cards.fill(TAB, about(ada), false);
    await settle();
    answers[0]?.({ ...absent, zone: { id: "zone" } });
    await settle();
    choose("other");
    card.say("lookElsewhere");
    await settle();
    expect(soughtElsewhere).toEqual([[ada, "zone"]]);

    // Another worker knows it too.
    const next = await afterDeath(session);
    next.card.say("lookElsewhere");
    await settle();
    expect(next.soughtElsewhere).toEqual([[ada, "zone"]]);
  });

  test("a closed tab leaves nothing behind", async () => {
    const { cards, card, session, asked, actions } = await opened();
    await cards.forgetTab(TAB);
    expect(session.all()).toEqual({});
    expect(asked[0]?.signal.aborted).toBe(true);
    card.say("close");
    expect(actions).toEqual([]);
  });

  test("a tab that reuses a closed one's ID starts with its full budget", async () => {
    const { cards, asked } = await opened();
    const { burst } = PAGE_LOOKS.perTab;
    const askAll = async () => {
      for (let n = 0; n < burst; n++)
        await cards.fill(TAB, about({ kind: "email", value: `p${n}@example.com` }), false);
      await settle();
    };
    await askAll();
    expect(asked).toHaveLength(burst);
    await cards.forgetTab(TAB);
    const anew = frame(await cards.issueTicket(TAB, PAGE));
    await cards.attach(anew.port);
    await cards.fill(TAB, about(ada), false);
    await settle();
    expect(asked).toHaveLength(burst + 1);
  });
});
