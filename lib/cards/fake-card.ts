import type { ToCardMessage } from "../contract/card-port.ts";
import type { Answer, InZone } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import type { ThingName } from "../directory/thing.ts";
import { memoryArea } from "../memory-area.ts";
import type { Query } from "../query.ts";
import { createTabBudget, PAGE_LOOKS } from "../tab-budget.ts";
import type { CardAction, CardCompletion, CardsParts } from "./card-parts.ts";
import type { CardPort } from "./card-port.ts";
import type { About } from "./card-state.ts";
import { createCards } from "./cards.ts";

export const ada: Query = { kind: "email", value: "ada@example.com" };
export const grace: Query = { kind: "email", value: "grace@example.com" };
export const TAB = 7;
export const PAGE = 0.5;

/** Someone who is hovered, or any other state of the card. */
export const about = (query: Query, standing: Partial<About> = {}): About => ({
  query,
  pinned: false,
  expanded: false,
  isPrivate: false,
  ...standing,
});

/** A card's frame. It answers "begin" as the real one does. */
export function frame(ticket: string, sender: object = {}) {
  const heard: ToCardMessage[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  let closed = false;
  let onDisconnect = () => {};
  const port: CardPort = {
    name: `card#${ticket}`,
    sender: { tab: { id: TAB }, frameId: 3, documentId: "doc", ...sender },
    postMessage(message) {
      heard.push(message);
      if (message.type === "begin") queueMicrotask(() => say("painted", { look: message.look }));
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

export function background(session = memoryArea()) {
  let time = 1_000;
  const asked: { query: Query; signal: AbortSignal; fresh: boolean; isPrivate: boolean }[] = [];
  const shown: Query[] = [];
  const actions: [tabId: number, action: CardAction][] = [];
  const soughtElsewhere: [query: Query, zoneId: string][] = [];
  const elsewhere: { reply: () => Promise<ElsewhereReply> } = {
    reply: async () => ({ state: "unlisted" }),
  };
  const suggestedTo: Parameters<CardsParts["suggest"]>[] = [];
  const suggestions: { reply: () => Promise<SuggestionsReply> } = {
    reply: async () => ({ state: "searched", people: [], over: 0 }),
  };
  /** The surroundings and the names that the card receives, until a test sets others. */
  const known: {
    wait: () => Promise<void>;
    answer: () => Promise<void>;
    names: CardsParts["names"];
  } = {
    wait: async () => {},
    answer: async () => {},
    names: async () => [],
  };
  const completions: ({ answer: Answer } & CardCompletion)[] = [];
  /** What can be added to an answer. */
  const completed: { answer: () => Promise<Answer | undefined> } = {
    answer: async () => undefined,
  };
  let ticket = 0;
  const answers: ((answer: InZone<Answer>, names?: ThingName[]) => void)[] = [];
  let zone: string | undefined = "zone";
  const cards = createCards({
    session,
    now: () => time,
    budget: createTabBudget(PAGE_LOOKS.perTab, PAGE_LOOKS.together, () => time),
    newTicket: () => `ticket${++ticket}`,
    surroundings: async () => {
      await known.wait();
      return { ...(zone && { zone: { id: zone } }), consoleUrl: "https://console.example" };
    },
    onAction: (tabId, action) => actions.push([tabId, action]),
    lookElsewhere: (query, zoneId) => {
      soughtElsewhere.push([query, zoneId]);
      return elsewhere.reply();
    },
    suggest: (...asked) => {
      suggestedTo.push(asked);
      return suggestions.reply();
    },
    complete: (answer, options) => {
      completions.push({ answer, ...options });
      return completed.answer();
    },
    shown: async (query) => void shown.push(query),
    lookUp: async (query, options, tell) => {
      asked.push({ query, ...options });
      answers.push((answer, known = []) => tell(answer, known));
      await known.answer();
    },
    names: (...asked) => known.names(...asked),
  });
  return {
    cards,
    session,
    asked,
    shown,
    actions,
    soughtElsewhere,
    elsewhere,
    suggestedTo,
    suggestions,
    known,
    answers,
    completions,
    completed,
    pass: (ms: number) => {
      time += ms;
    },
    choose: (other: string | undefined) => {
      zone = other;
    },
  };
}

/** Something that is awaited until `come` is called. */
export function pending<T>() {
  let come: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    come = resolve;
  });
  return { promise, come };
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
export const absent: Answer = { state: "absent", asOf: 0 };

/** A card about Ada, whose frame was told so; the answer is still to come. */
export async function opened(standing: Partial<About> = {}, parts = background()) {
  const card = frame(await parts.cards.issueTicket(TAB, PAGE));
  await parts.cards.attach(card.port);
  await parts.cards.fill(TAB, about(ada, standing), false);
  await settle();
  return { ...parts, card };
}

/** The worker that starts after one has stopped, and the card's frame, which has reconnected to it. */
export async function afterDeath(session: ReturnType<typeof memoryArea>) {
  const worker = background(session);
  const card = frame("ticket1");
  void worker.cards.attach(card.port);
  await settle();
  return { ...worker, card };
}
