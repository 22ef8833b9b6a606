import type { RecentlySeen } from "../../lib/contract/recent.ts";
import type { User } from "../../lib/keycard/index.ts";
import {
  idEnds,
  lastSignInTelling,
  rolesTelling,
  signInTelling,
  tellApart,
} from "../user/tell-apart.ts";

/** What tells somebody who was seen from others who were and have the same name. */
export interface RecentApart {
  /** What differs first; undefined where no answer about two of them is kept. */
  said: string | undefined;
  idEnd: string;
}

/**
 * Of somebody whose name, in any case of letters, stands there more than once; undefined of anybody else, and of whom
 * no ID is known. Nobody is asked for it: things have the names that are in the records.
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
  const tellings = [signInTelling, lastSignInTelling(now), rolesTelling];
  const known = users.findIndex(({ id }) => id === recent.query.value);
  const said = users.length < 2 ? undefined : tellApart(users, () => undefined, tellings)[known];
  return { said: said?.said[0], idEnd };
}

const userOf = ({ answer }: RecentlySeen): User | undefined =>
  answer?.state === "found" ? answer.users[0] : undefined;
