import { LRUCache } from "lru-cache";
import type { UserId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { createGroupRoles, withGroups } from "./group-roles.ts";
import type { Keeping } from "./keeping.ts";
import {
  directGrantsSource,
  type ReadRoles,
  type RoleSource,
  type RoleSourceParts,
  recordSource,
  type Shown,
} from "./role-sources.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** Maximum number of users whose roles are kept in memory. */
const ROLES_KEPT = 200;

/** How long a source of roles that has returned nothing isn't tried again, ms. */
export const SOURCE_MEMORY_MS = 10 * 60_000;

/** After this many users without roles, a source counts as reporting no one's: a single user's may just be missing. */
const SILENT_MIN = 2;

/** Reads the roles of people whose answer reported none, in their zone. */
export interface RolesReader {
  /** @returns undefined if they aren't available, or not with so few requests */
  read(user: RoleHolder, options: ReadRolesOptions): Promise<ReadRoles | undefined>;
}

export interface RoleHolder {
  id: UserId;
  /** The person's groups according to the answer; undefined if it doesn't report them. */
  groups?: readonly { id: string }[] | undefined;
}

export interface ReadRolesOptions extends Pick<AskOptions, "fresh" | "isPrivate" | "signal"> {
  /** Maximum number of requests. */
  requests: number;
}

type RolesReaderParts = RoleSourceParts & Pick<Keeping, "keepMs">;

interface Source {
  read: RoleSource;
  /** The users whose roles it didn't report. */
  silent: Set<UserId>;
  /** When it was found to return nothing, ms since the epoch. */
  shutAt: number | undefined;
  /** It has reported someone's roles. */
  tells: boolean;
  /** It has reported someone's groups, but not their roles. */
  tellsGroups: boolean;
}

/**
 * Reads the user's record first: it may report roles through groups too, even if the zone's list doesn't report direct
 * ones. Next is the list of direct grants. The roles of the person's groups are added to it if the groups are known.
 * None of these requests has a higher priority than a list's.
 */
export function createRolesReader(parts: RolesReaderParts): RolesReader {
  const { now } = parts;
  const keepMs = Math.min(parts.keepMs, CACHE_FRESH_MS);
  const kept = new LRUCache<UserId, { roles: ReadRoles; at: number }>({ max: ROLES_KEPT });
  const reading = [recordSource(parts), directGrantsSource(parts)];
  const rolesOfGroups = createGroupRoles(parts);
  const sources: Source[] = reading.map((read) => ({
    read,
    silent: new Set(),
    shutAt: undefined,
    tells: false,
    tellsGroups: false,
  }));

  /**
   * Whether a source is worth a request. For the groups alone, it is worth one only if another request is left to read
   * direct roles.
   */
  function isOpen({ shutAt, tellsGroups }: Source, hasGroups: boolean, left: number): boolean {
    if (shutAt === undefined || !isWithin(shutAt, SOURCE_MEMORY_MS, now())) return true;
    return tellsGroups && !hasGroups && left > 1;
  }

  function learn(source: Source, id: UserId, shown: Shown): void {
    const { state } = shown;
    if (state === "told") {
      source.tells = true;
      source.silent.clear();
    }
    if (state === "silent") {
      source.tellsGroups = shown.groups !== undefined;
      if (!source.tells) source.silent.add(id);
    }
    if (state === "shut") source.tellsGroups = false;
    if (state === "shut" || source.silent.size >= SILENT_MIN) {
      source.shutAt = now();
      source.silent.clear();
    }
  }

  /** Whether the cached result was read with fewer requests than are needed to learn the groups too. */
  function isHalf({ rolesCounted, groups }: ReadRoles, { groups: told }: RoleHolder): boolean {
    const hasGroups = (told ?? groups) !== undefined;
    return (
      rolesCounted === "direct" && !hasGroups && sources.some(({ tellsGroups }) => tellsGroups)
    );
  }

  return {
    async read(user, { requests, ...asked }) {
      const { id } = user;
      const known = asked.fresh ? undefined : kept.get(id);
      if (
        known &&
        isWithin(known.at, keepMs, now()) &&
        !(requests > 1 && isHalf(known.roles, user))
      )
        return known.roles;
      const options: AskOptions = { ...asked, priority: "bulk" };
      let recorded: ReadRoles["groups"];
      let left = requests;
      for (const source of sources) {
        if (left === 0 || asked.signal?.aborted) break;
        if (!isOpen(source, user.groups !== undefined, left)) continue;
        const shown = await source.read(id, options);
        if (shown.state !== "unasked") left -= 1;
        learn(source, id, shown);
        if (shown.state === "gone") break;
        if (shown.state === "silent") recorded = shown.groups;
        if (shown.state !== "told") continue;
        const groups = recorded ?? user.groups;
        const all = await withGroups(shown.roles, groups, () => rolesOfGroups(options));
        const roles = { ...all, ...(recorded && { groups: recorded }) };
        if (!asked.isPrivate) kept.set(id, { roles, at: now() });
        return roles;
      }
      return undefined;
    },
  };
}
