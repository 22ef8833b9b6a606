declare const brand: unique symbol;

/** The ID of a zone. Only the compiler distinguishes it from other strings. */
export type ZoneId = string & { readonly [brand]: "ZoneId" };

/** The ID of a zone user. Only the compiler distinguishes it from other strings. */
export type UserId = string & { readonly [brand]: "UserId" };

/**
 * Marks `text` as a zone's ID. IDs are opaque, so nothing is refused here: one that can't be sent (empty, `..`, too
 * long) results in a `badRequest`.
 */
export function zoneId(text: string): ZoneId {
  return text as ZoneId;
}

/** Marks `text` as a zone user's ID. Nothing is refused here, see {@link zoneId}. */
export function userId(text: string): UserId {
  return text as UserId;
}
