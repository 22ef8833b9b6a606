import {
  type CredentialStore,
  type Held,
  isSameCredential,
} from "../credentials/credential-store.ts";
import type { Failure, ZoneRef } from "../directory/answer.ts";
import { toFailure } from "../directory/failure.ts";
import type { Traffic } from "../directory/traffic/traffic.ts";
import type { FailureReason } from "../failure-reason.ts";
import { createJobQueue } from "../job-queue.ts";
import { type Credential, jwtExpiry, type KeycardClient, zoneId } from "../keycard/index.ts";
import { CACHE_FRESH_MS, CACHE_MAX_MIN } from "../limits.ts";
import type { Clocks } from "../moments.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import type { StorageArea } from "../storage.ts";
import type {
  ChooseZoneReply,
  Connection,
  ConnectReply,
  KeepReply,
  UnlockReply,
  ZoneFactsReply,
  ZonesReply,
} from "./replies.ts";
import { readZoneFacts } from "./zone-facts.ts";
import { zoneRef } from "./zone-ref.ts";
import { listZones, type Run } from "./zones.ts";

/** The key and the zone that lookups use, and changing either. */
export interface Connections {
  state(): Promise<Connection>;
  /** Tries the key that the options page has offered, and stores it if the API accepts it. */
  connect(): Promise<ConnectReply>;
  forgetKey(): Promise<void>;
  /** Unlocks the key with the passphrase that a page has offered. */
  unlock(): Promise<UnlockReply>;
  /** Locks a key that has a passphrase: no one can be looked up, and cached people are removed. */
  lock(): Promise<void>;
  /** Locks it if it was unused for long enough. @returns when that will be, ms since the epoch */
  lockIfIdle(): Promise<number | undefined>;
  /** Stores the key in the way that a page has offered. */
  keepOtherwise(): Promise<KeepReply>;
  zones(): Promise<ZonesReply>;
  /** The zones as of their last listing with this key, however long ago; sends no request. */
  listedZones(): readonly ZoneRef[];
  /** What the zone in use reports about itself and about the key. */
  zoneFacts(): Promise<ZoneFactsReply>;
  /** Reads a zone with the key, and uses it from now on if that succeeds. */
  chooseZone(id: string): Promise<ChooseZoneReply>;
  /** The organization's policy has changed: anything that depends on the previous one is discarded. */
  followPolicy(): Promise<void>;
  /** The key's client and the zone, or which of them is missing. */
  current(): Promise<CurrentUse>;
}

type CurrentUse = { ok: true; using: Using } | { ok: false; failure: Failure };

/** What is needed for lookups. */
export interface Using {
  client: KeycardClient;
  zone: ZoneRef;
  /** Differs for each key, zone or API: what is cached under it can't be used by another. */
  scope: string;
  /** Maximum age of a cached answer, ms. */
  keepMs: number;
}

export interface ConnectionParts extends Clocks {
  credentials: CredentialStore;
  /** Stores the token: in memory only, until the browser closes. */
  session: StorageArea;
  settings: Pick<FollowedSettings, "current" | "policy" | "change">;
  /**
   * Creates a client for a key. With `tokens: "kept"`, the token that it is exchanged for is stored with the key. While
   * the key is being tested it isn't, because a wrong secret would reuse the old token.
   */
  client: (credential: Credential, tokens: "kept" | "on-trial") => KeycardClient;
  /** Every request to the API waits for its turn there. */
  traffic: Pick<Traffic, "run">;
  /** Called when the key or the zone has changed, or was removed. */
  onChange: () => Promise<void>;
  /** Called when the key was locked or removed: people who were looked up with it are removed too. */
  onGone: () => Promise<void>;
}

export function createConnections(parts: ConnectionParts): Connections {
  const { credentials, session, settings, client, traffic, onChange, onGone, now, elapsed } = parts;
  const run: Run = (call) => traffic.run(call, { priority: "person" });
  let current: { credential: Credential; client: KeycardClient } | undefined;
  /** Read once for all lookups, because only this worker changes key or zone. */
  let using: Promise<CurrentUse> | undefined;

  /** `at`: on the clock of `elapsed`. */
  let listed: { zones: ZonesReply; at: number } | undefined;

  /** One after another: a policy that arrives must not store the previous key over a new one. */
  const inTurn = createJobQueue();

  async function keepAsPrescribed(): Promise<void> {
    const { keepKey } = await settings.current();
    if (keepKey !== undefined) await inTurn(() => credentials.keepAsPrescribed(keepKey));
  }

  async function changed(): Promise<void> {
    using = undefined;
    listed = undefined;
    await onChange();
  }

  type Client =
    | { ok: true; client: KeycardClient; credential: Credential }
    | { ok: false; failure: Failure };

  /** The client of the stored key. It stays the same as long as the key does, so that its token is exchanged once. */
  async function currentClient(): Promise<Client> {
    const held = await credentials.held();
    if (held.state !== "held") {
      // It was locked by the time alone: cached people are removed too.
      if (current || held.state === "locked") await drop();
      return { ok: false, failure: { why: reasonOf(held) } };
    }
    const { credential } = held;
    if (!current || !isSameCredential(current.credential, credential))
      current = { credential, client: client(credential, "kept") };
    return { ok: true, ...current };
  }

  /** The key is gone from memory, and everything that was requested with it. */
  async function drop(): Promise<void> {
    current = undefined;
    await session.remove(TOKEN_KEY);
    await changed();
  }

  /** The same, and nothing continues to show its results. */
  async function letGo(): Promise<void> {
    await drop();
    await onGone();
  }

  async function state(): Promise<Connection> {
    const held = await credentials.held();
    if (held.state === "none") return { state: "no-key" };
    if (held.state === "locked") return { state: "locked" };
    if (held.state === "unreadable") return held;
    const { zone } = await settings.current();
    const { credential, way } = held;
    const expiresAt = credential.kind === "api-key" ? jwtExpiry(credential.key) : undefined;
    const key = { keyKind: credential.kind, way, ...(expiresAt !== undefined && { expiresAt }) };
    return zone ? { state: "ready", ...key, zone: zoneRef(zone) } : { state: "no-zone", ...key };
  }

  async function readUsing(): Promise<CurrentUse> {
    const known = await currentClient();
    if (!known.ok) return known;
    const { zone, cacheMin = CACHE_MAX_MIN } = await settings.current();
    if (!zone) return { ok: false, failure: { why: "noZone" } };
    const scope = await scopeOf(known.credential, zone.id);
    const keepMs = cacheMin * 60_000;
    return { ok: true, using: { client: known.client, zone: zoneRef(zone), scope, keepMs } };
  }

  /** The zone of a policy has no name until the zones were listed. */
  async function rememberName(zones: ZonesReply): Promise<void> {
    const { zone } = await settings.current();
    const named = zones.state === "listed" && zones.zones.find(({ id }) => id === zone?.id);
    if (!named || named.name === zone?.name) return;
    // If the name can't be stored, it will be requested again.
    await settings.change({ zone: named }).catch(() => undefined);
    using = undefined;
  }

  async function connect(): Promise<ConnectReply> {
    const offered = await credentials.takeOffered();
    if (!offered) return { state: "failed", failure: { why: "noKey" } };
    const { credential, keeping } = offered;
    const { keepKey = keeping.way } = await settings.current();
    if (keeping.way !== keepKey) return { state: "failed", failure: { why: "setByPolicy" } };
    const tried = client(credential, "on-trial");
    const zones = await listZones(tried, run, now());
    // A key that can't list zones is still valid: its zone has to be entered.
    if (zones.state === "failed") return zones;
    const kept = await inTurn(() => credentials.keep(credential, keeping));
    if (!kept.ok) return { state: "failed", failure: { why: kept.why } };
    // The policy may have arrived while the key was being tested.
    await keepAsPrescribed();
    await session.remove(TOKEN_KEY);
    const { zone } = await settings.current();
    // If that can't be stored, the zone stays, and each lookup says that the key can't read it.
    if (zone && !(await mayRead(tried, run, zone.id)))
      await settings.change({ zone: undefined }).catch(() => undefined);
    await rememberName(zones);
    await changed();
    return { state: "connected", connection: await state(), zones };
  }

  return {
    state,
    connect,
    async forgetKey() {
      await credentials.forget();
      await letGo();
    },
    async unlock() {
      const unlocked = await credentials.unlock();
      if (!unlocked.ok) return { state: "failed", failure: { why: unlocked.why } };
      await keepAsPrescribed();
      await changed();
      return { state: "unlocked", connection: await state() };
    },
    async lock() {
      if (await credentials.lock()) await letGo();
    },
    async lockIfIdle() {
      const { locked, dueAt } = await credentials.lockIfIdle();
      if (locked) await letGo();
      return dueAt;
    },
    async keepOtherwise() {
      const { keepKey } = await settings.current();
      const kept = await inTurn(() => credentials.keepAsOffered(keepKey));
      return kept.ok
        ? { state: "kept", connection: await state() }
        : { state: "failed", failure: { why: kept.why } };
    },
    async zones() {
      if (listed && elapsed() - listed.at < CACHE_FRESH_MS) return listed.zones;
      const known = await currentClient();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const zones = await listZones(known.client, run, now());
      if (zones.state !== "failed") listed = { zones, at: elapsed() };
      await rememberName(zones);
      return zones;
    },
    listedZones: () => (listed?.zones.state === "listed" ? listed.zones.zones : []),
    async zoneFacts() {
      // Not with `current`: having the options open doesn't count as using the key.
      const known = await readUsing();
      if (!known.ok) return { state: "failed", failure: known.failure };
      return readZoneFacts(known.using.client, run, known.using.zone.id, now);
    },
    async chooseZone(id) {
      const { policy } = await settings.policy();
      if ((policy.zone ?? id) !== id) return { state: "failed", failure: { why: "setByPolicy" } };
      const known = await currentClient();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const reply = await run(() => known.client.retrieveZone(zoneId(id)));
      if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
      const zone = zoneRef(reply.value);
      const isStored = await settings.change({ zone }).then(
        () => true,
        () => false,
      );
      if (!isStored) return { state: "failed", failure: { why: "noDeviceStore" } };
      await changed();
      return { state: "chosen", zone };
    },
    async followPolicy() {
      await keepAsPrescribed();
      await changed();
    },
    async current() {
      // It may have been locked since, just because time has passed.
      const held = await credentials.held();
      if (held.state === "held") await credentials.used();
      else using = undefined;
      using ??= readUsing().catch((error: unknown) => {
        using = undefined;
        throw error;
      });
      return using;
    },
  };
}

function reasonOf(held: Exclude<Held, { state: "held" }>): FailureReason {
  if (held.state === "unreadable") return held.why;
  return held.state === "locked" ? "keyLocked" : "noKey";
}

/** Where the token of a service account is stored, in the session area. */
export const TOKEN_KEY = "token";

/** Whether the key can read a zone, as far as is known: a temporary failure of the API isn't a reason to drop it. */
async function mayRead(client: KeycardClient, run: Run, id: string): Promise<boolean> {
  const reply = await run(() => client.retrieveZone(zoneId(id)));
  return reply.ok || !["forbidden", "notFound"].includes(reply.error.why);
}

/** A digest, so that storage keys don't contain the API key. The API's origin is fixed by the build. */
async function scopeOf(credential: Credential, zone: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([credential, zone]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
