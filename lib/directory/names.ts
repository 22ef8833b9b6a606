import { LRUCache } from "lru-cache";
import { createAskNames, gone, type NamesParts } from "./ask-names.ts";
import type { Thing, ThingName } from "./thing.ts";
import { thingKey } from "./thing-key.ts";

/** Maximum number of names that are kept per zone. */
const NAMES_KEPT = 500;

export interface NamesOptions {
  /** Requested from a private window: nothing is kept. */
  isPrivate: boolean;
  /** Whether to request again what was refused before. */
  again: boolean;
}

/** The names of things in one zone, kept in memory as long as the worker lives. */
export interface Names {
  /** The names that are already known, at once; sends no request. */
  kept(things: readonly Thing[]): ThingName[];
  /** All names, in the order of the things. Unknown ones are requested, those of a kind together. */
  of(things: readonly Thing[], options: NamesOptions): Promise<ThingName[]>;
}

export function createNames(parts: NamesParts): Names {
  const askNames = createAskNames(parts);
  const known = new LRUCache<string, ThingName>({ max: NAMES_KEPT });

  /** Concurrent callers share one request. */
  const asking = new Map<string, Promise<ThingName>>();

  function recall(thing: Thing, again: boolean): ThingName | undefined {
    const name = known.get(thingKey(thing));
    return again && name?.why !== undefined ? undefined : name;
  }

  function keep(names: readonly ThingName[]): void {
    for (const name of names) if (isLasting(name)) known.set(thingKey(name), name);
  }

  /** Requests those of one kind. */
  function begin(things: readonly [Thing, ...Thing[]], isPrivate: boolean): void {
    const come = askNames(things[0].kind, things);
    // Whoever waits for them is told about a failure.
    if (!isPrivate) void come.then(keep, () => undefined);
    for (const thing of things) {
      const key = thingKey(thing);
      const one = come.then((names) => names.find((name) => thingKey(name) === key) ?? gone(thing));
      asking.set(key, one);
      const forget = () => asking.delete(key);
      void one.then(forget, forget);
    }
  }

  return {
    kept: (things) => things.flatMap((thing) => recall(thing, true) ?? []),
    async of(things, { isPrivate, again }) {
      const open = new Map<string, Thing>();
      for (const thing of things) {
        const key = thingKey(thing);
        if (!recall(thing, again) && !asking.has(key)) open.set(key, thing);
      }
      for (const some of byKind([...open.values()])) begin(some, isPrivate);
      const names = await Promise.all(
        things.map((thing) => asking.get(thingKey(thing)) ?? recall(thing, again) ?? gone(thing)),
      );
      // A private window may have requested some of them first.
      if (!isPrivate) keep(names);
      return names;
    },
  };
}

function byKind(things: readonly Thing[]): [Thing, ...Thing[]][] {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const group = groups.get(thing.kind);
    if (group) group.push(thing);
    else groups.set(thing.kind, [thing]);
  }
  return [...groups.values()];
}

/** Whether the result will stay the same: a name, or something that the key can't read or the zone doesn't have. */
function isLasting({ why }: ThingName): boolean {
  return why === undefined || ["forbidden", "zoneNotFound", "badRequest"].includes(why);
}
