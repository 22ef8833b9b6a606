import { type FromCard, hearCard, type ToCardMessage } from "../contract/card-port.ts";
import type { Hears } from "../contract/hears.ts";
import type { Answer, InZone } from "../directory/answer.ts";
import { isStale } from "../directory/is-stale.ts";
import type { ThingName } from "../directory/thing.ts";
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
  foresee(query: Query): Promise<void>;
  show(): Promise<void>;
  empty(): Promise<void>;
  stand(standing: Partial<Standing>): void;
  keyed(): void;
  /** The tab is closed. */
  end(): Promise<void>;
}

/** What of the card's parts one card takes. */
export interface TabCardParts extends Omit<CardsParts, "session" | "budget" | "onAction"> {
  /** Remembers it, over the worker's death too. */
  save(state: CardState): Promise<void>;
  /** Whether one more look-up may be made for this tab's pages; it is counted. */
  maySpend(): boolean;
  onAction(action: CardAction): void;
}

/**
 * Milliseconds after which a frame that has not painted is given up for a new one: one that works paints in two frames,
 * and in some 100 ms on a busy machine; after the worker's death it is back in as long. The page sees a new host.
 */
export const CARD_STUCK_MS = 5_000;

/** Milliseconds for which the ticket of a card's frame may be claimed. */
export const CARD_TICKET_MS = 30_000;

/** Nothing has come of it. */
const ABORTED = { state: "failed", failure: { why: "aborted" } } as const;

/** Nothing is asked. */
const TOO_FAST = { state: "failed", failure: { why: "tooFast" } } as const;

/** @param state what is known of it */
export function createTabCard(state: CardState, parts: TabCardParts): TabCard {
  /** The one who waits for the frame to paint nobody else any more. */
  let waiting: { look: number; resolve: (painted: boolean) => void } | undefined;

  /** The look-up of somebody whom the card may go over to. */
  let foreseen: { query: Query; controller: AbortController } | undefined;

  /** Those whom the card was last told that may be meant. */
  let suggested: { look: number; people: readonly { user: User }[] } | undefined;

  /** For after an await: the compiler takes it that nothing has changed meanwhile. */
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

  /** Lets go of whoever was looked up. */
  function release(subject: Subject): void {
    toldIn(subject)?.controller.abort();
  }

  /** Tells the frame, where one is there, whom it is to show, and what is known of that person. */
  async function tell(): Promise<void> {
    if (state.name !== "in-line" || state.subject.is === "nobody") return;
    const { port, look } = state;
    const surroundings = await parts.surroundings();
    const now = current();
    // Somebody else, nobody, or another frame, meanwhile.
    if (now.name !== "in-line" || now.port !== port || now.look !== look) return;
    if (now.subject.is === "nobody") return;
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

  /** What the directory says; it may be old, and a newer one is on its way then. */
  function answered(
    controller: AbortController,
    { zone, ...answer }: InZone<Answer>,
    known: readonly ThingName[],
  ): void {
    if (controller.signal.aborted || state.name === "none") return;
    const { subject } = state;
    const told = toldIn(subject);
    if (told?.controller !== controller) return;
    if (subject.is === "nobody") {
      // The frame was taken away meanwhile; the next one is told.
      void change({ is: "nobody", former: withAnswer(told, answer, known) });
      return;
    }
    if (zone && zone.id !== told.zoneId) {
      // Another zone was chosen after the card was told in which one it looks.
      void change(anew(told));
      void tell();
      return;
    }
    const now = withAnswer(told, answer, known);
    void change(now);
    if (state.name === "in-line" && state.begun === state.look)
      postAnswer(state.port, state.look, now);
    void askNames(now);
  }

  /** Has the names told that the card lacks: those that a glance takes, and all when it has its second size. */
  async function askNames({ answer, names, zoneId, expanded, isPrivate, controller }: Told) {
    if (answer?.state !== "found" || zoneId === undefined) return;
    const known = new Set(names.map(thingKey));
    const things = thingsOf(answer.users, { zoneId, roles: expanded }).filter(
      (thing) => !known.has(thingKey(thing)),
    );
    if (things.length === 0) return;
    const come = await parts.names(things, zoneId, isPrivate).catch(() => []);
    if (state.name === "none" || come.length === 0) return;
    const told = toldIn(state.subject);
    if (told?.controller !== controller) return;
    const next = withNames(told, come);
    if (state.subject.is === "nobody") return void change({ is: "nobody", former: next });
    void change(next);
    if (state.name === "in-line" && state.begun === state.look)
      post(state.port, { type: "names", look: state.look, names: come });
  }

  /** What the answer leaves open comes as another one to the same look. */
  async function complete(controller: AbortController, fresh: boolean): Promise<void> {
    const told = state.name === "none" ? undefined : toldIn(state.subject);
    if (told?.controller !== controller || !(told.isLast && told.answer)) return;
    const { answer, zoneId, expanded, isPrivate } = told;
    if (zoneId === undefined) return;
    const { signal } = controller;
    const depth = expanded ? "detail" : "glance";
    const fuller = await parts
      .complete(answer, { zoneId, depth, fresh, isPrivate, signal })
      .catch(() => undefined);
    if (fuller) answered(controller, fuller, []);
  }

  /**
   * Answers what the card asks beside the look-up, about whoever is absent in the answer's own zone.
   *
   * @param say the message that tells the reply
   */
  async function answerBeside<Reply>(
    ask: (query: Query, zoneId: string, isPrivate: boolean) => Promise<Reply>,
    say: (look: number, reply: Reply | typeof ABORTED | typeof TOO_FAST) => ToCardMessage,
  ): Promise<void> {
    if (state.name !== "in-line" || state.subject.is === "nobody") return;
    const { port, look, subject } = state;
    const reply = await replyTo(subject, ask).catch(() => ABORTED);
    const now = current();
    if (now.name === "in-line" && now.port === port) post(port, say(look, reply));
  }

  async function replyTo<Reply>(
    subject: Exclude<Subject, { is: "nobody" }>,
    ask: (query: Query, zoneId: string, isPrivate: boolean) => Promise<Reply>,
  ) {
    const isAnswered = subject.is === "told-before" || (subject.is === "told" && subject.answer);
    // Before there is an answer, nobody is absent.
    if (!isAnswered || subject.zoneId === undefined) return ABORTED;
    const { query, zoneId, isPrivate } = subject;
    return parts.maySpend() ? ask(query, zoneId, isPrivate) : TOO_FAST;
  }

  /** Whoever may be meant and is shown is followed by the side panel, and has names, like anybody who was looked up. */
  async function choose(place: number): Promise<void> {
    if (state.name !== "in-line" || state.subject.is === "nobody") return;
    const { port, look, subject } = state;
    if (subject.is === "wanted") return;
    const { zoneId, isPrivate } = subject;
    const user = suggested?.look === look ? suggested.people[place]?.user : undefined;
    if (!user || zoneId === undefined) return;
    if (!isPrivate) void parts.shown({ kind: "id", value: user.id });
    const things = thingsOf([user], { zoneId, roles: false });
    if (things.length === 0) return;
    const names = await parts.names(things, zoneId, isPrivate).catch(() => []);
    const now = current();
    if (now.name === "in-line" && now.port === port) post(port, { type: "names", look, names });
  }

  /** The look-up of anybody but this person is not wanted any more. */
  function forgetForeseen(but?: Query): void {
    if (!foreseen || (but && isSameQuery(foreseen.query, but))) return;
    foreseen.controller.abort();
    foreseen = undefined;
  }

  /** Nobody waits for an older look any more. */
  function wait(look: number): Promise<boolean> {
    waiting?.resolve(false);
    return new Promise((resolve) => {
      waiting = { look, resolve };
      setTimeout(() => resolve(false), CARD_STUCK_MS);
    });
  }

  const heard: Hears<FromCard> = {
    painted({ look }) {
      if (waiting?.look === look) waiting.resolve(true);
    },
    refresh() {
      if (state.name === "none" || state.subject.is === "nobody") return;
      const { subject, look } = state;
      release(subject);
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
      if (state.name === "none" || state.subject.is === "nobody") return;
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
      if (state.name !== "none" && !former) release(state.subject);
      if (state.name === "in-line") state.port.disconnect();
      const subject: Subject = { is: "nobody", ...(former && { former }) };
      await become({ name: "ticketed", ticket, issuedAt: parts.now(), page, look: 0, subject });
      return ticket;
    },

    attach(port) {
      const frame = frameFor(state, port, parts.now());
      if (!frame || state.name === "none") return false;
      const { ticket, page, look, subject } = state;
      // A new frame shows nobody, and one that has its answer keeps it through the worker's death.
      const knows =
        state.name === "ticketed" ? subject.is === "nobody" : subject.is === "told-before";
      void become({ name: "in-line", frame, port, begun: 0, ticket, page, look, subject });
      if (knows) return true;
      if (subject.is === "nobody") post(port, { type: "empty" });
      else void tell();
      return true;
    },

    hears(port, message) {
      if (state.name === "in-line" && state.port === port) hearCard(message, heard);
    },

    cut(port) {
      if (state.name !== "in-line" || state.port !== port) return;
      const { frame, ticket, page, look, subject } = state;
      void become({ name: "cut", frame, ticket, page, look, subject });
    },

    async fill(about, again) {
      if (state.name === "none") return false;
      const { subject } = state;
      const look = state.look + 1;
      forgetForeseen(about.query);
      const former = toldIn(subject);
      const goesOn =
        former !== undefined && isSameQuery(former.query, about.query) && (again || !former.isLast);
      if (!goesOn) release(subject);
      void change(
        goesOn ? { ...former, ...about } : { is: "wanted", fresh: false, ...about },
        look,
      );
      // A frame that is still loading is told whom to show when its line comes.
      const painted = wait(look);
      void tell();
      return painted;
    },

    async foresee(query) {
      forgetForeseen(query);
      if (state.name === "none" || foreseen || !parts.maySpend()) return;
      const controller = new AbortController();
      foreseen = { query, controller };
      const options = { signal: controller.signal, fresh: false, isPrivate: false };
      await parts.lookUp(query, options, () => undefined);
      if (foreseen?.controller === controller) foreseen = undefined;
    },

    async show() {
      if (state.name === "none" || state.subject.is === "nobody") return;
      const { query, isPrivate } = state.subject;
      if (!isPrivate) await parts.shown(query);
    },

    async empty() {
      if (state.name === "none") return;
      forgetForeseen();
      waiting?.resolve(false);
      release(state.subject);
      await change({ is: "nobody" });
      if (state.name === "in-line") post(state.port, { type: "empty" });
    },

    stand(standing) {
      if (state.name === "none" || state.subject.is === "nobody") return;
      const subject = { ...state.subject, ...standing };
      void change(subject);
      const { pinned, expanded } = subject;
      if (state.name === "in-line") post(state.port, { type: "standing", pinned, expanded });
      // The details are worth more than a glance.
      if (subject.is === "told" && standing.expanded) {
        void askNames(subject);
        void complete(subject.controller, false);
      }
    },

    keyed() {
      if (state.name === "in-line") post(state.port, { type: "keyed" });
    },

    end() {
      forgetForeseen();
      if (state.name !== "none") release(state.subject);
      return become({ name: "none" });
    },
  };
}

/** Names first, so that the answer is drawn with them at once. */
function postAnswer(port: CardPort, look: number, { names, answer: told }: Told): void {
  if (!told) return;
  if (names.length > 0) post(port, { type: "names", look, names: [...names] });
  const { zone: _, ...answer } = told;
  post(port, { type: "answer", look, answer });
}

/** Whoever was asked for in another zone is asked for anew. */
function inZone<S extends Subject>(subject: S, zoneId: string | undefined) {
  return subject.is === "told" && subject.zoneId !== zoneId ? anew(subject) : subject;
}

function anew(told: Told): Subject & { is: "wanted" } {
  told.controller.abort();
  return { ...aboutOf(told), is: "wanted", fresh: false };
}

/** An old answer that is being refreshed is not the last word. */
function withAnswer(told: Told, answer: Answer, names: readonly ThingName[]): Told {
  return { ...withNames(told, names), answer, isLast: !isStale(answer) };
}

function withNames(told: Told, come: readonly ThingName[]): Told {
  const names = new Map([...told.names, ...come].map((name) => [thingKey(name), name]));
  return { ...told, names: [...names.values()] };
}

/** Whoever is looked up, or was for the frame before. */
function toldIn(subject: Subject): Told | undefined {
  if (subject.is === "nobody") return subject.former;
  return subject.is === "told" ? subject : undefined;
}

/** What a new frame in the same page goes on with. */
function formerFor(state: CardState, page: number): Told | undefined {
  return state.name === "none" || state.page !== page ? undefined : toldIn(state.subject);
}

/** The frame behind a port, if it may be this card's: the first to come with its ticket, or that one again. */
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
