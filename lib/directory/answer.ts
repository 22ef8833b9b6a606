import * as z from "zod/mini";
import { UNREADABLE } from "../credentials/keeping.ts";
import { type User, user } from "../keycard/user.ts";

/** Whom somebody wants looked up: each kind names one person, or those who share an address or subject. */
export type Query =
  | { kind: "id"; value: string }
  | { kind: "email"; value: string }
  | { kind: "subject"; value: string };

const why = z.enum([
  /** No key has been set up, or it is gone with the last browser session. */
  "no-key",
  /** A key is kept, and needs its passphrase. */
  "key-locked",
  /** Not the passphrase of the key; or what is stored was changed, which cannot be told from that. */
  "wrong-passphrase",
  /** A key is stored and cannot be read. */
  ...UNREADABLE,
  /** The organization has set this, and nobody here can set it otherwise. */
  "set-by-policy",
  /** A key is there, a zone has not been chosen. */
  "no-zone",
  /** 401: the key is wrong, expired or revoked. */
  "key-refused",
  /** The key says itself (JWT `exp`) that its time is over; nothing was sent. */
  "key-expired",
  /** 403: the key may not read this zone. */
  "forbidden",
  /** 404 for the zone itself. */
  "zone-not-found",
  /** 429. */
  "limited",
  /** 5xx, or a status that the contract does not know. */
  "server",
  /** The API could not be reached. */
  "network",
  /** The browser is offline; nothing was sent. */
  "offline",
  /** The browser does not let the extension reach the API; nothing was sent. */
  "not-allowed",
  /** The API kept failing and is left alone until `retryAt`; nothing was sent. */
  "resting",
  /** The tab has asked for more people than anybody reads; nothing was sent. */
  "too-fast",
  "timeout",
  /** The reply was no valid reply of this API: HTML, truncated, too large, about somebody else. */
  "invalid-reply",
  /** What was asked cannot be asked: an ID that no path can carry, or the API's 400. */
  "bad-request",
  /** Nobody waits for the answer any more. */
  "aborted",
]);

export type FailureReason = z.output<typeof why>;

/** Why a look-up could not be carried out. */
export const failure = z.strictObject({
  why,
  /** The API's own words, clipped, never the key. */
  detail: z.exactOptional(z.string()),
  /** HTTP status of the API's reply. */
  status: z.exactOptional(z.number()),
  /** Moment before which asking again is useless, ms since the epoch. */
  retryAt: z.exactOptional(z.number()),
});

export type Failure = z.output<typeof failure>;

/** Why an answer cannot be certain. */
export const doubt = z.enum([
  /** The zone's list cannot be filtered and shows its first 100 users only; the person was not among them. */
  "first-100-only",
  /** More users contain the text than were looked through. */
  "too-many-matches",
]);

export type Doubt = z.output<typeof doubt>;

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

/** The answer to a search by free text. */
export type SearchAnswer =
  /** Users in whose e-mail, subject or ID the text stands. `after` continues the list. `doubt`: there may be more. */
  | { state: "found"; users: [User, ...User[]]; asOf: number; after?: string; doubt?: Doubt }
  | { state: "absent"; asOf: number }
  | { state: "inconclusive"; doubt: Doubt; asOf: number }
  | { state: "failed"; failure: Failure };

/** A zone as pages of the extension name it. */
export const zone = z.strictObject({
  id: z.string(),
  name: z.exactOptional(z.string()),
  slug: z.exactOptional(z.string()),
});

export type ZoneRef = z.output<typeof zone>;

/** An answer with the zone that it is about; none where nobody could be asked. */
export type InZone<T> = T & { zone?: ZoneRef };
