import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answer, Query, ZoneRef } from "../../lib/directory/answer.ts";
import type { FromCard, ToCard } from "../../lib/messages/card-port.ts";
import { readToCard } from "./to-card.ts";

/** What stands in the card. */
export type CardView =
  /** The frame is warm, nobody has been pointed at. */
  | { state: "waiting" }
  /** `former`: the answer about the same person, shown until the new one comes. */
  | { state: "loading"; look: number; query: Query; zone: ZoneRef | undefined; former?: Answer }
  | { state: "answered"; look: number; query: Query; zone: ZoneRef | undefined; answer: Answer }
  /** The background takes no connection from this card any more. */
  | { state: "lost" };

/** A port to the background, as `runtime.connect` gives it. */
export interface CardPort {
  postMessage(message: FromCard): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface CardStore {
  view: ReadonlySignal<CardView>;
  pinned: ReadonlySignal<boolean>;
  send(message: FromCard): void;
}

/** Waits between connections that were cut at once, in ms. After the last the card gives up: its ticket is not known. */
const BACK_OFF_MS = [20, 100, 400, 1_500, 5_000];

/** A connection that stood so long, in ms, was taken; it ended with the worker, which lives 30 s without work. */
const TAKEN_MS = 2_000;

/**
 * Keeps the card connected: the worker may die at any moment, and says everything again when it is back.
 *
 * @param connect opens a port under the card's name
 * @param later runs something after so many ms
 * @param now ms since the epoch
 */
export function createCardStore(
  connect: () => CardPort,
  later: (run: () => void, ms: number) => void = setTimeout,
  now: () => number = Date.now,
): CardStore {
  const view = signal<CardView>({ state: "waiting" });
  const pinned = signal(false);
  let port: CardPort | undefined;
  let fruitless = 0;

  function receive(message: ToCard): void {
    const before = view.value;
    if (message.type === "pinned") pinned.value = message.pinned;
    else if (message.type === "clear") view.value = { state: "waiting" };
    else if (message.type === "show") {
      const { look, query, zone } = message;
      const former = formerAnswer(before, query, zone);
      view.value = { state: "loading", look, query, zone, ...(former && { former }) };
      pinned.value = message.pinned;
    } else if (before.state === "loading" && before.look === message.look) {
      const { look, query, zone } = before;
      view.value = { state: "answered", look, query, zone, answer: message.answer };
    }
  }

  function reconnect(): void {
    port = undefined;
    const wait = BACK_OFF_MS[fruitless++];
    if (wait === undefined) view.value = { state: "lost" };
    else later(open, wait);
  }

  function open(): void {
    if (port) return;
    try {
      const opened = connect();
      const since = now();
      port = opened;
      opened.onMessage.addListener((raw) => {
        const message = readToCard(raw);
        if (!message || port !== opened) return;
        fruitless = 0;
        receive(message);
      });
      opened.onDisconnect.addListener(() => {
        if (port !== opened) return;
        if (now() - since > TAKEN_MS) fruitless = 0;
        reconnect();
      });
    } catch {
      // Thrown when the extension was updated or switched off under the card.
      reconnect();
    }
  }

  open();
  return {
    view,
    pinned,
    send(message) {
      open();
      port?.postMessage(message);
    },
  };
}

function formerAnswer(now: CardView, query: Query, zone: ZoneRef | undefined): Answer | undefined {
  if (now.state !== "loading" && now.state !== "answered") return undefined;
  const same =
    now.query.kind === query.kind && now.query.value === query.value && now.zone?.id === zone?.id;
  if (!same) return undefined;
  return now.state === "answered" ? now.answer : now.former;
}
