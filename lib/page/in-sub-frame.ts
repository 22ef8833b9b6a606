import type { Anchor, FrameInput } from "../messages/page-messages.ts";
import type { Background } from "./background.ts";
import { type Found, isSame } from "./found.ts";
import type { FrameRole } from "./frame-role.ts";
import type { PointerPlace } from "./pointer.ts";

/** The side of the content script in a frame inside the page: hands everything on to the top frame. */
export function createSubFrame(background: Background): FrameRole {
  let pointed: Found | undefined;

  function send(input: FrameInput): void {
    void background.send({ type: "frame/input", input });
  }

  function forget(type: "away" | "dismiss"): void {
    if (!pointed) return;
    pointed = undefined;
    send({ type });
  }

  return {
    over(found, pointer) {
      if (pointed && isSame(pointed, found)) return;
      pointed = found;
      send({ type: "over", sought: found.sought, anchor: anchorOf(found.box, pointer) });
    },
    ask(found) {
      pointed = found;
      send({ type: "ask", sought: found.sought, anchor: anchorOf(found.box) });
    },
    away: () => forget("away"),
    dismiss: () => forget("dismiss"),
    seen: () => {},
    isOpen: () => pointed !== undefined,
    element: () => pointed?.element,
    owns: () => false,
    hear: () => {},
    drop: () => forget("dismiss"),
  };
}

function anchorOf(box: DOMRectReadOnly, pointer?: PointerPlace): Anchor {
  const { left, top, width, height } = box;
  return { left, top, width, height, ...(pointer && { pointer }) };
}
