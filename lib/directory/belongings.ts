import {
  countsMore,
  type Grant,
  type KeycardClient,
  type Page,
  type Result,
  type Session,
  type SessionParams,
  userId,
  type ZoneId,
} from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import type { Failure } from "./answer.ts";
import { toFailure } from "./failure.ts";
import type { Traffic } from "./traffic/traffic.ts";

/** Pages of LIST_PAGE_MAX that the inspector reads of one person's sessions, or grants; what is beyond is said. */
const INSPECT_PAGES_MAX = 3;

/** What belongs to one person: all of it that was read, or why it was not. */
export type Belongings<T> =
  /** `asOf`: when the API said so, ms since the epoch. */
  | ({ state: "listed"; items: Owned<T>[]; asOf: number } & Missing)
  | { state: "failed"; failure: Failure };

/** Why a list is not proof that there is nothing else. */
interface Missing {
  /** There may be more that was not read. */
  partial: boolean;
  /** How many more there are that cannot be read: each is this person's, or may be. */
  unread: number;
}

/** An item that says what it is, and whose. */
export type Owned<T> = T & { id: string; user_id: string };

export interface BelongingsParts {
  client: KeycardClient;
  zone: ZoneId;
  /** Not one that stops on a refusal: a key that may not read sessions may well read users. */
  traffic: Pick<Traffic, "run">;
  /** ms since the epoch */
  now: () => number;
}

/** The active sessions of a person. */
export function readSessions(
  { client, ...parts }: BelongingsParts,
  owner: string,
): Promise<Belongings<Session>> {
  return read(parts, owner, isActiveOfUser, async (page) => {
    const list = (params: SessionParams) => client.listSessions(parts.zone, userId(owner), params);
    const reply = await list({ ...page, type: "user" });
    // An older and strict API may not know the parameter.
    return !reply.ok && reply.error.why === "badRequest" ? list(page) : reply;
  });
}

/**
 * A list that ignores its parameters shows those that have ended too, and those of applications, which are nobody's.
 * Whether one is active of which a newer API says something else, nobody knows.
 */
function isActiveOfUser({ status = "active", session_type }: Session): boolean | undefined {
  if (session_type === "application") return false;
  const said = status.toLowerCase();
  return said === "active" || (said === "expired" || said === "revoked" ? false : undefined);
}

/** What a person lets agents do, ended grants too. */
export function readGrants(
  { client, ...parts }: BelongingsParts,
  owner: string,
): Promise<Belongings<Grant>> {
  return read(
    parts,
    owner,
    () => true,
    (page) => client.listGrants(parts.zone, userId(owner), page),
  );
}

/**
 * Only what says itself to belong to the owner is taken: the list cannot be trusted to have filtered.
 *
 * @param isMeant undefined where that cannot be told: it is neither listed nor denied
 */
async function read<T extends Partial<Owned<object>>>(
  { traffic, now }: Omit<BelongingsParts, "client">,
  owner: string,
  isMeant: (item: T) => boolean | undefined,
  call: (page: { limit: number; after?: string }) => Promise<Result<Page<T>>>,
): Promise<Belongings<T>> {
  const items = new Map<string, Owned<T>>();
  let partial = false;
  let unread = 0;
  let come = 0;
  let after: string | undefined;
  for (let page = 0; page < INSPECT_PAGES_MAX; page++) {
    const params = { limit: LIST_PAGE_MAX, ...(after !== undefined && { after }) };
    const reply = await traffic.run(() => call(params), { priority: "person" });
    if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
    const all = reply.value.items;
    const perhaps = all.filter(
      (item) => isMeant(item) !== false && (item.user_id ?? owner) === owner,
    );
    const own = perhaps.filter(isOwned).filter((item) => isMeant(item) === true);
    for (const item of own) items.set(item.id, item);
    // Whose one of the others is, or what, it does not say.
    unread += reply.value.unread + perhaps.length - own.length;
    come += all.length + reply.value.unread;
    after = reply.value.after;
    // An application's session says no owner: that it is there shows too that the list passes over what it is asked.
    const isFiltered = all.every(
      (item) => isMeant(item) !== false && (item.user_id ?? owner) === owner,
    );
    // A full page that was not filtered, with nothing behind it, was cut.
    const isCut = !isFiltered && all.length + reply.value.unread >= LIST_PAGE_MAX;
    partial = after !== undefined || isCut || countsMore(reply.value, come);
    if (after === undefined) break;
  }
  return { state: "listed", items: [...items.values()], partial, unread, asOf: now() };
}

function isOwned<T extends Partial<Owned<object>>>(item: T): item is Owned<T> {
  return item.id !== undefined && item.user_id !== undefined;
}
