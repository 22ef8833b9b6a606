import type { Unreadable, Way } from "../credentials/keeping.ts";
import type { Failure, ZoneRef } from "../directory/answer.ts";
import type { KeyPowers } from "./key-powers.ts";

/** The background's replies to pages of the extension about the key and the zone. */

/** Which kind of key is stored; never the key itself (design, invariant 4). */
export type KeyKind = "api-key" | "service-account";

export type Connection =
  | { state: "no-key" }
  /** A key is stored, and needs its passphrase. */
  | { state: "locked" }
  /** A key is stored, and can't be read. */
  | { state: "unreadable"; why: Unreadable }
  | ({ state: "no-zone" } & KeyInUse)
  | ({ state: "ready"; zone: ZoneRef } & KeyInUse);

interface KeyInUse {
  keyKind: KeyKind;
  way: Way;
  /** When it expires according to itself, ms since the epoch; absent if it doesn't say. */
  expiresAt?: number;
}

/** The zones that the key can read. */
export type ZonesReply =
  /** `more`: there are others, which weren't read from the list, or can't be parsed. */
  | { state: "listed"; zones: ZoneRef[]; more?: true }
  /** The key works, but can't list zones: the zone's ID has to be entered. */
  | { state: "unlisted" }
  | { state: "failed"; failure: Failure };

/** How people sign in to a zone, as far as it is reported. */
export type SignIn = (
  | { through: "provider"; name?: string }
  /** With e-mail and password. */
  | { through: "password"; invited: boolean }
  | { through: "unknown" }
) & { asksIdentifierFirst?: true };

/** What the zone in use reports beyond its name; anything absent wasn't reported, or isn't certain. */
export type ZoneFacts = { zoneId: string; powers?: KeyPowers; signIn?: SignIn };

export type ZoneFactsReply =
  | ({ state: "told" } & ZoneFacts)
  | { state: "failed"; failure: Failure };

/** The reply to Connect: the key was tested and stored, or it wasn't and nothing has changed. */
export type ConnectReply =
  | { state: "connected"; connection: Connection; zones: ZonesReply }
  | { state: "failed"; failure: Failure };

/** The reply to Unlock. */
export type UnlockReply =
  | { state: "unlocked"; connection: Connection }
  | { state: "failed"; failure: Failure };

/** The reply to storing the key in another way; on failure, it is stored as before. */
export type KeepReply =
  | { state: "kept"; connection: Connection }
  | { state: "failed"; failure: Failure };

/** The reply to choosing a zone: the zone was read and stored, or the previous one stays. */
export type ChooseZoneReply =
  | { state: "chosen"; zone: ZoneRef }
  | { state: "failed"; failure: Failure };
