import * as z from "zod/mini";

/** Coordinates, CSS px. */
const number = z.number().check(z.gte(-1e6), z.lte(1e6));

/** A mention's box in a frame, and the pointer when it was measured; see `Anchor`. */
export const anchor = z.strictObject({
  left: number,
  top: number,
  width: number,
  height: number,
  isDirect: z.boolean(),
  pointer: z.optional(z.strictObject({ x: number, y: number, screenX: number, screenY: number })),
});
