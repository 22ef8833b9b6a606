import type { Found } from "../found.ts";
import type { Point } from "../pointer.ts";
import type { Box } from "./placement.ts";
import { isTowards } from "./safe-path.ts";

/** Longest time in ms that a pointer on its way to the card keeps it open. */
export const SAFE_PATH_MS = 1_000;

/** A place where the pointer was seen in the top frame: CSS px, and ms since the epoch. */
export interface Sighting extends Point {
  time: number;
}

/** What keeps an open card open. */
export type Hold =
  /** The pointer is on the word or in the card. */
  | { by: "pointer" }
  /**
   * The pointer has left both, and was first seen outside at `from`, if at all. When the time is up, the card closes.
   */
  | { by: "leaving"; from: Sighting | undefined }
  /** The pointer rests on another mention, which is shown when the time is up. `before` is the hold until then. */
  | { by: "neighbor"; next: Found; isPrefetched: boolean; before: "asked" | "pointer" }
  /**
   * The card was opened by keyboard or menu, or was given its other size, perhaps from under the pointer: it ignores
   * the pointer until the pointer has been on it.
   */
  | { by: "asked" };

export const BY_POINTER: Hold = { by: "pointer" };
export const ASKED: Hold = { by: "asked" };

/** The pointer rests on another mention than the card's. */
export function besides(hold: Hold, next: Found): Hold {
  const wasAsked = hold.by === "asked" || (hold.by === "neighbor" && hold.before === "asked");
  return { by: "neighbor", next, isPrefetched: false, before: wasAsked ? "asked" : "pointer" };
}

/** What happens to the time after which an open card changes. */
export interface Away {
  hold: Hold;
  /** It restarts, stops, or continues. */
  time: "begins" | "stops" | "goes-on";
}

/**
 * The pointer is neither on a mention nor on the card. On its way to the card, it keeps the card open.
 *
 * @param at where it was seen; absent if only a sub-frame saw it, or no frame did
 * @param card the card's box
 */
export function away(hold: Hold, at: Sighting | undefined, card: Box | undefined): Away {
  switch (hold.by) {
    case "asked":
      return { hold, time: "goes-on" };
    case "neighbor":
      if (hold.before === "asked") return { hold: ASKED, time: "stops" };
      return { hold: { by: "leaving", from: at }, time: "begins" };
    case "pointer":
      return { hold: { by: "leaving", from: at }, time: "begins" };
    case "leaving": {
      const from = hold.from ?? at;
      const isOnItsWay = at && card && from && isBetween(from, at, card);
      return { hold: { by: "leaving", from }, time: isOnItsWay ? "begins" : "goes-on" };
    }
  }
}

/** Whether it is between the word that it left and the card, and has not been there for longer than anyone takes. */
function isBetween(from: Sighting, at: Sighting, card: Box): boolean {
  return at.time - from.time < SAFE_PATH_MS && isTowards(from, at, card);
}
