import type { Anchor } from "../contract/anchor.ts";
import type { FrameInput, ToSubFrames } from "../contract/content-scripts.ts";
import { WORD_CHECK_MS } from "../limits.ts";
import type { Background } from "./background.ts";
import { currentMention } from "./current-mention.ts";
import { type Found, isSame } from "./found.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import type { LookPart } from "./look-part.ts";
import type { PointerPlace } from "./pointer.ts";

/** The content script's role in a sub-frame: forwards everything to the top frame. */
export function createSubFrame(
  background: Background,
  { signal }: Lifetime,
  part: Pick<LookPart, "settings">,
): FrameRole<ToSubFrames> {
  let pointed: Found | undefined;
  /** The top frame shows a card that Esc and clicks dismiss, here too, whichever frame it's for. */
  let open = false;
  let watch: ReturnType<typeof setInterval> | undefined;

  function send(input: FrameInput): void {
    void background.send("tellTopFrame", { input });
  }

  function point(found: Found | undefined): void {
    pointed = found;
    clearInterval(watch);
    if (found) watch = setInterval(look, WORD_CHECK_MS);
  }

  /** Checks that the word is still there. */
  function look(): void {
    const now = pointed && currentMention(pointed, part);
    if (now) pointed = now;
    else dismiss();
  }

  function dismiss(by?: "scroll"): void {
    if (pointed || open) send({ type: "dismiss", ...(by && { by }) });
    // Before the top frame says so: the next Esc is the page's. A scroll may leave the card open.
    if (!by) open = false;
    point(undefined);
  }

  signal.addEventListener("abort", () => clearInterval(watch));

  return {
    over(found, pointer) {
      // Until the card is open, its place is reported each time: the top frame may have seen the pointer itself after
      // an earlier report, and then a pointer that has only moved within the word would never open the card.
      if (open && pointed && isSame(pointed, found)) return;
      point(found);
      const { query, source, box } = found;
      send({ type: "over", query, source, anchor: anchorOf(box, pointer), time: pointer.time });
    },
    ask(found, _, pointer) {
      point(found);
      const { query, source, box } = found;
      return { type: "in-frame", query, source, anchor: anchorOf(box, pointer) };
    },
    away(place) {
      if (pointed || open) send({ type: "away", ...(place && { time: place.time }) });
      point(undefined);
    },
    dismiss,
    seen: () => {},
    isOpen: () => open,
    element: () => pointed?.element,
    owns: () => false,
    handlers: {
      cardOpened({ pinned }) {
        open = !pinned;
      },
      cardClosed({ hadFocus }) {
        open = false;
        point(undefined);
        globalThis.keycardLookupKeyboard?.[hadFocus ? "giveBack" : "release"]();
      },
    },
    drop: () => {},
  };
}

function anchorOf({ left, top, width, height }: DOMRectReadOnly, at?: PointerPlace): Anchor {
  const pointer = at && { x: at.x, y: at.y, screenX: at.screenX, screenY: at.screenY };
  return {
    left,
    top,
    width,
    height,
    isDirect: window.parent === window.top,
    ...(pointer && { pointer }),
  };
}
