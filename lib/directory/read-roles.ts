import { LRUCache } from "lru-cache";
import { asksForRoles, type User, type UserId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import type { AskParts } from "./asking.ts";
import type { Keeping } from "./keeping.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** Users whose roles are kept in memory. */
const ROLES_KEPT = 200;

/** How long a way to the roles that has led nowhere is not gone again, ms. */
export const WAY_MEMORY_MS = 10 * 60_000;

/** Users who are reported without roles by a way until it is taken to tell of nobody's: somebody's may be left open. */
const SILENT_MIN = 2;

/** What was read of somebody's roles, as it stands in a user. */
export type ReadRoles = Pick<User, "role_assignments" | "rolesCounted" | "groups">;

/** Reads roles of people of whom an answer reported none, in the zone that they are of. */
export interface RolesReader {
  /** @returns undefined where they cannot be had, or not with so few requests */
  read(id: UserId, options: ReadRolesOptions): Promise<ReadRoles | undefined>;
}

export interface ReadRolesOptions extends Pick<AskOptions, "fresh" | "isPrivate" | "signal"> {
  /** Requests that may be made at most. */
  requests: number;
}

type RolesReaderParts = Pick<AskParts, "client" | "zone" | "traffic" | "stepDown" | "now"> &
  Pick<Keeping, "keepMs">;

/** What a way has shown of somebody's roles. */
type Shown =
  | { state: "told"; roles: ReadRoles }
  /** The API has answered without them. */
  | { state: "silent" }
  /** The API offers no such way, or not to this key. */
  | { state: "shut" }
  /** Nothing was sent, since it would have told nothing. */
  | { state: "unasked" }
  /** There is no such user any more. */
  | { state: "gone" }
  | { state: "failed" };

interface Way {
  read(id: UserId, options: AskOptions): Promise<Shown>;
  /** Whoever it has left open. */
  silent: Set<UserId>;
  /** When it was found to lead nowhere, ms since the epoch. */
  shutAt: number | undefined;
  /** It has told somebody's roles. */
  tells: boolean;
}

/**
 * The record of the one user comes first: it may tell of roles through groups too, where the zone's list does not even
 * tell of direct ones. The list of direct grants is next. Neither is worth more than a list's place in the queue.
 */
export function createRolesReader(parts: RolesReaderParts): RolesReader {
  const { now } = parts;
  const keepMs = Math.min(parts.keepMs, CACHE_FRESH_MS);
  const kept = new LRUCache<UserId, { roles: ReadRoles; at: number }>({ max: ROLES_KEPT });
  const reading = [retrieving(parts), listingDirect(parts)];
  const ways: Way[] = reading.map((read) => ({
    read,
    silent: new Set(),
    shutAt: undefined,
    tells: false,
  }));

  function learn(way: Way, id: UserId, { state }: Shown): void {
    if (state === "told") {
      way.tells = true;
      way.silent.clear();
    }
    if (state === "silent" && !way.tells) way.silent.add(id);
    if (state === "shut" || (!way.tells && way.silent.size >= SILENT_MIN)) {
      way.shutAt = now();
      way.silent.clear();
    }
  }

  return {
    async read(id, { requests, ...asked }) {
      const known = asked.fresh ? undefined : kept.get(id);
      if (known && isWithin(known.at, keepMs, now())) return known.roles;
      let left = requests;
      for (const way of ways) {
        if (left === 0 || asked.signal?.aborted) break;
        if (way.shutAt !== undefined && isWithin(way.shutAt, WAY_MEMORY_MS, now())) continue;
        const shown = await way.read(id, { ...asked, priority: "bulk" });
        if (shown.state !== "unasked") left -= 1;
        learn(way, id, shown);
        if (shown.state === "gone") break;
        if (shown.state !== "told") continue;
        if (!asked.isPrivate) kept.set(id, { roles: shown.roles, at: now() });
        return shown.roles;
      }
      return undefined;
    },
  };
}

function retrieving({ client, zone, traffic, stepDown }: RolesReaderParts): Way["read"] {
  return async (id, options) => {
    let isInVain = false;
    const reply = await traffic.run(
      () =>
        stepDown(
          "retrieve",
          async (ask) => {
            if (asksForRoles("retrieve", ask))
              return client.retrieveUser(zone, id, { ask, signal: options.signal });
            isInVain = true;
            // Nobody is told: it only ends the call.
            return { ok: false, error: { why: "badRequest", message: "" } };
          },
          options,
        ),
      options,
    );
    if (isInVain) return { state: "unasked" };
    if (!reply.ok) return reply.error.why === "notFound" ? { state: "gone" } : unread(reply);
    const { role_assignments, rolesCounted, groups } = reply.value;
    if (!role_assignments) return { state: "silent" };
    const roles = {
      role_assignments,
      ...(rolesCounted && { rolesCounted }),
      ...(groups && { groups }),
    };
    return { state: "told", roles };
  };
}

function listingDirect({ client, zone, traffic }: RolesReaderParts): Way["read"] {
  return async (id, options) => {
    const reply = await traffic.run(
      () => client.listDirectRoles(zone, id, { signal: options.signal }),
      options,
    );
    if (!reply.ok) return unread(reply);
    return { state: "told", roles: { role_assignments: reply.value, rolesCounted: "direct" } };
  };
}

/** The user was there a moment ago: what is not found is the way. */
function unread({ error }: Exclude<CallResult<unknown>, { ok: true }>): Shown {
  return { state: error.why === "forbidden" || error.why === "notFound" ? "shut" : "failed" };
}
