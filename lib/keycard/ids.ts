declare const brand: unique symbol;

/** The id of a zone; told apart from other strings by the compiler only. */
export type ZoneId = string & { readonly [brand]: "ZoneId" };

/** The id of a zone user; told apart from other strings by the compiler only. */
export type UserId = string & { readonly [brand]: "UserId" };

/**
 * Says that `text` is meant as a zone's id. Ids are opaque, so nothing is refused here:
 * one that cannot be sent (empty, `..`, over-long) ends as an `badRequest`.
 */
export function zoneId(text: string): ZoneId {
  return text as ZoneId;
}

/** Says that `text` is meant as a zone user's id. Nothing is refused here, see {@link zoneId}. */
export function userId(text: string): UserId {
  return text as UserId;
}
