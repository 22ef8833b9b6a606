import type { ToTopFrame } from "../contract/content-scripts.ts";
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

/** The part that draws the card does all that the top frame has to do, once it is there. */
export type CardPart = FrameRole<ToTopFrame>;

declare global {
  /** Left by page-card.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupCard: ((parts: CardParts) => CardPart) | undefined;
}

type HandOn = (card: CardPart) => void;

type Loading =
  /** Nobody has been pointed at, or the part could not be put in. */
  | { is: "absent" }
  /** What happens meanwhile is kept, in order. */
  | { is: "on-its-way"; waiting: HandOn[] }
  | { is: "there"; card: CardPart };

/**
 * The side of the content script in the top frame. The part that draws the card is a script of its own, which the
 * background puts in at the first mention that somebody points at: most pages never need it.
 */
export function createTopFrame(
  background: Background,
  lifetime: Lifetime,
  part: LookPart,
): FrameRole<ToTopFrame> {
  let loading: Loading = { is: "absent" };
  let pointer: PointerPlace | undefined;
  /** Somebody was asked for while the part is on its way: Esc is for that card already. */
  let asked = false;

  async function load(waiting: HandOn[]): Promise<void> {
    loading = { is: "on-its-way", waiting };
    await background.send("loadCard");
    asked = false;
    const card = globalThis.keycardLookupCard?.({ background, lifetime, part, pointer });
    loading = card ? { is: "there", card } : { is: "absent" };
    for (const handOn of waiting) if (card) handOn(card);
    // Whoever has asked by keyboard waits for a card that does not come.
    if (!card) globalThis.keycardLookupKeyboard?.release();
  }

  /** For what means nothing where no card is there or on its way. */
  function tell(handOn: HandOn): void {
    if (loading.is === "there") handOn(loading.card);
    if (loading.is === "on-its-way") loading.waiting.push(handOn);
  }

  /** For what shows the card, and therefore loads it. */
  function need(handOn: HandOn): void {
    if (loading.is === "absent") void load([handOn]);
    else tell(handOn);
  }

  /** Hands a message of the background on, as `how` does. */
  function hand<N extends keyof ToTopFrame>(name: N, how: (handOn: HandOn) => void) {
    return (told: ToTopFrame[N]) => how((card) => card.hears[name](told));
  }

  const card = () => (loading.is === "there" ? loading.card : undefined);

  return {
    over: (found, place) => need((c) => c.over(found, place)),
    ask(found, by) {
      asked = true;
      need((c) => c.ask(found, by));
      return { type: "shown" };
    },
    away: (place) => tell((c) => c.away(place)),
    dismiss(by) {
      asked = false;
      tell((c) => c.dismiss(by));
    },
    seen(place) {
      pointer = place;
      card()?.seen(place);
    },
    isOpen: () => card()?.isOpen() ?? asked,
    element: () => card()?.element(),
    owns: (target) => card()?.owns(target) ?? false,
    hears: {
      frameInput: (told) => hand("frameInput", told.input.type === "over" ? need : tell)(told),
      frameInvoked: hand("frameInvoked", need),
      pointerInCard: hand("pointerInCard", tell),
      closeCard: hand("closeCard", tell),
      pinCard: hand("pinCard", tell),
      resizeCard: hand("resizeCard", tell),
    },
    drop: () => tell((c) => c.drop()),
  };
}
