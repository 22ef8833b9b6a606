import type { InvokedBy } from "../contract/content-scripts.ts";
import type { InvocationReport } from "../contract/invocation-report.ts";
import type { MessageHandlers } from "../contract/message-handlers.ts";
import type { Found } from "./found.ts";
import type { PointerPlace } from "./pointer.ts";

/**
 * What a frame does with the user's input: the top frame draws the card (in-top-frame.ts), a sub-frame forwards its
 * input to the top frame (in-sub-frame.ts). `Told` is what the background sends to frames of this role, in addition to
 * what it sends to every frame.
 */
export interface FrameRole<Told = object> {
  /** The pointer rests on a mention. @param pointer its position */
  over(found: Found, pointer: PointerPlace): void;
  /**
   * The command or the context menu refers to this mention.
   *
   * @param pointer where the menu was opened
   * @returns the report for the background: the top frame shows the card itself; a sub-frame names the person for the
   * top frame to show
   */
  ask(found: Found, by: InvokedBy, pointer?: PointerPlace): InvocationReport;
  /** The pointer isn't on a mention. Without a place, it has left the frame or a button is down. */
  away(place?: PointerPlace): void;
  /** Esc, a click elsewhere or a navigation; or the text around the word was scrolled, perhaps by the page itself. */
  dismiss(by?: "scroll"): void;
  /** The pointer was at this place. */
  seen(place: PointerPlace): void;
  /** Whether a card is open that Esc closes. */
  isOpen(): boolean;
  /** The element that contains the mention that is shown or pending. */
  element(): Element | undefined;
  /** Whether an event's target is the card's host. */
  owns(target: EventTarget | null): boolean;
  readonly handlers: MessageHandlers<Told>;
  /** The page is left, perhaps for the back/forward cache, which closes the port of the card's frame. */
  drop(): void;
}
