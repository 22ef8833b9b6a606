import type { Background } from "./background.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import { learn, type TopView } from "./top-view.ts";

declare global {
  /** Left by page-card.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupCard:
    | ((background: Background, lifetime: Lifetime, view: TopView | undefined) => FrameRole)
    | undefined;
}

/**
 * The side of the content script in the top frame. The part that draws the card is a script of its own, which the
 * background puts in at the first mention that somebody points at: most pages never need it.
 */
export function createTopFrame(background: Background, lifetime: Lifetime): FrameRole {
  let card: FrameRole | undefined;
  let loading = false;
  let view: TopView | undefined;
  /** What happened while the part was loading, in order. */
  let waiting: ((card: FrameRole) => void)[] = [];

  async function load(): Promise<void> {
    loading = true;
    await background.send({ type: "card/load" });
    loading = false;
    card = globalThis.keycardLookupCard?.(background, lifetime, view);
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
    ask: (found, by) => need((c) => c.ask(found, by)),
    away: (place) => tell((c) => c.away(place)),
    dismiss: () => tell((c) => c.dismiss()),
    seen(place) {
      if (card) card.seen(place);
      else view = learn(view, place);
    },
    isOpen: () => card?.isOpen() ?? false,
    element: () => card?.element(),
    owns: (target) => card?.owns(target) ?? false,
    hear: (message) => (message.type === "frame-input" ? need : tell)((c) => c.hear(message)),
    drop: () => tell((c) => c.drop()),
  };
}
