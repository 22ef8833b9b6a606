import type { Anchor, Sought, ToPage } from "../messages/page-messages.ts";
import type { Found } from "./found.ts";
import type { PointerPlace } from "./pointer.ts";

/** What asks for a mention without waiting: the command, which then moves the keyboard into the card, or the menu. */
export type AskedBy = "keyboard" | "menu";

/** A mention in a frame inside the page, for the top frame to show. */
export interface AskedInFrame {
  sought: Sought;
  anchor: Anchor;
}

/**
 * What a frame does with what the person points at: the top frame draws the card (in-top-frame.ts), a frame
 * inside the page hands it on to the top frame (in-sub-frame.ts).
 */
export interface FrameRole {
  /** The pointer rests on a mention. @param pointer where it is */
  over(found: Found, pointer: PointerPlace): void;
  /**
   * Command or menu ask for this mention.
   *
   * @param pointer where the menu was opened
   * @returns in a frame inside the page what the top frame must be told; the top frame itself shows the card
   */
  ask(found: Found, by: AskedBy, pointer?: PointerPlace): AskedInFrame | undefined;
  /** The pointer is on no mention; without a place it left the frame or has a button down. */
  away(place?: PointerPlace): void;
  /** Esc, scrolling, navigation, or a click, which takes the keyboard where it goes. */
  dismiss(by?: "click"): void;
  /** The pointer was here. */
  seen(place: PointerPlace): void;
  /** Whether a card is open that Esc closes. */
  isOpen(): boolean;
  /** The element that the shown or awaited mention was read from. */
  element(): Element | undefined;
  /** Whether an event's target is the card's host. */
  owns(target: EventTarget | null): boolean;
  hear(message: ToPage): void;
  /** The page is left, perhaps into the back/forward cache, where the line of the card's frame is cut. */
  drop(): void;
}
