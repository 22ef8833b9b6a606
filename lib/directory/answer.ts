import * as z from "zod/mini";
import { FAILURE_REASONS } from "../failure-reason.ts";
import type { User } from "../keycard/index.ts";

/** Why a look-up could not be carried out. */
export const failure = z.strictObject({
  why: z.enum(FAILURE_REASONS),
  /** The API's own words, clipped, never the key. */
  detail: z.exactOptional(z.string()),
  /** HTTP status of the API's reply. */
  status: z.exactOptional(z.number()),
  /** Moment before which asking again is useless, ms since the epoch. */
  retryAt: z.exactOptional(z.number()),
  /** This computer's clock is so many ms ahead of the server's, or behind; absent while they agree. */
  clockAheadMs: z.exactOptional(z.number()),
});

export type Failure = z.output<typeof failure>;

/** Why an answer cannot be certain. */
export const doubt = z.enum([
  /** The zone's list cannot be filtered and shows its first 100 users only; the person was not among them. */
  "first-100-only",
  /** More users contain the text than were looked through. */
  "too-many-matches",
  /** The list's replies do not fit what was asked, or one another: they are no proof about whom they lack. */
  "contradictory",
  /** The address was cut where it was read. */
  "may-be-cut",
  /** The zone's API cannot be asked for this; who was found is of what it could be asked for. */
  "not-askable",
]);

export type Doubt = z.output<typeof doubt>;

/**
 * Somebody whom the API's reply was read of, field by field, in lib/keycard: whoever gets an answer from the background
 * looks no further than whether that is somebody (docs/decisions/0028-users-are-parsed-once.md).
 */
export const user = z.custom<User>(
  (given) =>
    typeof given === "object" && given !== null && "id" in given && typeof given.id === "string",
);

/** One user, or several who share the e-mail address or subject, newest sign-in first. */
export const users = z.tuple([user], user);

/** When the API said so, ms since the epoch. */
const asOf = z.number();

/** The answer about one person (design, invariant 8). */
export const answer = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("found"),
    users,
    asOf,
    doubt: z.exactOptional(doubt),
    /** From the cache, and old enough to be asked again behind. */
    stale: z.exactOptional(z.literal(true)),
  }),
  /** Certainly not in this zone. */
  z.strictObject({ state: z.literal("absent"), asOf }),
  /** Cannot tell. */
  z.strictObject({ state: z.literal("inconclusive"), doubt, asOf }),
  z.strictObject({ state: z.literal("failed"), failure }),
]);

export type Answer = z.output<typeof answer>;

/**
 * What a search has looked at: "email" and "subject" for the text as a part of them, "identifier" and "id" for it as a
 * whole, "role" (granted directly) and "group" for what it was narrowed to.
 */
export type Searched = "email" | "subject" | "identifier" | "id" | "role" | "group";

/** The answer to a search by free text. `searched`: what nobody is claimed to have it in, in whichever order. */
export type SearchAnswer =
  /**
   * `after` continues the list; `total`: how many the zone counts in all, where it does. `doubt`: there may be more.
   */
  | ({
      state: "found";
      users: [User, ...User[]];
      after?: string;
      total?: number;
      doubt?: Doubt;
    } & Looked)
  | ({ state: "absent" } & Looked)
  | ({ state: "inconclusive"; doubt: Doubt } & Looked)
  | { state: "failed"; failure: Failure };

type Looked = {
  asOf: number;
  searched?: readonly Searched[];
  /** The text was taken for a name: what of it e-mail addresses were searched for, any of these. */
  words?: readonly string[];
};

/** A zone as pages of the extension name it. */
export const zone = z.strictObject({
  id: z.string(),
  name: z.exactOptional(z.string()),
  slug: z.exactOptional(z.string()),
});

export type ZoneRef = z.output<typeof zone>;

/** An answer with the zone that it is about; none where nobody could be asked. */
export type InZone<T> = T & { zone?: ZoneRef };
