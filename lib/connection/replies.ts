import type { Unreadable, Way } from "../credentials/keeping.ts";
import type { Failure, ZoneRef } from "../directory/answer.ts";
import type { KeyPowers } from "./key-powers.ts";

/** What the background answers to pages of the extension about the key and the zone. */

/** Which kind of key is stored; never the key itself (design, invariant 4). */
export type KeyKind = "api-key" | "service-account";

export type Connection =
  | { state: "no-key" }
  /** A key is kept, and needs its passphrase. */
  | { state: "locked" }
  /** A key is kept, and cannot be read. */
  | { state: "unreadable"; why: Unreadable }
  | ({ state: "no-zone" } & KeyInUse)
  | ({ state: "ready"; zone: ZoneRef } & KeyInUse);

interface KeyInUse {
  keyKind: KeyKind;
  way: Way;
  /** When its time is over by its own word, ms since the epoch; absent: it does not say. */
  expiresAt?: number;
}

/** The zones that the key reads. */
export type ZonesReply =
  /** `more`: there are others, which the list did not come to, or which cannot be read. */
  | { state: "listed"; zones: ZoneRef[]; more?: true }
  /** The key works, but may not list zones: the zone's ID has to be typed. */
  | { state: "unlisted" }
  | { state: "failed"; failure: Failure };

/** How people sign in to a zone, as far as it says. */
export type SignIn = (
  | { through: "provider"; name?: string }
  /** With e-mail and password. */
  | { through: "password"; invited: boolean }
  | { through: "unknown" }
) & { asksIdentifierFirst?: true };

/** What the zone in use tells beyond its name; what is absent was not reported, or says nothing certain. */
export type ZoneFacts = { zoneId: string; powers?: KeyPowers; signIn?: SignIn };

export type ZoneFactsReply =
  | ({ state: "told" } & ZoneFacts)
  | { state: "failed"; failure: Failure };

/** What Connect answers: the key was tried and is kept, or it was not and everything is as before. */
export type ConnectReply =
  | { state: "connected"; connection: Connection; zones: ZonesReply }
  | { state: "failed"; failure: Failure };

/** What Unlock answers. */
export type UnlockReply =
  | { state: "unlocked"; connection: Connection }
  | { state: "failed"; failure: Failure };

/** What keeping the key in another way answers; when it failed, the key is kept as before. */
export type KeepReply =
  | { state: "kept"; connection: Connection }
  | { state: "failed"; failure: Failure };

/** What choosing a zone answers: the zone was read and is kept, or the former one stays. */
export type ChooseZoneReply =
  | { state: "chosen"; zone: ZoneRef }
  | { state: "failed"; failure: Failure };
