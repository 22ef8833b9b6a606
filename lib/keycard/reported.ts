import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { API_ID_MAX_CHARS, API_TEXT_MAX_CHARS } from "../limits.ts";

/** A non-empty string. */
export const text = z.string().check(lengthWithin(1, API_TEXT_MAX_CHARS));

/** An ID, which can be sent back to request the thing. */
export const idText = z.string().check(lengthWithin(1, API_ID_MAX_CHARS));

/** A number of things. */
export const count = z.int().check(z.minimum(0));

/**
 * A field that the API may not report. Absent, `null`, empty, too long or of the wrong type, it is parsed as
 * `undefined`, "not reported": one odd field must not hide the user it belongs to.
 */
export function reported<T extends z.core.$ZodType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

/** The named fields of a loosely parsed object, where "not reported" is an absent key, never `undefined`. */
export type Reported<T> = {
  [K in keyof T as string extends K ? never : K]: Exclude<T[K], undefined>;
};

/**
 * An object whose named fields are parsed and whose unknown ones are kept unchanged (only at run time, for "copy as
 * JSON"). Fields that aren't reported have no key.
 */
export function record<Shape extends z.core.$ZodShape>(shape: Shape) {
  return withoutUndefined(z.looseObject(shape));
}

/** The same without its unknown fields, so that it stays small whatever the API returns. */
export function excerpt<Shape extends z.core.$ZodShape>(shape: Shape) {
  return withoutUndefined(z.object(shape));
}

function withoutUndefined<T extends z.core.$ZodType<object>>(schema: T) {
  return z.pipe(
    schema,
    z.transform((fields: z.output<T>) => {
      const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
      return Object.fromEntries(kept) as Reported<z.output<T>>;
    }),
  );
}
