import type { Background } from "./background.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import type { LookPart } from "./look-part.ts";
import type { PointerPlace } from "./pointer.ts";

/** What the part that draws the card begins with. */
export interface CardParts {
  background: Background;
  lifetime: Lifetime;
  part: LookPart;
  /** Where the pointer was last seen, before this part was loaded. */
  pointer: PointerPlace | undefined;
}

declare global {
  /** Left by page-card.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupCard: ((parts: CardParts) => FrameRole) | undefined;
}

/**
 * The side of the content script in the top frame. The part that draws the card is a script of its own, which the
 * background puts in at the first mention that somebody points at: most pages never need it.
 */
export function createTopFrame(
  background: Background,
  lifetime: Lifetime,
  part: LookPart,
): FrameRole {
  let card: FrameRole | undefined;
  let loading = false;
  let pointer: PointerPlace | undefined;
  /** What happened while the part was loading, in order. */
  let waiting: ((card: FrameRole) => void)[] = [];

  async function load(): Promise<void> {
    loading = true;
    await background.send({ type: "card/load" });
    loading = false;
    card = globalThis.keycardLookupCard?.({ background, lifetime, part, pointer });
    const handedOn = waiting;
    waiting = [];
    for (const hand of handedOn) if (card) hand(card);
  }

  /** Hands something on to the card, if it is there or on its way. */
  function tell(hand: (card: FrameRole) => void): void {
    if (card) hand(card);
    else if (loading) waiting.push(hand);
  }

  /** The same for what shows the card, and therefore loads it. */
  function need(hand: (card: FrameRole) => void): void {
    if (!card && !loading) void load();
    tell(hand);
  }

  return {
    over: (found, place) => need((c) => c.over(found, place)),
    ask(found, by) {
      need((c) => c.ask(found, by));
      return undefined;
    },
    away: (place) => tell((c) => c.away(place)),
    dismiss: (by) => tell((c) => c.dismiss(by)),
    seen(place) {
      pointer = place;
      card?.seen(place);
    },
    isOpen: () => card?.isOpen() ?? false,
    element: () => card?.element(),
    owns: (target) => card?.owns(target) ?? false,
    hear: (message) => (/^frame/.test(message.type) ? need : tell)((c) => c.hear(message)),
    drop: () => tell((c) => c.drop()),
  };
}
