import type { RecentlySeen } from "../../lib/contract/recent.ts";
import type { User } from "../../lib/keycard/index.ts";
import {
  idEnds,
  lastSignInDistinction,
  rolesDistinction,
  signInDistinction,
  tellApart,
} from "../user/tell-apart.ts";

/** What distinguishes someone who was seen from others with the same name. */
export interface RecentApart {
  /** What differs comes first; undefined unless answers about at least two of them are cached. */
  said: string | undefined;
  idEnd: string;
}

/**
 * For someone whose name is in the list more than once, ignoring case; undefined for everyone else, and if no ID is
 * known. Sends no requests: things have the names that are in the records.
 *
 * @param now ms since the epoch
 */
export function recentApart(
  recent: RecentlySeen,
  all: readonly RecentlySeen[],
  now: number,
): RecentApart | undefined {
  const twins = all.filter(
    ({ query, name }) => query.kind === "id" && name.toLowerCase() === recent.name.toLowerCase(),
  );
  const place = twins.indexOf(recent);
  const idEnd = idEnds(twins.map(({ query }) => query.value))[place];
  if (idEnd === undefined || twins.length < 2) return undefined;
  const users = twins.flatMap((twin) => userOf(twin) ?? []);
  const distinctions = [signInDistinction, lastSignInDistinction(now), rolesDistinction];
  const known = users.findIndex(({ id }) => id === recent.query.value);
  const said =
    users.length < 2 ? undefined : tellApart(users, () => undefined, distinctions)[known];
  return { said: said?.said[0], idEnd };
}

const userOf = ({ answer }: RecentlySeen): User | undefined =>
  answer?.state === "found" ? answer.users[0] : undefined;
