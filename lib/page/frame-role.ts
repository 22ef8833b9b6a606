import type { ToPage } from "../messages/page-messages.ts";
import type { Found } from "./found.ts";
import type { PointerPlace } from "./pointer.ts";

/**
 * What a frame does with what the person points at: the top frame draws the card (in-top-frame.ts), a frame
 * inside the page hands it on to the top frame (in-sub-frame.ts).
 */
export interface FrameRole {
  /** The pointer rests on a mention. @param pointer where it is */
  over(found: Found, pointer: PointerPlace): void;
  /** Keyboard or menu ask for a mention. */
  ask(found: Found): void;
  /** The pointer is on no mention; without a place it left the frame or has a button down. */
  away(place?: PointerPlace): void;
  /** Esc, a click, scrolling, navigation. */
  dismiss(): void;
  /** The pointer was here. */
  seen(place: PointerPlace): void;
  /** Whether a card is open that Esc closes. */
  isOpen(): boolean;
  /** The element that the shown or awaited mention was read from. */
  element(): Element | undefined;
  /** Whether an event's target is the card's host. */
  owns(target: EventTarget | null): boolean;
  hear(message: ToPage): void;
  /** The page comes back from the back/forward cache, where the frame's line to the background was cut. */
  drop(): void;
}
