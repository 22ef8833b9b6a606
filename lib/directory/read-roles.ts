import { LRUCache } from "lru-cache";
import type { UserId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { createGroupRoles, withGroups } from "./group-roles.ts";
import type { Keeping } from "./keeping.ts";
import {
  listingDirect,
  type ReadRoles,
  type RoleWay,
  type RoleWayParts,
  retrieving,
  type Shown,
} from "./role-ways.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** Users whose roles are kept in memory. */
const ROLES_KEPT = 200;

/** How long a way to the roles that has led nowhere is not gone again, ms. */
export const WAY_MEMORY_MS = 10 * 60_000;

/** Users who are reported without roles by a way until it is taken to tell of nobody's: somebody's may be left open. */
const SILENT_MIN = 2;

/** Reads roles of people of whom an answer reported none, in the zone that they are of. */
export interface RolesReader {
  /** @returns undefined where they cannot be had, or not with so few requests */
  read(user: RoleHolder, options: ReadRolesOptions): Promise<ReadRoles | undefined>;
}

export interface RoleHolder {
  id: UserId;
  /** Those that the answer tells the person to be in; undefined where it does not tell. */
  groups?: readonly { id: string }[] | undefined;
}

export interface ReadRolesOptions extends Pick<AskOptions, "fresh" | "isPrivate" | "signal"> {
  /** Requests that may be made at most. */
  requests: number;
}

type RolesReaderParts = RoleWayParts & Pick<Keeping, "keepMs">;

interface Way {
  read: RoleWay;
  /** Whoever it has left open. */
  silent: Set<UserId>;
  /** When it was found to lead nowhere, ms since the epoch. */
  shutAt: number | undefined;
  /** It has told somebody's roles. */
  tells: boolean;
  /** It has told somebody's groups, though not their roles. */
  tellsGroups: boolean;
}

/**
 * The record of the one user comes first: it may tell of roles through groups too, where the zone's list does not even
 * tell of direct ones. The list of direct grants is next; what the person's groups give is added to it, where it is
 * known in which these are. Nothing of it is worth more than a list's place in the queue.
 */
export function createRolesReader(parts: RolesReaderParts): RolesReader {
  const { now } = parts;
  const keepMs = Math.min(parts.keepMs, CACHE_FRESH_MS);
  const kept = new LRUCache<UserId, { roles: ReadRoles; at: number }>({ max: ROLES_KEPT });
  const reading = [retrieving(parts), listingDirect(parts)];
  const rolesOfGroups = createGroupRoles(parts);
  const ways: Way[] = reading.map((read) => ({
    read,
    silent: new Set(),
    shutAt: undefined,
    tells: false,
    tellsGroups: false,
  }));

  /** Whether a way is worth a request: for the groups alone, only where one is left to read direct roles by. */
  function isOpen({ shutAt, tellsGroups }: Way, hasGroups: boolean, left: number): boolean {
    if (shutAt === undefined || !isWithin(shutAt, WAY_MEMORY_MS, now())) return true;
    return tellsGroups && !hasGroups && left > 1;
  }

  function learn(way: Way, id: UserId, shown: Shown): void {
    const { state } = shown;
    if (state === "told") {
      way.tells = true;
      way.silent.clear();
    }
    if (state === "silent") {
      way.tellsGroups = shown.groups !== undefined;
      if (!way.tells) way.silent.add(id);
    }
    if (state === "shut") way.tellsGroups = false;
    if (state === "shut" || (!way.tells && way.silent.size >= SILENT_MIN)) {
      way.shutAt = now();
      way.silent.clear();
    }
  }

  /** Whether what is kept was read with fewer requests than would have told the groups too. */
  function isHalf({ rolesCounted, groups }: ReadRoles, { groups: told }: RoleHolder): boolean {
    const hasGroups = (told ?? groups) !== undefined;
    return rolesCounted === "direct" && !hasGroups && ways.some(({ tellsGroups }) => tellsGroups);
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
      for (const way of ways) {
        if (left === 0 || asked.signal?.aborted) break;
        if (!isOpen(way, user.groups !== undefined, left)) continue;
        const shown = await way.read(id, options);
        if (shown.state !== "unasked") left -= 1;
        learn(way, id, shown);
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
