import type { InvokedBy } from "../contract/content-scripts.ts";
import type { Hears } from "../contract/hears.ts";
import type { InvocationReport } from "../contract/invocation-report.ts";
import type { Found } from "./found.ts";
import type { PointerPlace } from "./pointer.ts";

/**
 * What a frame does with what the person points at: the top frame draws the card (in-top-frame.ts), a frame
 * inside the page hands it on to the top frame (in-sub-frame.ts). `Told` is what the background tells frames of this
 * role, beside what it tells every frame.
 */
export interface FrameRole<Told = object> {
  /** The pointer rests on a mention. @param pointer where it is */
  over(found: Found, pointer: PointerPlace): void;
  /**
   * Command or menu ask for this mention.
   *
   * @param pointer where the menu was opened
   * @returns what the background is to know: the top frame shows the card itself, of another one it is told whom to show
   */
  ask(found: Found, by: InvokedBy, pointer?: PointerPlace): InvocationReport;
  /** The pointer is on no mention; without a place it left the frame or has a button down. */
  away(place?: PointerPlace): void;
  /** Esc, a click elsewhere, navigation; or that what is around the word was scrolled, perhaps by the page itself. */
  dismiss(by?: "scroll"): void;
  /** The pointer was here. */
  seen(place: PointerPlace): void;
  /** Whether a card is open that Esc closes. */
  isOpen(): boolean;
  /** The element that the shown or awaited mention was read from. */
  element(): Element | undefined;
  /** Whether an event's target is the card's host. */
  owns(target: EventTarget | null): boolean;
  readonly hears: Hears<Told>;
  /** The page is left, perhaps into the back/forward cache, where the line of the card's frame is cut. */
  drop(): void;
}
