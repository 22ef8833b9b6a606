import * as z from "zod/mini";

/** CSS px. */
export const coordinate = z.number().check(z.gte(-1e6), z.lte(1e6));

/** A box in CSS px, and the pointer's place when it was measured, to carry it over to the top frame. */
export const anchor = z.strictObject({
  left: coordinate,
  top: coordinate,
  width: coordinate,
  height: coordinate,
  /** Whether the frame is right inside the top frame. */
  isDirect: z.boolean(),
  /** The pointer in the same viewport, and on the screen; absent when the keyboard asked. */
  pointer: z.optional(
    z.strictObject({ x: coordinate, y: coordinate, screenX: coordinate, screenY: coordinate }),
  ),
});

export type Anchor = z.output<typeof anchor>;
