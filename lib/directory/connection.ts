import {
  forgetCredential,
  isSameCredential,
  keepCredential,
  readCredential,
  takeOffered,
} from "../credentials/credential-store.ts";
import { type Credential, type KeycardClient, zoneId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { changeSettings, readSettings } from "../settings/settings.ts";
import type { StorageArea } from "../storage.ts";
import type { Failure, ZoneRef } from "./answer.ts";
import { toFailure } from "./failure.ts";
import type { ChooseZoneReply, Connection, ConnectReply, ZonesReply } from "./replies.ts";
import type { Traffic } from "./traffic/traffic.ts";
import { zoneRef } from "./zone-ref.ts";
import { listZones, type Run } from "./zones.ts";

/** The key and the zone that look-ups use, and changing either. */
export interface Connections {
  state(): Promise<Connection>;
  /** Tries the key that the options page has offered, and keeps it if the API takes it. */
  connect(): Promise<ConnectReply>;
  forgetKey(): Promise<void>;
  zones(): Promise<ZonesReply>;
  /** Reads a zone with the key, and uses it from now on if that succeeds. */
  chooseZone(id: string): Promise<ChooseZoneReply>;
  /** The key's client and the zone, or which of them is missing. */
  current(): Promise<CurrentUse>;
}

type CurrentUse = { ok: true; using: Using } | { ok: false; failure: Failure };

/** What look-ups are made with. */
export interface Using {
  client: KeycardClient;
  zone: ZoneRef;
  /** Differs for every other key, zone or API: what is kept under it is of no use to another. */
  scope: string;
}

export interface ConnectionParts {
  /** Holds the key: memory only, ends with the browser. */
  session: StorageArea;
  /** Holds settings. */
  local: StorageArea;
  /**
   * A client for a key. With `tokens: "kept"` the token it is exchanged for is kept beside the key; on trial it is
   * not, or a wrong secret would pass on the old token.
   */
  client: (credential: Credential, tokens: "kept" | "on-trial") => KeycardClient;
  /** Everything that goes to the API waits its turn there. */
  traffic: Pick<Traffic, "run">;
  /** Called when the key or the zone is another from now on, or gone. */
  onChange: () => Promise<void>;
  /** ms since the epoch */
  now: () => number;
}

export function createConnections(parts: ConnectionParts): Connections {
  const { session, local, client, traffic, onChange, now } = parts;
  const run: Run = (call) => traffic.run(call, { priority: "person" });
  let current: { credential: Credential; client: KeycardClient } | undefined;
  /** Read once for all look-ups: nobody but this worker changes key or zone. */
  let using: Promise<CurrentUse> | undefined;

  let listed: { zones: ZonesReply; at: number } | undefined;

  async function changed(): Promise<void> {
    using = undefined;
    listed = undefined;
    await onChange();
  }

  /** The client of the stored key; the same one as long as the key is, so that its token is exchanged once. */
  async function currentClient(): Promise<KeycardClient | undefined> {
    const credential = await readCredential(session);
    if (!credential) return undefined;
    if (!current || !isSameCredential(current.credential, credential))
      current = { credential, client: client(credential, "kept") };
    return current.client;
  }

  async function state(): Promise<Connection> {
    const credential = await readCredential(session);
    if (!credential) return { state: "no-key" };
    const { zone } = await readSettings(local);
    return zone
      ? { state: "ready", keyKind: credential.kind, zone: zoneRef(zone) }
      : { state: "no-zone", keyKind: credential.kind };
  }

  async function readUsing(): Promise<CurrentUse> {
    const known = await currentClient();
    if (!known || !current) return { ok: false, failure: { why: "no-key" } };
    const { zone } = await readSettings(local);
    if (!zone) return { ok: false, failure: { why: "no-zone" } };
    const scope = await scopeOf(current.credential, zone.id);
    return { ok: true, using: { client: known, zone: zoneRef(zone), scope } };
  }

  async function connect(): Promise<ConnectReply> {
    const credential = await takeOffered(session);
    if (!credential) return { state: "failed", failure: { why: "no-key" } };
    const tried = client(credential, "on-trial");
    const zones = await listZones(tried, run, now());
    // A key that may not list zones is still a good key: its zone has to be typed.
    if (zones.state === "failed") return zones;
    await session.remove(TOKEN_KEY);
    await keepCredential(session, credential);
    const { zone } = await readSettings(local);
    if (zone && !(await mayRead(tried, run, zone.id)))
      await changeSettings(local, { zone: undefined });
    await changed();
    return { state: "connected", connection: await state(), zones };
  }

  return {
    state,
    connect,
    async forgetKey() {
      current = undefined;
      await forgetCredential(session);
      await session.remove(TOKEN_KEY);
      await changed();
    },
    async zones() {
      if (listed && now() - listed.at < CACHE_FRESH_MS) return listed.zones;
      const known = await currentClient();
      if (!known) return { state: "failed", failure: { why: "no-key" } };
      const zones = await listZones(known, run, now());
      if (zones.state !== "failed") listed = { zones, at: now() };
      return zones;
    },
    async chooseZone(id) {
      const known = await currentClient();
      if (!known) return { state: "failed", failure: { why: "no-key" } };
      const reply = await run(() => known.retrieveZone(zoneId(id)));
      if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
      const zone = zoneRef(reply.value);
      await changeSettings(local, { zone });
      await changed();
      return { state: "chosen", zone };
    },
    current() {
      using ??= readUsing().catch((error: unknown) => {
        using = undefined;
        throw error;
      });
      return using;
    },
  };
}

/** Where the token that a service account is exchanged for is kept, in the session area. */
export const TOKEN_KEY = "token";

/** Whether the key may read a zone, as far as can be told: an API that fails just now is no reason to let it go. */
async function mayRead(client: KeycardClient, run: Run, id: string): Promise<boolean> {
  const reply = await run(() => client.retrieveZone(zoneId(id)));
  return reply.ok || !["forbidden", "not-found"].includes(reply.error.kind);
}

/** A digest, so that no key stands in the name of what is kept. The API's origin is the build's. */
async function scopeOf(credential: Credential, zone: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([credential, zone]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
