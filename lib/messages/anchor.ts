import * as z from "zod/mini";

/** CSS px. */
export const coordinate = z.number().check(z.gte(-1e6), z.lte(1e6));

/** A mention's box in a frame, and the pointer when it was measured; see `Anchor`. */
export const anchor = z.strictObject({
  left: coordinate,
  top: coordinate,
  width: coordinate,
  height: coordinate,
  isDirect: z.boolean(),
  pointer: z.optional(
    z.strictObject({ x: coordinate, y: coordinate, screenX: coordinate, screenY: coordinate }),
  ),
});
