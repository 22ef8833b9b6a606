import {
  forgetCredential,
  keepCredential,
  readCredential,
  takeOffered,
} from "../credentials/credential-store.ts";
import { type Credential, type KeycardClient, type Zone, zoneId } from "../keycard/index.ts";
import { changeSettings, readSettings } from "../settings/settings.ts";
import type { StorageArea } from "../storage.ts";
import type { Failure, ZoneRef } from "./answer.ts";
import { toFailure } from "./failure.ts";
import type { LookUpParts } from "./look-up.ts";
import type { ChooseZoneReply, Connection, ConnectReply, ZonesReply } from "./replies.ts";
import { listZones } from "./zones.ts";

/** The key and the zone that look-ups use, and changing either. */
export interface Connections {
  state(): Promise<Connection>;
  /** Tries the key that the options page has offered, and keeps it if the API takes it. */
  connect(): Promise<ConnectReply>;
  forgetKey(): Promise<void>;
  zones(): Promise<ZonesReply>;
  /** Reads a zone with the key, and uses it from now on if that succeeds. */
  chooseZone(id: string): Promise<ChooseZoneReply>;
  /** What a look-up needs, or why none can be made. */
  parts(): Promise<
    { ok: true; parts: LookUpParts; zone: ZoneRef } | { ok: false; failure: Failure }
  >;
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
  /** ms since the epoch */
  now: () => number;
}

export function createConnections({ session, local, client, now }: ConnectionParts): Connections {
  let current: { credential: Credential; client: KeycardClient } | undefined;

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

  async function connect(): Promise<ConnectReply> {
    const credential = await takeOffered(session);
    if (!credential) return { state: "failed", failure: { why: "no-key" } };
    const tried = client(credential, "on-trial");
    const zones = await listZones(tried, now());
    // A key that may not list zones is still a good key: its zone has to be typed.
    if (zones.state === "failed") return zones;
    await session.remove(TOKEN_KEY);
    await keepCredential(session, credential);
    const { zone } = await readSettings(local);
    if (zone && !(await reads(tried, zone.id))) await changeSettings(local, { zone: undefined });
    return { state: "connected", connection: await state(), zones };
  }

  return {
    state,
    connect,
    async forgetKey() {
      current = undefined;
      await forgetCredential(session);
      await session.remove(TOKEN_KEY);
    },
    async zones() {
      const known = await currentClient();
      return known ? listZones(known, now()) : { state: "failed", failure: { why: "no-key" } };
    },
    async chooseZone(id) {
      const known = await currentClient();
      if (!known) return { state: "failed", failure: { why: "no-key" } };
      const reply = await known.retrieveZone(zoneId(id));
      if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
      const zone = refOf(reply.value);
      await changeSettings(local, { zone });
      return { state: "chosen", zone };
    },
    async parts() {
      const known = await currentClient();
      if (!known) return { ok: false, failure: { why: "no-key" } };
      const { zone } = await readSettings(local);
      if (!zone) return { ok: false, failure: { why: "no-zone" } };
      return {
        ok: true,
        parts: { client: known, zone: zoneId(zone.id), now },
        zone: zoneRef(zone),
      };
    },
  };
}

/** Where the token that a service account is exchanged for is kept, in the session area. */
export const TOKEN_KEY = "token";

async function reads(client: KeycardClient, id: string): Promise<boolean> {
  return (await client.retrieveZone(zoneId(id))).ok;
}

function isSameCredential(a: Credential, b: Credential): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refOf({ id, name, slug }: Zone): ZoneRef {
  return zoneRef({ id, name, slug });
}

function zoneRef({
  id,
  name,
  slug,
}: {
  id: string;
  name?: string | undefined;
  slug?: string | undefined;
}): ZoneRef {
  return { id, ...(name !== undefined && { name }), ...(slug !== undefined && { slug }) };
}
