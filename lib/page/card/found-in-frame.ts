import type { Anchor } from "../../contract/anchor.ts";
import type { InvokedBy } from "../../contract/content-scripts.ts";
import type { Query } from "../../query.ts";
import type { Source } from "../../source.ts";
import type { Found } from "../found.ts";
import { focusedFrame, hoveredFrame } from "../frames.ts";
import type { PointerPlace } from "../pointer.ts";
import { frameOfPointer, toTop } from "./frame-place.ts";

/** A mention in a sub-frame, as the background reports it. */
export interface MentionInFrame {
  query: Query;
  source?: Source | undefined;
  anchor: Anchor;
  /** Screen px per CSS px. */
  zoom: number;
}

/**
 * Converts a mention in a sub-frame to the top frame's view. The sub-frame itself watches its word.
 *
 * @param pointer where the pointer was last seen in the top frame
 * @param by how the user chose it there
 */
export function foundInFrame(
  { query, source, anchor, zoom }: MentionInFrame,
  pointer: PointerPlace | undefined,
  by: InvokedBy | "pointer",
): Found {
  const frame =
    by === "keyboard"
      ? focusedFrame()
      : (frameOfPointer(anchor, pointer, zoom) ??
        (pointer && !anchor.isDirect ? null : hoveredFrame()));
  const element = frame ?? document.documentElement;
  const box = toTop(anchor, pointer, zoom, frame);
  return { query, source, box, element, isThere: () => element.isConnected };
}
