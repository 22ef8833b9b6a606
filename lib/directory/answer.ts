import type { FailureReason } from "../failure-reason.ts";
import type { User } from "../keycard/index.ts";

/** Why a look-up could not be carried out. */
export interface Failure {
  why: FailureReason;
  /** The API's own words, clipped, never the key. */
  detail?: string;
  /** HTTP status of the API's reply. */
  status?: number;
  /** Moment before which asking again is useless, ms since the epoch. */
  retryAt?: number;
  /** This computer's clock is so many ms ahead of the server's, or behind; absent while they agree. */
  clockAheadMs?: number;
}

/** Why an answer cannot be certain. */
export type Doubt =
  /** The zone's list cannot be filtered and shows its first 100 users only; the person was not among them. */
  | "first-100-only"
  /** More users contain the text than were looked through. */
  | "too-many-matches"
  /** The list's replies do not fit what was asked, or one another: they are no proof about whom they lack. */
  | "contradictory"
  /** The address was cut where it was read. */
  | "may-be-cut"
  /** The zone's API cannot be asked for this; who was found is of what it could be asked for. */
  | "not-askable"
  /** The key may not read the one user, whom the list does not show. */
  | "not-allowed";

/** One user, or several who share the e-mail address or subject, newest sign-in first. */
export type Users = [User, ...User[]];

/**
 * The answer about one person (design, invariant 8). `asOf`: when the API said so, ms since the epoch. Its users were read
 * of the API's reply field by field, in lib/keycard, and are not read again (docs/decisions/0028-users-are-parsed-once.md).
 */
export type Answer =
  /** `stale`: from the cache, and old enough to be asked again behind. */
  | { state: "found"; users: Users; asOf: number; doubt?: Doubt; stale?: true }
  /** Certainly not in this zone. */
  | { state: "absent"; asOf: number }
  /** Cannot tell. */
  | { state: "inconclusive"; doubt: Doubt; asOf: number }
  | { state: "failed"; failure: Failure };

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
      users: Users;
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
export interface ZoneRef {
  id: string;
  name?: string;
  slug?: string;
}

/** An answer with the zone that it is about; none where nobody could be asked. */
export type InZone<T> = T & { zone?: ZoneRef };
