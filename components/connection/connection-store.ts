import { type ReadonlySignal, signal } from "@preact/signals";
import type {
  ChooseZoneReply,
  Connection,
  ConnectReply,
  KeepReply,
  UnlockReply,
  ZonesReply,
} from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Keeping } from "../../lib/credentials/keeping.ts";
import type { Failure } from "../../lib/directory/answer.ts";
import type { Credential } from "../../lib/keycard/index.ts";
import { type Stopped, settled } from "../answer/settled.ts";

/** Connection and zones as a page shows them. */
export interface ConnectionStore {
  /** Undefined until the background has replied. */
  connection: ReadonlySignal<Connection | undefined>;
  /** Undefined without a key, and until the background has replied. */
  zones: ReadonlySignal<ZonesReply | undefined>;
  /** Why the last attempt to change the zone failed. */
  zoneFailure: ReadonlySignal<Failure | undefined>;
  choosing: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Follows changes made in other windows. @returns a function that stops this */
  follow(): () => void;
  connect(credential: Credential, keeping: Keeping): Promise<ConnectReply>;
  unlock(passphrase: string): Promise<UnlockReply>;
  /** Another answer of the background showed that the key is locked. */
  noteLocked(): void;
  /** Resolves to whether the key is locked. */
  lock(): Promise<boolean>;
  keepOtherwise(keeping: Keeping): Promise<KeepReply>;
  /** Resolves to whether the key is forgotten. */
  forget(): Promise<boolean>;
  choose(zoneId: string): Promise<ChooseZoneReply>;
}

export function createConnectionStore(background: BackgroundApi): ConnectionStore {
  const connection = signal<Connection>();
  const zones = signal<ZonesReply>();
  const zoneFailure = signal<Failure>();
  const choosing = signal(false);

  /** Changes made here whose reply, which has the resulting state, hasn't arrived yet. */
  let changes = 0;
  async function change<T>(make: () => Promise<T>): Promise<T | Stopped> {
    changes++;
    const reply = await settled(make());
    changes--;
    return reply;
  }

  async function choose(zoneId: string): Promise<ChooseZoneReply> {
    choosing.value = true;
    zoneFailure.value = undefined;
    const reply = await change(() => background.chooseZone({ zoneId }));
    choosing.value = false;
    const now = connection.value;
    if (reply.state === "failed") zoneFailure.value = reply.failure;
    else if (now && "keyKind" in now)
      connection.value = { ...now, state: "ready", zone: reply.zone };
    return reply;
  }

  /** With only one zone there is nothing to choose. */
  async function chooseTheOnlyOne(): Promise<void> {
    const listed = zones.value?.state === "listed" ? zones.value.zones : [];
    const [only, ...others] = listed;
    if (connection.value?.state === "no-zone" && only && others.length === 0) await choose(only.id);
  }

  let loads = 0;
  async function load(): Promise<void> {
    const mine = ++loads;
    const now = await settled(background.connection());
    // Another change has happened meanwhile, and is being read.
    if (mine !== loads) return;
    if (now.state === "failed") {
      zones.value = now;
      return;
    }
    connection.value = now;
    if (!("keyKind" in now)) return;
    const listed = await settled(background.zones());
    if (mine !== loads) return;
    zones.value = listed;
    await chooseTheOnlyOne();
  }

  return {
    connection,
    zones,
    zoneFailure,
    choosing,
    choose,
    load,
    follow: () => background.on("connection", () => void (changes === 0 && load())),
    async unlock(passphrase) {
      const reply = await change(() => background.unlock({ passphrase }));
      if (reply.state === "unlocked") await load();
      return reply;
    },
    noteLocked() {
      connection.value = { state: "locked" };
      zones.value = undefined;
    },
    async lock() {
      const reply = await change(() => background.lock());
      if (reply?.state === "failed") return false;
      zones.value = undefined;
      await load();
      return true;
    },
    async keepOtherwise(keeping) {
      const reply = await change(() => background.keepOtherwise({ keeping }));
      if (reply.state === "kept") connection.value = reply.connection;
      return reply;
    },
    async connect(credential, keeping) {
      const reply = await change(() => background.connect({ credential, keeping }));
      if (reply.state === "connected") {
        connection.value = reply.connection;
        zones.value = reply.zones;
        zoneFailure.value = undefined;
        await chooseTheOnlyOne();
      }
      return reply;
    },
    async forget() {
      const reply = await change(() => background.forgetKey());
      if (reply?.state === "failed") return false;
      connection.value = { state: "no-key" };
      zones.value = undefined;
      zoneFailure.value = undefined;
      return true;
    },
  };
}
