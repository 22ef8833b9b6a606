import { LRUCache } from "lru-cache";
import { createAskNames, gone, type NamesParts } from "./ask-names.ts";
import type { Thing, ThingName } from "./thing.ts";
import { thingKey } from "./thing-key.ts";

/** Names that are kept of one zone. */
const NAMES_KEPT = 500;

export interface NamesOptions {
  /** Asked for from a private window: nothing of it is kept. */
  isPrivate: boolean;
  /** What was refused before is asked for once more. */
  again: boolean;
}

/** What the things of one zone are called, kept in memory for as long as the worker lives. */
export interface Names {
  /** The names that are known, at once; nothing is asked. */
  kept(things: readonly Thing[]): ThingName[];
  /** All names, in the order of the things. What is not known is asked for, those of a kind together. */
  of(things: readonly Thing[], options: NamesOptions): Promise<ThingName[]>;
}

export function createNames(parts: NamesParts): Names {
  const askNames = createAskNames(parts);
  const known = new LRUCache<string, ThingName>({ max: NAMES_KEPT });

  /** Two who ask at the same time share one request. */
  const asking = new Map<string, Promise<ThingName>>();

  function recall(thing: Thing, again: boolean): ThingName | undefined {
    const name = known.get(thingKey(thing));
    return again && name?.why !== undefined ? undefined : name;
  }

  function keep(names: readonly ThingName[]): void {
    for (const name of names) if (isLasting(name)) known.set(thingKey(name), name);
  }

  /** Asks for those of one kind. */
  function begin(things: readonly [Thing, ...Thing[]], isPrivate: boolean): void {
    const come = askNames(things[0].kind, things);
    // Whoever waits for them is told of a failure.
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
      // Some may have been asked for by a private window that was first.
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

/** Whether asking again would bring the same: a name, or what the key may not read or the zone does not have. */
function isLasting({ why }: ThingName): boolean {
  return why === undefined || ["forbidden", "zoneNotFound", "badRequest"].includes(why);
}
