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

/**
 * Maximum number of pages of LIST_PAGE_MAX that the inspector reads of one person's sessions or grants; it says if
 * there are more.
 */
const INSPECT_PAGES_MAX = 3;

/** What belongs to one person: everything that was read, or why it could not be read. */
export type Belongings<T> =
  /** `asOf`: when the API returned it, ms since the epoch. */
  | ({ state: "listed"; items: Owned<T>[]; asOf: number } & Missing)
  | { state: "failed"; failure: Failure };

/** Why a list doesn't prove that there is nothing else. */
interface Missing {
  /** There may be more that wasn't read. */
  partial: boolean;
  /** How many more items can't be parsed; each is or may be this person's. */
  unread: number;
}

/** An item with its ID and its owner. */
export type Owned<T> = T & { id: string; user_id: string };

export interface BelongingsParts {
  client: KeycardClient;
  zone: ZoneId;
  /** Not the traffic that stops after a refusal: a key that can't read sessions may be able to read users. */
  traffic: Pick<Traffic, "run">;
  /** ms since the epoch */
  now: () => number;
}

/** Reads the active sessions of a person. */
export function readSessions(
  { client, ...parts }: BelongingsParts,
  owner: string,
): Promise<Belongings<Session>> {
  return read(parts, owner, isActiveOfUser, async (page) => {
    const list = (params: SessionParams) => client.listSessions(parts.zone, userId(owner), params);
    const reply = await list({ ...page, type: "user" });
    // An older, strict API may not know the parameter.
    return !reply.ok && reply.error.why === "badRequest" ? list(page) : reply;
  });
}

/**
 * A list that ignores its parameters also returns ended sessions, and those of applications, which belong to no user.
 * Whether a session with an unknown status of a newer API is active can't be determined.
 */
function isActiveOfUser({ status = "active", session_type }: Session): boolean | undefined {
  if (session_type === "application") return false;
  const said = status.toLowerCase();
  return said === "active" || (said === "expired" || said === "revoked" ? false : undefined);
}

/** Reads what a person lets agents do, including ended grants. */
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
 * Keeps only items that name this owner: the list can't be trusted to have filtered.
 *
 * @param isMeant undefined if it can't be determined: the item is then neither listed nor ruled out
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
    // The other items don't say who owns them, or what they are.
    unread += reply.value.unread + perhaps.length - own.length;
    come += all.length + reply.value.unread;
    after = reply.value.after;
    // An application's session has no owner: its presence also shows that the list ignores its parameters.
    const isFiltered = all.every(
      (item) => isMeant(item) !== false && (item.user_id ?? owner) === owner,
    );
    // A full page that wasn't filtered and has no next page was truncated.
    const isCut = !isFiltered && all.length + reply.value.unread >= LIST_PAGE_MAX;
    partial = after !== undefined || isCut || countsMore(reply.value, come);
    if (after === undefined) break;
  }
  return { state: "listed", items: [...items.values()], partial, unread, asOf: now() };
}

function isOwned<T extends Partial<Owned<object>>>(item: T): item is Owned<T> {
  return item.id !== undefined && item.user_id !== undefined;
}
