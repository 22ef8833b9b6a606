import type { Failure, ZoneRef } from "../directory/answer.ts";
import { createAnswerCache } from "../directory/answer-cache.ts";
import { createDirectory, type Directory } from "../directory/directory.ts";
import { type ElsewhereReply, lookElsewhere } from "../directory/elsewhere.ts";
import { createInspector, type Inspector } from "../directory/inspector.ts";
import { clearCached } from "../directory/keeping.ts";
import { createRolesReader, type RolesReader } from "../directory/read-roles.ts";
import { createStepDown, type StepDown } from "../directory/step-down.ts";
import { stopOnRefusal } from "../directory/traffic/stop-on-refusal.ts";
import type { Traffic } from "../directory/traffic/traffic.ts";
import { createZoneMemory } from "../directory/zone-memory.ts";
import { zoneId } from "../keycard/index.ts";
import type { Clocks } from "../moments.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { Connections, Using } from "./connection.ts";

/** What looks people up in a zone, and reads more about them there. */
interface Readers {
  directory: Directory;
  inspector: Inspector;
  roles: RolesReader;
}

/** Those of the zone in use, or why there are none. */
type InUse = ({ ok: true; zone: ZoneRef } & Readers) | { ok: false; failure: Failure };

/** The directory of the key and zone in use. */
export interface Directories {
  current(): Promise<InUse>;
  /**
   * The same for a request that continues a previous answer: only if that answer's zone is still in use. Its page
   * requests again as soon as it is told about the change.
   */
  of(zoneId: string): Promise<InUse>;
  /**
   * Looks someone up in every zone that the key can read except one; nothing is cached.
   *
   * @param zoneId where the person is known to be absent; another zone may be in use by now
   */
  elsewhere(query: Query, zoneId: string): Promise<ElsewhereReply>;
  /** Clears every answer and what was learned about zones: the key or zone has changed, or was removed. */
  clear(): Promise<void>;
}

export interface DirectoriesParts extends Clocks {
  connections: Pick<Connections, "current" | "zones" | "listedZones">;
  session: StorageArea;
  traffic: Traffic;
}

export function createDirectories({
  connections,
  session,
  traffic,
  now,
  elapsed,
}: DirectoriesParts): Directories {
  let kept: { scope: string; readers: Readers } | undefined;
  /** Aborted with the key or zone: an answer that arrives later isn't cached. */
  let life = new AbortController();

  /** What each zone supports, including zones that aren't in use. */
  const stepsDown = new Map<string, StepDown>();

  function stepDownIn(scope: string): StepDown {
    const known =
      stepsDown.get(scope) ?? createStepDown({ area: session, scope, now, life: life.signal });
    stepsDown.set(scope, known);
    return known;
  }

  /** @param area where people are cached */
  function open({ client, zone, scope, keepMs }: Using, area: StorageArea): Directory {
    const keeping = { area, scope, keepMs, now, life: life.signal };
    return createDirectory({
      client,
      zone: zoneId(zone.id),
      traffic: stopOnRefusal(traffic, elapsed),
      memory: createZoneMemory(keeping),
      cache: createAnswerCache(keeping),
      stepDown: stepDownIn(scope),
      now,
    });
  }

  async function current(): Promise<InUse> {
    const known = await connections.current();
    if (!known.ok) return known;
    const { scope, zone } = known.using;
    if (kept?.scope !== scope) {
      const { keepMs } = known.using;
      const parts = { client: known.using.client, zone: zoneId(zone.id), traffic, now };
      const { listedZones } = connections;
      const readers = {
        directory: open(known.using, session),
        inspector: createInspector({ ...parts, listedZones }),
        roles: createRolesReader({ ...parts, keepMs, stepDown: stepDownIn(scope) }),
      };
      kept = { scope, readers };
    }
    return { ok: true, zone, ...kept.readers };
  }

  return {
    current,
    async of(id) {
      const known = await current();
      return known.ok && known.zone.id !== id ? { ok: false, failure: { why: "aborted" } } : known;
    },
    async elsewhere(query, absentIn) {
      const { signal } = life;
      const known = await connections.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const zones = await connections.zones();
      if (zones.state !== "listed") return zones;
      const { using } = known;
      const others = zones.zones.filter(({ id }) => id !== absentIn);
      const found = await lookElsewhere(others, (zone) =>
        open({ ...using, zone, scope: `${using.scope}.${zone.id}` }, NOWHERE).lookUp(query, {
          isPrivate: true,
          priority: "bulk",
          signal,
        }),
      );
      return { state: "looked", found: { ...found, ...(zones.more && { more: true }) } };
    },
    async clear() {
      life.abort();
      life = new AbortController();
      kept = undefined;
      stepsDown.clear();
      await clearCached(session);
    },
  };
}

/** A storage area that stores nothing. */
const NOWHERE: StorageArea = {
  get: async () => ({}),
  set: async () => {},
  remove: async () => {},
};
