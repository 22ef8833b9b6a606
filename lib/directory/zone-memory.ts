import type { Page, User } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { FILTERS, type Keeping, ZONES } from "./keeping.ts";
import { uniqueUsers } from "./unique-users.ts";
import type { Learnable } from "./zone-contract.ts";

/**
 * Maximum characters (of JSON) of what is stored about a zone: session storage has room for 10 MB in Chromium, counted
 * as in memory. A real zone's users have 100,000.
 */
export const ZONE_MEMORY_MAX_CHARS = 1_000_000;

/** How long to believe that a zone's list ignores its parameters, ms: Keycard will change that one day. */
export const CONTRACT_MEMORY_MS = 10 * 60_000;

/** What a reply has shown about a zone, and the users that it contained if the list ignored its parameters. */
export type ZoneKnowledge =
  | { contract: "filters"; learnedAt: number }
  /** `users`: all of them; with "ignores" perhaps, because that isn't confirmed; with "first-100" the first 100. */
  | { contract: "whole-directory" | "ignores" | "first-100"; learnedAt: number; users: User[] };

interface NewFilters {
  takes: boolean;
  /** ms since the epoch */
  learnedAt: number;
}

/** Remembers for CONTRACT_MEMORY_MS whether a zone's list can be filtered, even if the worker stops. */
export interface ZoneMemory {
  learn(contract: Learnable, page: Page<User>): Promise<void>;
  /** What is known about the zone, or undefined if nothing is, or not any more. */
  recall(): Promise<ZoneKnowledge | undefined>;
  /** Whether the zone supports the filters of the current generation, or undefined if that isn't known. */
  takesNewFilters(): Promise<boolean | undefined>;
  learnNewFilters(takes: boolean): Promise<void>;
  /** The users of a zone that can't be filtered, while they are fresh enough to answer from. */
  directory(): Promise<(ZoneKnowledge & { users: User[] }) | undefined>;
}

export function createZoneMemory({ area, scope, keepMs, now, life }: Keeping): ZoneMemory {
  const key = ZONES + scope;
  let known: Promise<ZoneKnowledge | undefined> = area
    .get(key)
    .then((stored) => stored[key] as ZoneKnowledge | undefined);

  const filtersKey = FILTERS + scope;
  let filters: Promise<NewFilters | undefined> = area
    .get(filtersKey)
    .then((stored) => stored[filtersKey] as NewFilters | undefined);

  async function recall(): Promise<ZoneKnowledge | undefined> {
    const knowledge = await known;
    return knowledge && isWithin(knowledge.learnedAt, CONTRACT_MEMORY_MS, now())
      ? knowledge
      : undefined;
  }

  return {
    async learn(contract, { items }) {
      const learnedAt = now();
      // If no one can be cached, only the zone's behavior is.
      const users = keepMs === 0 ? [] : uniqueUsers(items);
      const knowledge: ZoneKnowledge =
        contract === "filters" ? { contract, learnedAt } : { contract, learnedAt, users };
      known = Promise.resolve(knowledge);
      const fits = JSON.stringify(knowledge).length <= ZONE_MEMORY_MAX_CHARS;
      // What isn't stored costs one more request after the worker has stopped, nothing else.
      if (fits && !life.aborted) await area.set({ [key]: knowledge }).catch(() => undefined);
    },
    recall,
    async takesNewFilters() {
      const known = await filters;
      return known && isWithin(known.learnedAt, CONTRACT_MEMORY_MS, now())
        ? known.takes
        : undefined;
    },
    async learnNewFilters(takes) {
      const known: NewFilters = { takes, learnedAt: now() };
      filters = Promise.resolve(known);
      if (!life.aborted) await area.set({ [filtersKey]: known }).catch(() => undefined);
    },
    async directory() {
      const knowledge = await recall();
      if (!knowledge || knowledge.contract === "filters") return undefined;
      const freshMs = Math.min(CACHE_FRESH_MS, keepMs);
      return isWithin(knowledge.learnedAt, freshMs, now()) ? knowledge : undefined;
    },
  };
}
