import type { Anchor, FrameInput } from "../messages/page-messages.ts";
import type { Background } from "./background.ts";
import { type Found, isSame } from "./found.ts";
import type { FrameRole } from "./frame-role.ts";
import type { PointerPlace } from "./pointer.ts";

/** The side of the content script in a frame inside the page: hands everything on to the top frame. */
export function createSubFrame(background: Background): FrameRole {
  let pointed: Found | undefined;
  /** The top frame shows a card, whoever pointed at whom: Esc and clicks here are meant for it too. */
  let open = false;

  function send(input: FrameInput): void {
    void background.send({ type: "frame/input", input });
  }

  return {
    over(found, pointer) {
      if (pointed && isSame(pointed, found)) return;
      pointed = found;
      send({ type: "over", sought: found.sought, anchor: anchorOf(found.box, pointer) });
    },
    ask(found, by) {
      pointed = found;
      send({ type: "ask", by, sought: found.sought, anchor: anchorOf(found.box) });
    },
    away(place) {
      if (pointed || open) send({ type: "away", ...(place && { time: place.time }) });
      pointed = undefined;
    },
    dismiss() {
      if (pointed || open) send({ type: "dismiss" });
      pointed = undefined;
    },
    seen: () => {},
    isOpen: () => open,
    element: () => pointed?.element,
    owns: () => false,
    hear(message) {
      if (message.type === "card-shown") open = true;
      if (message.type !== "card-hidden") return;
      open = false;
      pointed = undefined;
    },
    drop: () => {},
  };
}

function anchorOf({ left, top, width, height }: DOMRectReadOnly, at?: PointerPlace): Anchor {
  const pointer = at && { x: at.x, y: at.y, screenX: at.screenX, screenY: at.screenY };
  return { left, top, width, height, ...(pointer && { pointer }) };
}
