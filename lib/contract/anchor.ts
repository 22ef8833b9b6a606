import * as z from "zod/mini";

/** CSS px. */
export const coordinate = z.number().check(z.gte(-1e6), z.lte(1e6));

/** A box in CSS px, with the pointer's place when it was measured, to convert the box to the top frame's viewport. */
export const anchor = z.strictObject({
  left: coordinate,
  top: coordinate,
  width: coordinate,
  height: coordinate,
  /** Whether the frame is directly in the top frame. */
  isDirect: z.boolean(),
  /** The pointer in the same viewport, and on the screen; absent if the keyboard command asked. */
  pointer: z.optional(
    z.strictObject({ x: coordinate, y: coordinate, screenX: coordinate, screenY: coordinate }),
  ),
});

export type Anchor = z.output<typeof anchor>;
