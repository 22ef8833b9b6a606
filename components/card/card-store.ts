import type { FromCardMessage, ToCard } from "../../lib/contract/card-port.ts";
import { dispatch, type MessageHandlers } from "../../lib/contract/message-handlers.ts";
import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import type { SuggestionsReply } from "../../lib/directory/suggested.ts";
import type { ThingName } from "../../lib/directory/thing.ts";
import { thingKey } from "../../lib/directory/thing-key.ts";
import type { Query } from "../../lib/query.ts";
import { isSameQuery } from "../../lib/query-key.ts";
import type { Source } from "../../lib/source.ts";
import { REMEDIES } from "../answer/remedies.ts";
import { renewed, type Standing } from "../answer/renewed.ts";
import { type Kept, kept } from "../parts/kept.ts";

/** What the card shows. */
export type CardView =
  /** The frame is loaded, and nothing has been hovered. */
  | { state: "waiting" }
  /** `former`: the previous answer about the same person, shown until the new one arrives. */
  | ({ state: "loading"; former?: Answer } & Look)
  | Answered
  /** The background no longer accepts connections from this card. */
  | { state: "lost" };

/** `refreshing`: the answer is stale, and a newer one has been requested. */
interface Answered extends Standing, Look {
  state: "answered";
  refreshing: boolean;
}

/** Who the card shows, and the context that comes with it. */
interface Look {
  look: number;
  query: Query;
  /** The part of the page that the mention came from. */
  source: Source | undefined;
  zone: ZoneRef | undefined;
  /** Template of a user's URL in the admin console. */
  consoleUrl: string | undefined;
}

/** A port to the background, as returned by `runtime.connect`. */
export interface CardPort {
  postMessage(message: FromCardMessage): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface CardStore {
  view: Kept<CardView>;
  /** The names of the things that the record mentions, as far as the background has sent them, by `thingKey`. */
  names: Kept<ReadonlyMap<string, ThingName>>;
  pinned: Kept<boolean>;
  /** The card has its larger size. */
  expanded: Kept<boolean>;
  send(message: FromCardMessage): void;
  /** Searches the other zones for whoever the card shows; rejects if the background goes away meanwhile. */
  lookElsewhere(): Promise<ElsewhereReply>;
  /** Searches for users similar to the address that the card shows; rejects likewise. */
  suggest(): Promise<SuggestionsReply>;
}

/** What happens to the card as a whole, whoever it shows. */
export interface CardEvents {
  /** It has become visible. */
  shown(): void;
  /** It was closed. */
  hidden(): void;
}

/** The callbacks of an extra request. */
interface Waiting<Reply> {
  look: number;
  resolve: (reply: Reply) => void;
  reject: (reason: Error) => void;
}

/** Extra requests besides the lookup; each is answered once. */
interface ExtraRequests {
  elsewhere: ElsewhereReply;
  suggestions: SuggestionsReply;
}

/**
 * Delays in ms between connections that were cut at once. After the last one the card gives up: the background doesn't
 * know its ticket.
 */
const BACK_OFF_MS = [20, 100, 400, 1_500, 5_000];

/**
 * A connection that lasted this long, in ms, was accepted; it ended with the worker, which lives for 30 s without work.
 */
const ACCEPTED_MS = 2_000;

/**
 * In a frame that is being torn down, Firefox throws instead of starting a timer. There is nothing left to connect for.
 */
function runLaterIfAlive(run: () => void, ms: number): void {
  try {
    setTimeout(run, ms);
  } catch {}
}

const IGNORED: CardEvents = { shown() {}, hidden() {} };

/**
 * Keeps the card connected: the worker can die at any time, and sends everything again when it is back.
 *
 * @param connect opens a port under the card's name
 * @param events called when the background says so
 * @param later runs a function after a number of ms
 * @param elapsed a monotonic clock in ms (lib/moments.ts)
 */
export function createCardStore(
  connect: () => CardPort,
  events: CardEvents = IGNORED,
  later: (run: () => void, ms: number) => void = runLaterIfAlive,
  elapsed: () => number = () => performance.now(),
): CardStore {
  const view = kept<CardView>({ state: "waiting" });
  const names = kept<ReadonlyMap<string, ThingName>>(new Map());
  const pinned = kept(false);
  const expanded = kept(false);
  let port: CardPort | undefined;
  let fruitless = 0;
  let waiting: { [N in keyof ExtraRequests]?: Waiting<ExtraRequests[N]> } = {};

  const heard: MessageHandlers<ToCard> = {
    begin(begun) {
      const { look, query, source, zone, consoleUrl } = begun;
      const former = formerAnswer(view.value, query, zone);
      const shown = { look, query, source, zone, consoleUrl };
      view.value = { state: "loading", ...shown, ...(former && { former }) };
      if (!former) names.value = new Map();
      stand(begun);
      for (const name of ["elsewhere", "suggestions"] as const)
        if (waiting[name]?.look !== look) delete waiting[name];
    },
    answer({ look, answer }) {
      view.value = answered(view.value, look, answer);
    },
    names({ look, names: come }) {
      if (!("look" in view.value) || view.value.look !== look) return;
      names.value = new Map([
        ...names.value,
        ...come.map((name) => [thingKey(name), name] as const),
      ]);
    },
    elsewhere: ({ look, reply }) => replied("elsewhere", look, reply),
    suggestions: ({ look, reply }) => replied("suggestions", look, reply),
    shown: events.shown,
    empty() {
      view.value = { state: "waiting" };
      names.value = new Map();
      waiting = {};
      events.hidden();
    },
    keyed() {
      const shown = view.value;
      if (shown.state !== "answered" || shown.answer.state !== "failed") return;
      const remedy = REMEDIES[shown.answer.failure.why];
      if (remedy === "unlock" || remedy === "options") send({ type: "refresh" });
    },
    standing: stand,
  };

  function replied<N extends keyof ExtraRequests>(
    name: N,
    look: number,
    reply: ExtraRequests[N],
  ): void {
    if (waiting[name]?.look !== look) return;
    waiting[name].resolve(reply);
    delete waiting[name];
  }

  /** Sends an extra request about whoever the card shows. */
  function ask<N extends keyof ExtraRequests>(
    name: N,
    message: FromCardMessage & { type: "lookElsewhere" | "suggest" },
  ): Promise<ExtraRequests[N]> {
    const shown = view.value;
    return new Promise((resolve, reject) => {
      if (!("look" in shown)) return reject(new Error("The card shows no one."));
      waiting = { ...waiting, [name]: { look: shown.look, resolve, reject } };
      send(message);
    });
  }

  function stand(standing: ToCard["standing"]): void {
    pinned.value = standing.pinned;
    expanded.value = standing.expanded;
  }

  /** The worker has died: its pending replies won't come, unless it starts over. */
  function interrupt(): void {
    const { elsewhere, suggestions } = waiting;
    waiting = {};
    for (const asked of [elsewhere, suggestions])
      asked?.reject(new Error("The background went away."));
    const shown = view.value;
    if (shown.state === "answered" && shown.refreshing)
      view.value = { ...shown, refreshing: false, notRefreshed: { why: "aborted" } };
  }

  function reconnect(): void {
    port = undefined;
    interrupt();
    const wait = BACK_OFF_MS[fruitless++];
    if (wait === undefined) view.value = { state: "lost" };
    else later(open, wait);
  }

  function open(): void {
    if (port) return;
    try {
      const opened = connect();
      const since = elapsed();
      port = opened;
      opened.onMessage.addListener((raw) => {
        if (port === opened && dispatch(heard, raw)) fruitless = 0;
      });
      opened.onDisconnect.addListener(() => {
        if (port !== opened) return;
        if (elapsed() - since > ACCEPTED_MS) fruitless = 0;
        reconnect();
      });
    } catch {
      // Throws if the extension was updated or disabled while the card was open.
      reconnect();
    }
  }

  function send(message: FromCardMessage): void {
    open();
    port?.postMessage(message);
  }

  open();
  return {
    view,
    names,
    pinned,
    expanded,
    send,
    lookElsewhere: () => ask("elsewhere", { type: "lookElsewhere" }),
    suggest: () => ask("suggestions", { type: "suggest" }),
  };
}

/** What to show once an answer arrives. The background can send two for one look: a cached one, then a newer one. */
function answered(before: CardView, look: number, answer: Answer): CardView {
  if (!("look" in before) || before.look !== look) return before;
  const { query, source, zone, consoleUrl } = before;
  const isFirst = before.state === "loading";
  const refreshing = isFirst && isStale(answer);
  const standing = renewed(isFirst ? before.former : before.answer, answer);
  return { state: "answered", look, query, source, zone, consoleUrl, refreshing, ...standing };
}

function formerAnswer(now: CardView, query: Query, zone: ZoneRef | undefined): Answer | undefined {
  if (now.state !== "loading" && now.state !== "answered") return undefined;
  const same = isSameQuery(now.query, query) && now.zone?.id === zone?.id;
  if (!same) return undefined;
  return now.state === "answered" ? now.answer : now.former;
}
