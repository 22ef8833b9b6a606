import type { FailureReason } from "../failure-reason.ts";
import type { User } from "../keycard/index.ts";

/** Why a lookup failed. */
export interface Failure {
  why: FailureReason;
  /** The API's own message, truncated; never contains the key. */
  detail?: string;
  /** HTTP status of the API's reply. */
  status?: number;
  /** Time before which a retry is pointless, ms since the epoch. */
  retryAt?: number;
  /**
   * How far this computer's clock is ahead of the server's, in ms, or negative if it is behind; absent if they agree.
   */
  clockAheadMs?: number;
}

/** Why an answer isn't certain. */
export type Doubt =
  /** The zone's list can't be filtered and returns only its first 100 users; the person wasn't among them. */
  | "first-100-only"
  /** More users contain the text than were read. */
  | "too-many-matches"
  /** The list's replies contradict the request or one another: they prove nothing about who is missing. */
  | "contradictory"
  /** The address was truncated where it was read. */
  | "may-be-cut"
  /** The zone's API can't search for this; anyone found comes from what it can search for. */
  | "not-askable"
  /** The key can't read the single user, who isn't in the list. */
  | "not-allowed";

/** One user, or several who share the e-mail address or subject, newest sign-in first. */
export type Users = [User, ...User[]];

/**
 * The answer about one person (design, invariant 8). `asOf`: when the API returned it, ms since the epoch. lib/keycard
 * has parsed its users field by field from the API's reply, and they aren't parsed again
 * (docs/decisions/0028-users-are-parsed-once.md).
 */
export type Answer =
  /** `stale`: from the cache, and old enough to be refreshed in the background. */
  | { state: "found"; users: Users; asOf: number; doubt?: Doubt; stale?: true }
  /** Certainly not in this zone. */
  | { state: "absent"; asOf: number }
  /** Cannot tell. */
  | { state: "inconclusive"; doubt: Doubt; asOf: number }
  | { state: "failed"; failure: Failure };

/**
 * Where a search has looked: "email" and "subject" contain the text, "identifier" and "id" equal it, "role" (granted
 * directly) and "group" are what it was narrowed to.
 */
export type Searched = "email" | "subject" | "identifier" | "id" | "role" | "group";

/** The answer to a search by free text. `searched`: the fields in which no one has it, in any order. */
export type SearchAnswer =
  /**
   * `after` continues the list; `total`: how many users the zone counts in all, if it does. `doubt`: there may be more.
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
  /** The text was treated as a name: the words that e-mail addresses were searched for, any of which matches. */
  words?: readonly string[];
};

/** A zone as pages of the extension name it. */
export interface ZoneRef {
  id: string;
  name?: string;
  slug?: string;
}

/** An answer with the zone that it is about; without one if no zone could be asked. */
export type InZone<T> = T & { zone?: ZoneRef };
