import { describe, expect, test } from "vitest";
import type { Answer } from "../directory/answer.ts";
import { person } from "../directory/fake-zone.ts";
import type { ThingName } from "../directory/thing.ts";
import { userId } from "../keycard/index.ts";
import {
  about,
  absent,
  ada,
  background,
  frame,
  grace,
  opened,
  PAGE,
  pending,
  settle,
  TAB,
} from "./fake-card.ts";

const user = person(1, { provider_id: "p1" });
const found: Answer = { state: "found", users: [user], asOf: 0 };
const okta: ThingName = { kind: "providers", id: "p1", name: "Okta" };

describe("while the surroundings are awaited", () => {
  /** A frame that will be told about Ada as soon as the surroundings are known. */
  async function waiting() {
    const parts = background();
    const surroundings = pending<void>();
    parts.known.wait = () => surroundings.promise;
    const ticket = await parts.cards.issueTicket(TAB, PAGE);
    const card = frame(ticket);
    await parts.cards.attach(card.port);
    card.heard.length = 0;
    void parts.cards.fill(TAB, about(ada), false);
    await settle();
    const go = async () => {
      surroundings.come();
      await settle();
    };
    return { ...parts, ticket, card, go };
  }

  test("the card is hidden: no one is looked up", async () => {
    const { cards, card, asked, go } = await waiting();
    await cards.empty(TAB);
    await go();
    expect(card.heard).toEqual([{ type: "empty" }]);
    expect(asked).toEqual([]);
  });

  test.each([
    ["the frame disconnects", (card: ReturnType<typeof frame>) => card.drop()],
    [
      "the tab is closed",
      (_: unknown, { cards }: ReturnType<typeof background>) => void cards.forgetTab(TAB),
    ],
  ])("%s: no one is looked up", async (_, happens) => {
    const parts = await waiting();
    happens(parts.card, parts);
    await parts.go();
    expect(parts.card.heard).toEqual([]);
    expect(parts.asked).toEqual([]);
  });

  test("the frame reconnects: it is told once, and the person is looked up once", async () => {
    const { cards, ticket, card, asked, go } = await waiting();
    card.drop();
    const again = frame(ticket);
    await cards.attach(again.port);
    // The first port's end is late news.
    card.drop();
    await go();
    expect(card.heard).toEqual([]);
    expect(again.heard).toMatchObject([{ type: "begin", look: 1, query: ada }]);
    expect(asked).toHaveLength(1);
  });

  test("an answer to the look before isn't sent for this one", async () => {
    const { cards, card, answers, known } = await opened();
    card.heard.length = 0;
    const surroundings = pending<void>();
    known.wait = () => surroundings.promise;
    void cards.fill(TAB, about(ada), true);
    await settle();
    answers[0]?.(absent);
    await settle();
    expect(card.heard).toEqual([]);
    surroundings.come();
    await settle();
    expect(card.heard).toMatchObject([
      { type: "begin", look: 2 },
      { type: "answer", look: 2, answer: absent },
    ]);
  });
});

describe("while an answer is awaited", () => {
  test("the lookup is aborted: what it still says isn't sent", async () => {
    const { cards, card, asked, answers } = await opened();
    const failed: Answer = { state: "failed", failure: { why: "aborted" } };
    asked[0]?.signal.addEventListener("abort", () => answers[0]?.(failed));
    card.say("refresh");
    await cards.fill(TAB, about(grace), false);
    await settle();
    expect(card.heard.filter(({ type }) => type === "answer")).toEqual([]);
  });

  test("another frame has come, and shows no one yet: it is told when it is asked to show them", async () => {
    const parts = await opened();
    parts.known.names = async () => [okta];
    const second = frame(await parts.cards.issueTicket(TAB, PAGE), { documentId: "second" });
    await parts.cards.attach(second.port);
    parts.answers[0]?.(found);
    await settle();
    expect(second.heard).toEqual([]);
    await parts.cards.fill(TAB, about(ada), true);
    await settle();
    expect(second.heard).toMatchObject([
      { type: "begin", look: 1 },
      { type: "names", look: 1, names: [okta] },
      { type: "answer", look: 1, answer: found },
    ]);
    expect(parts.asked).toHaveLength(1);
  });

  test("another frame has come, and another zone was chosen: no one is shown, and nothing is said", async () => {
    const parts = await opened();
    const second = frame(await parts.cards.issueTicket(TAB, PAGE), { documentId: "second" });
    await parts.cards.attach(second.port);
    parts.choose("other");
    parts.answers[0]?.({ ...absent, zone: { id: "other" } });
    await settle();
    expect(second.heard).toEqual([]);
    expect(parts.asked).toHaveLength(1);
  });

  test("another page has come: the lookup is aborted", async () => {
    const { cards, asked } = await opened();
    await cards.issueTicket(TAB, PAGE / 2);
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  test("the tab is closed: what arrives is dropped", async () => {
    const { cards, card, answers, session } = await opened();
    await cards.forgetTab(TAB);
    const before = card.heard.length;
    answers[0]?.(found);
    await settle();
    expect(card.heard).toHaveLength(before);
    expect(session.all()).toEqual({});
  });
});

describe("while names are awaited", () => {
  async function named() {
    const parts = await opened();
    const names = pending<ThingName[]>();
    parts.known.names = () => names.promise;
    parts.answers[0]?.(found);
    await settle();
    parts.card.heard.length = 0;
    return { ...parts, names };
  }

  test("the page removes the frame: the next one is told them with the answer", async () => {
    const { cards, card, names } = await named();
    const ticket = await cards.issueTicket(TAB, PAGE);
    names.come([okta]);
    await settle();
    void cards.fill(TAB, about(ada), true);
    const next = frame(ticket, { documentId: "second" });
    await cards.attach(next.port);
    await settle();
    expect(card.heard).toEqual([]);
    expect(next.heard.map(({ type }) => type)).toEqual(["begin", "names", "answer"]);
  });

  test("the card is hidden or the tab closed: they are dropped", async () => {
    for (const ends of ["empty", "forgetTab"] as const) {
      const { cards, card, names } = await named();
      await cards[ends](TAB);
      names.come([okta]);
      await settle();
      expect(card.heard).toEqual(ends === "empty" ? [{ type: "empty" }] : []);
    }
  });

  test("none come: nothing is said", async () => {
    const { card, names } = await named();
    names.come([]);
    await settle();
    expect(card.heard).toEqual([]);
  });
});

test("without a zone, nothing is requested beside the answer", async () => {
  const parts = background();
  parts.choose(undefined);
  const requested: unknown[] = [];
  parts.known.names = async (things) => {
    requested.push(...things);
    return [];
  };
  const { card, answers, completions, suggestedTo } = await opened({}, parts);
  answers[0]?.(found);
  await settle();
  card.say("suggest");
  await settle();
  expect(card.heard[0]).toEqual({
    type: "begin",
    look: 1,
    query: ada,
    pinned: false,
    expanded: false,
    consoleUrl: "https://console.example",
  });
  expect([requested, completions, suggestedTo]).toEqual([[], [], []]);
});

describe("a suggested person who is chosen", () => {
  const people = [{ user: { id: userId("u7") }, why: { kind: "letter" } } as const];

  async function suggested(isPrivate = false) {
    const parts = await opened({ isPrivate });
    parts.suggestions.reply = async () => ({ state: "searched", people, over: 0 });
    parts.answers[0]?.(absent);
    await settle();
    parts.card.say("suggest");
    await settle();
    const said = parts.card.heard.length;
    const choose = async () => {
      parts.card.say("choose", { place: 0 });
      await settle();
      return { followed: parts.shown, said: parts.card.heard.slice(said) };
    };
    return { ...parts, choose };
  }

  test("has no names that would be requested: nothing more is said", async () => {
    const { choose } = await suggested();
    expect(await choose()).toEqual({ followed: [{ kind: "id", value: "u7" }], said: [] });
  });

  test("isn't followed in a private window", async () => {
    expect((await (await suggested(true)).choose()).followed).toEqual([]);
  });

  test("isn't one of an earlier look, nor of suggestions that have failed since", async () => {
    const refreshed = await suggested();
    refreshed.card.say("refresh");
    await settle();
    expect((await refreshed.choose()).followed).toEqual([]);
    const failed = await suggested();
    failed.suggestions.reply = () => Promise.reject(new Error("gone"));
    failed.card.say("suggest");
    await settle();
    expect((await failed.choose()).followed).toEqual([]);
    const hidden = await suggested();
    await hidden.cards.empty(TAB);
    expect((await hidden.choose()).followed).toEqual([]);
  });

  test("has names that can't be had: nothing more is said", async () => {
    const parts = await suggested();
    parts.suggestions.reply = async () => ({
      state: "searched",
      people: [{ user, why: { kind: "letter" } }],
      over: 0,
    });
    parts.card.say("suggest");
    await settle();
    parts.known.names = () => Promise.reject(new Error("broken"));
    const before = parts.card.heard.length;
    await parts.choose();
    expect(parts.card.heard).toHaveLength(before);
  });
});

describe("a lookup ahead", () => {
  const alan = { kind: "email", value: "alan@example.com" } as const;

  test("is made once while it lasts, and again afterwards", async () => {
    const { cards, asked, known } = await opened();
    const first = pending<void>();
    known.answer = () => first.promise;
    const ahead = cards.prefetch(TAB, grace);
    await cards.prefetch(TAB, grace);
    await settle();
    expect(asked.slice(1)).toMatchObject([{ query: grace }]);
    first.come();
    await ahead;
    await cards.prefetch(TAB, grace);
    expect(asked.slice(1)).toHaveLength(2);
  });

  test("that ends after the next has begun doesn't count as its end", async () => {
    const { cards, asked, known } = await opened();
    const first = pending<void>();
    known.answer = () => first.promise;
    const ahead = cards.prefetch(TAB, grace);
    await settle();
    known.answer = () => new Promise(() => {});
    void cards.prefetch(TAB, alan);
    await settle();
    first.come();
    await ahead;
    void cards.prefetch(TAB, alan);
    await settle();
    expect(asked.slice(1)).toMatchObject([{ query: grace }, { query: alan }]);
  });
});

describe("without a card in the tab", () => {
  test("nothing is shown, pinned, stored or said", async () => {
    const { cards, session, shown } = background();
    await cards.show(TAB);
    await cards.empty(TAB);
    await cards.stand(TAB, { pinned: true });
    await cards.keyed();
    expect(await cards.isPinned(TAB)).toBe(false);
    expect(shown).toEqual([]);
    expect(session.all()).toEqual({});
  });
});

test("a refreshed card confirms its new look", async () => {
  const { cards, card } = await opened();
  card.say("refresh");
  await settle();
  expect(card.heard.at(-1)).toMatchObject({ type: "begin", look: 2 });
  expect(await cards.fill(TAB, about(grace), false)).toBe(true);
  expect(card.heard.at(-1)).toMatchObject({ type: "begin", look: 3 });
});
