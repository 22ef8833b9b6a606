import type { ToTopFrame } from "../contract/content-scripts.ts";
import type { Background } from "./background.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import type { LookPart } from "./look-part.ts";
import type { PointerPlace } from "./pointer.ts";

/** What the part that draws the card starts with. */
export interface CardParts {
  background: Background;
  lifetime: Lifetime;
  part: LookPart;
  /** Where the pointer was last seen, before this part was loaded. */
  pointer: PointerPlace | undefined;
}

/** Once loaded, the part that draws the card does everything that the top frame has to do. */
export type CardPart = FrameRole<ToTopFrame>;

declare global {
  /** Set by page-card.js in the content scripts' isolated world, which the page can't see. */
  var keycardLookupCard: ((parts: CardParts) => CardPart) | undefined;
}

type Forward = (card: CardPart) => void;

type Loading =
  /** No mention was hovered yet, or the part could not be injected. */
  | { is: "absent" }
  /** Calls that arrive while the part is loading are queued in order. */
  | { is: "on-its-way"; waiting: Forward[] }
  | { is: "there"; card: CardPart };

/**
 * The content script's role in the top frame. A separate script draws the card. The background injects it at the first
 * hovered mention, because most pages never need it.
 */
export function createTopFrame(
  background: Background,
  lifetime: Lifetime,
  part: LookPart,
): FrameRole<ToTopFrame> {
  let loading: Loading = { is: "absent" };
  let pointer: PointerPlace | undefined;
  /** The command or the menu has asked for someone while the part is loading: Esc already applies to that card. */
  let asked = false;

  async function load(waiting: Forward[]): Promise<void> {
    loading = { is: "on-its-way", waiting };
    await background.send("loadCard");
    asked = false;
    const card = globalThis.keycardLookupCard?.({ background, lifetime, part, pointer });
    loading = card ? { is: "there", card } : { is: "absent" };
    for (const forward of waiting) if (card) forward(card);
    // The keyboard command has held its keys for a card that won't come.
    if (!card) globalThis.keycardLookupKeyboard?.release();
  }

  /** For calls that have no effect unless a card is loaded or loading. */
  function tell(forward: Forward): void {
    if (loading.is === "there") forward(loading.card);
    if (loading.is === "on-its-way") loading.waiting.push(forward);
  }

  /** For calls that show the card, and therefore load it. */
  function need(forward: Forward): void {
    if (loading.is === "absent") void load([forward]);
    else tell(forward);
  }

  /** Forwards a message of the background in the way that `how` says. */
  function hand<N extends keyof ToTopFrame>(name: N, how: (forward: Forward) => void) {
    return (told: ToTopFrame[N]) => how((card) => card.handlers[name](told));
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
    handlers: {
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
