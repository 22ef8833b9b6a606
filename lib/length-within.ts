import * as z from "zod/mini";

/**
 * Checks the length of a text or list. zod's own length checks (4.6.7) run on anything with a `length`, even after its
 * type was refused, and throw on `{"length": {"valueOf": 0, "toString": 0}}`, which any sender can write.
 *
 * @param min inclusive, in characters or entries
 * @param max inclusive, in characters or entries
 */
export function lengthWithin(min: number, max: number) {
  return z.refine<string | readonly unknown[]>(({ length }) => length >= min && length <= max);
}
