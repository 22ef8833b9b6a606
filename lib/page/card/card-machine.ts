import { HOVER_HIDE_MS, HOVER_SHOW_MS } from "../../limits.ts";
import { type Found, isSame } from "../found.ts";

/**
 * The card's life in a page, as a pure state machine: no DOM, no clock. The caller keeps one timer, which
 * each step may set or stop, and carries out the step's effect.
 */
export type CardState =
  /** Nothing is shown. `dismissed` was closed with Esc under a resting pointer: it stays closed until the pointer leaves. */
  | { name: "idle"; dismissed?: Found }
  /** The pointer rests on a mention; the frame warms up. */
  | { name: "pending"; found: Found }
  /**
   * Shown until the pointer has been away for a while; one that was asked for by keyboard or menu does not mind the
   * pointer until that has been on it, nor one that was given its other size. `next` is another mention the pointer rests on meanwhile.
   */
  | { name: "open"; found: Found; hold: "pointer" | "leaving" | "asked"; next?: Found }
  /** Shown until it is closed. */
  | { name: "pinned"; found: Found };

export type CardInput =
  /** The pointer rests on a mention. */
  | { type: "over"; found: Found }
  /** The pointer is on neither mention nor card; `towardsCard` while it is on its way there. */
  | { type: "away"; towardsCard: boolean }
  | { type: "on-card" }
  /** The card was given its other size, perhaps from under the pointer. */
  | { type: "resized" }
  /** The timer has run out. */
  | { type: "elapsed" }
  /** Asked for by keyboard or menu: no waiting. */
  | { type: "ask"; found: Found }
  /** Esc, a click outside, scrolling, navigation: closes what is not pinned. */
  | { type: "dismiss" }
  /** The card's own Close, or Esc inside it. */
  | { type: "close" }
  | { type: "pin" }
  | { type: "unpin" };

export type CardEffect = { type: "warm" } | { type: "show"; found: Found } | { type: "hide" };

export interface Step {
  state: CardState;
  effect?: CardEffect;
  /** Milliseconds until "elapsed"; "stop" clears the timer; absent leaves it as it is. */
  timer?: number | "stop";
}

export const IDLE: CardState = { name: "idle" };

/**
 * What follows from an input.
 *
 * @param showMs milliseconds that the pointer rests on a mention before the card opens
 */
export function step(state: CardState, input: CardInput, showMs = HOVER_SHOW_MS): Step {
  switch (state.name) {
    case "idle":
      return fromIdle(state, input, showMs);
    case "pending":
      return fromPending(state, input, showMs);
    case "open":
      return fromOpen(state, input, showMs);
    case "pinned":
      return fromPinned(state, input);
  }
}

function fromIdle(state: CardState & { name: "idle" }, input: CardInput, showMs: number): Step {
  if (input.type === "ask") return open(input.found, "asked");
  if (input.type === "away") return { state: IDLE };
  if (input.type !== "over") return { state };
  if (state.dismissed && isSame(state.dismissed, input.found)) return { state };
  return wait(input.found, showMs);
}

function fromPending(
  state: CardState & { name: "pending" },
  input: CardInput,
  showMs: number,
): Step {
  switch (input.type) {
    case "over":
      return isSame(state.found, input.found) ? { state } : wait(input.found, showMs);
    case "elapsed":
      return open(state.found);
    case "ask":
      return open(input.found, "asked");
    case "dismiss":
      return { state: { name: "idle", dismissed: state.found }, timer: "stop" };
    case "away":
    case "close":
      return { state: IDLE, timer: "stop" };
    default:
      return { state };
  }
}

function fromOpen(state: CardState & { name: "open" }, input: CardInput, showMs: number): Step {
  const { found } = state;
  switch (input.type) {
    case "over":
      if (isSame(found, input.found)) return stay(found);
      if (state.next && isSame(state.next, input.found)) return { state };
      return { state: { ...state, next: input.found }, timer: showMs };
    case "on-card":
      return stay(found);
    case "resized":
      return stay(found, "asked");
    case "away":
      if (state.hold === "asked")
        return { state: { name: "open", found, hold: "asked" }, timer: "stop" };
      if (state.hold === "leaving" && !state.next && !input.towardsCard) return { state };
      return { state: { name: "open", found, hold: "leaving" }, timer: HOVER_HIDE_MS };
    case "elapsed":
      return state.next ? open(state.next) : closed(IDLE);
    case "ask":
      return open(input.found, "asked");
    case "dismiss":
      return closed({ name: "idle", dismissed: found });
    case "close":
      return closed({ name: "idle", dismissed: found });
    case "pin":
      return { state: { name: "pinned", found }, timer: "stop" };
    default:
      return { state };
  }
}

function fromPinned(state: CardState & { name: "pinned" }, input: CardInput): Step {
  switch (input.type) {
    case "ask":
      return {
        state: { name: "pinned", found: input.found },
        effect: { type: "show", found: input.found },
      };
    case "close":
      return closed({ name: "idle", dismissed: state.found });
    case "unpin":
      return stay(state.found);
    default:
      return { state };
  }
}

function wait(found: Found, showMs: number): Step {
  return { state: { name: "pending", found }, effect: { type: "warm" }, timer: showMs };
}

function open(found: Found, hold: "pointer" | "asked" = "pointer"): Step {
  return { ...stay(found, hold), effect: { type: "show", found } };
}

function stay(found: Found, hold: "pointer" | "asked" = "pointer"): Step {
  return { state: { name: "open", found, hold }, timer: "stop" };
}

function closed(state: CardState): Step {
  return { state, effect: { type: "hide" }, timer: "stop" };
}
