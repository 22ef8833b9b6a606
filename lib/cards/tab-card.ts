import { dispatchFromCard, type FromCard, type ToCardMessage } from "../contract/card-port.ts";
import type { MessageHandlers } from "../contract/message-handlers.ts";
import type { Answer, InZone } from "../directory/answer.ts";
import { isStale } from "../directory/is-stale.ts";
import type { Thing, ThingName } from "../directory/thing.ts";
import { thingKey } from "../directory/thing-key.ts";
import { thingsOf } from "../directory/things-of.ts";
import type { User } from "../keycard/index.ts";
import { isWithin } from "../moments.ts";
import type { Query } from "../query.ts";
import { isSameQuery } from "../query-key.ts";
import { searchTextOf } from "../search-text.ts";
import type { CardAction, CardsParts } from "./card-parts.ts";
import { type CardPort, post } from "./card-port.ts";
import {
  type About,
  aboutOf,
  type CardState,
  isOccupied,
  type Occupied,
  type Standing,
  type Subject,
  type Told,
} from "./card-state.ts";

/** The card of one tab. */
export interface TabCard {
  /** See Cards. */
  issueTicket(page: number): Promise<string>;
  attach(port: CardPort): boolean;
  hears(port: CardPort, message: unknown): void;
  cut(port: CardPort): void;
  fill(about: About, again: boolean): Promise<boolean>;
  prefetch(query: Query): Promise<void>;
  show(): Promise<void>;
  isPinned(): boolean;
  empty(): Promise<void>;
  stand(standing: Partial<Standing>): void;
  keyed(): void;
  /** The tab was closed. */
  end(): Promise<void>;
}

/** What a single card needs of the cards' parts. */
export interface TabCardParts extends Omit<CardsParts, "session" | "budget" | "onAction"> {
  /** Stores it, so that it outlives the worker. */
  save(state: CardState): Promise<void>;
  /** Whether this tab's pages can make one more lookup, which is then counted. */
  maySpend(): boolean;
  onAction(action: CardAction): void;
}

/**
 * Milliseconds after which a frame that hasn't painted is replaced by a new one: a working frame paints within two
 * frames, and within some 100 ms on a busy machine; after the worker has stopped, it reconnects in the same time. The
 * page sees a new host.
 */
export const CARD_STUCK_MS = 5_000;

/** Milliseconds for which the ticket of a card's frame can be claimed. */
export const CARD_TICKET_MS = 30_000;

/** There is no result. */
const ABORTED = { state: "failed", failure: { why: "aborted" } } as const;

/** Nothing was requested. */
const TOO_FAST = { state: "failed", failure: { why: "tooFast" } } as const;

/** @param state the stored state */
export function createTabCard(state: CardState, parts: TabCardParts): TabCard {
  /** The caller that waits until the frame shows no one else any more. */
  let waiting: { look: number; resolve: (painted: boolean) => void } | undefined;

  /** The lookup of someone to whom the card may change. */
  let prefetched: { query: Query; controller: AbortController } | undefined;

  /** The people that were last suggested to the card. */
  let suggested: { look: number; people: readonly { user: User }[] } | undefined;

  /** Used after an await: the compiler would assume that nothing has changed meanwhile. */
  const current = (): CardState => state;

  function become(next: CardState): Promise<void> {
    state = next;
    return parts.save(next);
  }

  function change(subject: Subject, look?: number): Promise<void> {
    return state.name === "none"
      ? Promise.resolve()
      : become({ ...state, subject, look: look ?? state.look });
  }

  /** Sends a message to the frame, if it is connected. */
  function send(message: ToCardMessage): void {
    if (state.name === "in-line") post(state.port, message);
  }

  /** The person whose lookup this controller aborts, if the card is still about them. */
  function toldBy(controller: AbortController): Told | undefined {
    const told = toldIn(state);
    return told?.controller === controller && !controller.signal.aborted ? told : undefined;
  }

  /** Keeps what is known about someone, and says it to the frame if that knows about this look. */
  function keep(told: Told, say: (port: CardPort, look: number) => void): void {
    if (!isOccupied(state)) {
      // The frame was removed meanwhile; the next one is told.
      void change({ is: "nobody", former: told });
      return;
    }
    void change(told);
    if (state.name === "in-line" && state.begun === state.look) say(state.port, state.look);
  }

  /** Aborts the lookup. */
  function release(): void {
    toldIn(state)?.controller.abort();
  }

  /** Tells the frame, if there is one, who to show and what is known about them. */
  async function tell(): Promise<void> {
    if (state.name !== "in-line" || !isOccupied(state)) return;
    const { port, look } = state;
    const surroundings = await parts.surroundings();
    const now = current();
    // Someone else, no one, or another frame is shown by now.
    if (now.name !== "in-line" || now.port !== port || now.look !== look) return;
    if (!isOccupied(now)) return;
    const zoneId = surroundings.zone?.id;
    const subject = inZone(now.subject, zoneId);
    const { query, source, pinned, expanded } = subject;
    post(port, { type: "begin", look, query, source, pinned, expanded, ...surroundings });
    state = { ...now, begun: look };
    if (subject.is === "told") {
      postAnswer(port, look, subject);
    } else await lookUp(subject, subject.is === "wanted" && subject.fresh, zoneId);
  }

  async function lookUp(about: About, fresh: boolean, zoneId: string | undefined): Promise<void> {
    const controller = new AbortController();
    const { query, isPrivate } = about;
    void change({ ...aboutOf(about), is: "told", zoneId, controller, names: [], isLast: false });
    const take = (answer: InZone<Answer>, names: readonly ThingName[] = []) => {
      answered(controller, answer, names);
      void complete(controller, fresh);
    };
    if (parts.maySpend())
      await parts.lookUp(query, { signal: controller.signal, fresh, isPrivate }, take);
    else take(TOO_FAST);
  }

  /** Handles an answer of the directory. It may be old, in which case a newer one follows. */
  function answered(
    controller: AbortController,
    { zone, ...answer }: InZone<Answer>,
    known: readonly ThingName[],
  ): void {
    const told = toldBy(controller);
    if (!told) return;
    if (isOccupied(state) && zone && zone.id !== told.zoneId) {
      // Another zone was chosen after the card was told in which zone it looks.
      void change(anew(told));
      void tell();
      return;
    }
    const now = withAnswer(told, answer, known);
    keep(now, (port, look) => postAnswer(port, look, now));
    void askNames(now);
  }

  /** Requests the names that the card lacks: those that are visible at first, and all of them at its second size. */
  async function askNames({ answer, names, zoneId, expanded, isPrivate, controller }: Told) {
    if (answer?.state !== "found" || zoneId === undefined) return;
    const known = new Set(names.map(thingKey));
    const things = thingsOf(answer.users, { zoneId, roles: expanded }).filter(
      (thing) => !known.has(thingKey(thing)),
    );
    const come = await namesOf(things, zoneId, isPrivate);
    const told = toldBy(controller);
    if (!told || come.length === 0) return;
    keep(withNames(told, come), (port, look) => post(port, { type: "names", look, names: come }));
  }

  /** The names of things, as far as they can be had. */
  async function namesOf(things: readonly Thing[], zoneId: string, isPrivate: boolean) {
    return things.length === 0 ? [] : parts.names(things, zoneId, isPrivate).catch(() => []);
  }

  /** What the answer lacks follows as another answer to the same look. */
  async function complete(controller: AbortController, fresh: boolean): Promise<void> {
    const told = toldBy(controller);
    if (!told?.isLast) return;
    const { answer, zoneId, expanded, isPrivate } = told;
    if (!answer || zoneId === undefined) return;
    const { signal } = controller;
    const depth = expanded ? "detail" : "glance";
    const fuller = await parts
      .complete(answer, { zoneId, depth, fresh, isPrivate, signal })
      .catch(() => undefined);
    if (fuller) answered(controller, fuller, []);
  }

  /**
   * Answers the card's other requests, about the person who is absent in the answer's own zone.
   *
   * @param say creates the message with the reply
   */
  async function answerBeside<Reply>(
    ask: (query: Query, zoneId: string, isPrivate: boolean) => Promise<Reply>,
    say: (look: number, reply: Reply | typeof ABORTED | typeof TOO_FAST) => ToCardMessage,
  ): Promise<void> {
    if (state.name !== "in-line" || !isOccupied(state)) return;
    const { port, look, subject } = state;
    post(port, say(look, await replyTo(subject, ask).catch(() => ABORTED)));
  }

  async function replyTo<Reply>(
    subject: Occupied["subject"],
    ask: (query: Query, zoneId: string, isPrivate: boolean) => Promise<Reply>,
  ) {
    const isAnswered = subject.is === "told-before" || (subject.is === "told" && subject.answer);
    // Before there is an answer, no one is known to be absent.
    if (!isAnswered || subject.zoneId === undefined) return ABORTED;
    const { query, zoneId, isPrivate } = subject;
    return parts.maySpend() ? ask(query, zoneId, isPrivate) : TOO_FAST;
  }

  /**
   * Someone chosen from the suggestions is treated like any other lookup: the side panel follows, and names are
   * requested.
   */
  async function choose(place: number): Promise<void> {
    if (state.name !== "in-line" || !isOccupied(state)) return;
    const { port, look, subject } = state;
    const user = suggested?.look === look ? suggested.people[place]?.user : undefined;
    if (!user || subject.is === "wanted" || subject.zoneId === undefined) return;
    const { zoneId, isPrivate } = subject;
    if (!isPrivate) void parts.shown({ kind: "id", value: user.id });
    const things = thingsOf([user], { zoneId, roles: false });
    const names = await namesOf(things, zoneId, isPrivate);
    if (names.length > 0) post(port, { type: "names", look, names });
  }

  /** Aborts the lookup ahead, unless it is for this person. */
  function abortPrefetch(but?: Query): void {
    if (!prefetched || (but && isSameQuery(prefetched.query, but))) return;
    prefetched.controller.abort();
    prefetched = undefined;
  }

  /** No one waits for an earlier look any more. */
  function wait(look: number): Promise<boolean> {
    waiting?.resolve(false);
    return new Promise((resolve) => {
      waiting = { look, resolve };
      setTimeout(() => resolve(false), CARD_STUCK_MS);
    });
  }

  const heard: MessageHandlers<FromCard> = {
    painted({ look }) {
      if (waiting?.look === look) waiting.resolve(true);
    },
    refresh() {
      if (!isOccupied(state)) return;
      const { subject, look } = state;
      release();
      void change({ ...aboutOf(subject), is: "wanted", fresh: true }, look + 1);
      void tell();
    },
    lookElsewhere: () =>
      void answerBeside(parts.lookElsewhere, (look, reply) => ({ type: "elsewhere", look, reply })),
    suggest: () =>
      void answerBeside(parts.suggest, (look, reply) => {
        suggested = reply.state === "searched" ? { look, people: reply.people } : undefined;
        return { type: "suggestions", look, reply };
      }),
    choose: ({ place }) => void choose(place),
    search() {
      if (!isOccupied(state)) return;
      parts.onAction({ type: "search", text: searchTextOf(state.subject.query) });
    },
    pointer: ({ time }) => parts.onAction({ type: "pointer", time }),
    close: () => parts.onAction({ type: "close" }),
    pin: ({ pinned }) => parts.onAction({ type: "pin", pinned }),
    expand: ({ expanded }) => parts.onAction({ type: "expand", expanded }),
    openOptions: () => parts.onAction({ type: "openOptions" }),
    unlock: () => parts.onAction({ type: "unlock" }),
    openSidePanel: () => parts.onAction({ type: "openSidePanel" }),
  };

  return {
    async issueTicket(page) {
      const ticket = parts.newTicket();
      const former = formerFor(state, page);
      if (!former) release();
      if (state.name === "in-line") state.port.disconnect();
      const subject: Subject = { is: "nobody", ...(former && { former }) };
      await become({ name: "ticketed", ticket, issuedAt: parts.now(), page, look: 0, subject });
      return ticket;
    },

    attach(port) {
      const frame = frameFor(state, port, parts.now());
      if (!frame || state.name === "none") return false;
      const { ticket, page, look, subject } = state;
      // A new frame shows no one, and one that has its answer keeps it when the worker stops.
      const knows =
        state.name === "ticketed" ? subject.is === "nobody" : subject.is === "told-before";
      void become({ name: "in-line", frame, port, begun: 0, ticket, page, look, subject });
      if (knows) return true;
      if (subject.is === "nobody") send({ type: "empty" });
      else void tell();
      return true;
    },

    hears(port, message) {
      if (state.name === "in-line" && state.port === port) dispatchFromCard(message, heard);
    },

    cut(port) {
      if (state.name !== "in-line" || state.port !== port) return;
      const { frame, ticket, page, look, subject } = state;
      void become({ name: "cut", frame, ticket, page, look, subject });
    },

    async fill(about, again) {
      if (state.name === "none") return false;
      const look = state.look + 1;
      abortPrefetch(about.query);
      const former = toldIn(state);
      const goesOn =
        former !== undefined && isSameQuery(former.query, about.query) && (again || !former.isLast);
      if (!goesOn) release();
      void change(
        goesOn ? { ...former, ...about } : { is: "wanted", fresh: false, ...about },
        look,
      );
      // A frame that is still loading is told who to show when it connects.
      const painted = wait(look);
      void tell();
      return painted;
    },

    async prefetch(query) {
      abortPrefetch(query);
      if (state.name === "none" || prefetched || !parts.maySpend()) return;
      const controller = new AbortController();
      prefetched = { query, controller };
      const options = { signal: controller.signal, fresh: false, isPrivate: false };
      await parts.lookUp(query, options, () => undefined);
      if (prefetched?.controller === controller) prefetched = undefined;
    },

    async show() {
      if (!isOccupied(state)) return;
      const { query, isPrivate } = state.subject;
      send({ type: "shown" });
      if (!isPrivate) await parts.shown(query);
    },

    isPinned: () => isOccupied(state) && state.subject.pinned,

    async empty() {
      if (state.name === "none") return;
      abortPrefetch();
      waiting?.resolve(false);
      release();
      await change({ is: "nobody" });
      send({ type: "empty" });
    },

    stand(standing) {
      if (!isOccupied(state)) return;
      const subject = { ...state.subject, ...standing };
      void change(subject);
      const { pinned, expanded } = subject;
      send({ type: "standing", pinned, expanded });
      // The details are worth more requests than the first view.
      if (subject.is === "told" && standing.expanded) {
        void askNames(subject);
        void complete(subject.controller, false);
      }
    },

    keyed() {
      send({ type: "keyed" });
    },

    end() {
      abortPrefetch();
      release();
      return become({ name: "none" });
    },
  };
}

/** Sends the names first, so that the answer is drawn with them at once. */
function postAnswer(port: CardPort, look: number, { names, answer: told }: Told): void {
  if (!told) return;
  if (names.length > 0) post(port, { type: "names", look, names: [...names] });
  const { zone: _, ...answer } = told;
  post(port, { type: "answer", look, answer });
}

/** Someone who was looked up in another zone is looked up again. */
function inZone<S extends Subject>(subject: S, zoneId: string | undefined) {
  return subject.is === "told" && subject.zoneId !== zoneId ? anew(subject) : subject;
}

function anew(told: Told): Subject & { is: "wanted" } {
  told.controller.abort();
  return { ...aboutOf(told), is: "wanted", fresh: false };
}

/** An old answer that is being refreshed isn't the last one. */
function withAnswer(told: Told, answer: Answer, names: readonly ThingName[]): Told {
  return { ...withNames(told, names), answer, isLast: !isStale(answer) };
}

function withNames(told: Told, come: readonly ThingName[]): Told {
  const names = new Map([...told.names, ...come].map((name) => [thingKey(name), name]));
  return { ...told, names: [...names.values()] };
}

/** Who is being looked up, or was for the previous frame. */
function toldIn(state: CardState): Told | undefined {
  if (state.name === "none") return undefined;
  const { subject } = state;
  if (subject.is === "nobody") return subject.former;
  return subject.is === "told" ? subject : undefined;
}

/** What a new frame in the same page continues with. */
function formerFor(state: CardState, page: number): Told | undefined {
  return state.name === "none" || state.page !== page ? undefined : toldIn(state);
}

/** The frame of a port if it can be this card's: the first one with its ticket, or the same one again. */
function frameFor(state: CardState, port: CardPort, now: number) {
  const { frameId, documentId } = port.sender ?? {};
  if (state.name === "none" || port.name !== `card#${state.ticket}` || frameId === undefined)
    return undefined;
  if (state.name === "ticketed")
    return isWithin(state.issuedAt, CARD_TICKET_MS, now)
      ? { frameId, ...(documentId !== undefined && { documentId }) }
      : undefined;
  const isSameFrame = state.frame.frameId === frameId && state.frame.documentId === documentId;
  return isSameFrame ? state.frame : undefined;
}
