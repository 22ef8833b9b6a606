import {
  type Grant,
  type KeycardClient,
  type Page,
  type Result,
  type Session,
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
  /** `partial`: there may be more that was not read. `asOf`: when the API said so, ms since the epoch. */
  | { state: "listed"; items: T[]; partial: boolean; asOf: number }
  | { state: "failed"; failure: Failure };

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
  // A list that ignores its parameters shows those that have ended too.
  const isActive = ({ status = "active" }: Session) => status === "active";
  return read(parts, owner, isActive, (page) =>
    client.listSessions(parts.zone, userId(owner), page),
  );
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

/** Only what says itself to belong to the owner is taken: the list cannot be trusted to have filtered. */
async function read<T extends { id: string; user_id: string }>(
  { traffic, now }: Omit<BelongingsParts, "client">,
  owner: string,
  isLetThrough: (item: T) => boolean,
  call: (page: { limit: number; after?: string }) => Promise<Result<Page<T>>>,
): Promise<Belongings<T>> {
  const items = new Map<string, T>();
  let partial = false;
  let unread = 0;
  let after: string | undefined;
  for (let page = 0; page < INSPECT_PAGES_MAX; page++) {
    const params = { limit: LIST_PAGE_MAX, ...(after !== undefined && { after }) };
    const reply = await traffic.run(() => call(params), { priority: "person" });
    if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
    const all = reply.value.items;
    unread += reply.value.unread;
    const own = all.filter((item) => item.user_id === owner);
    for (const item of own.filter(isLetThrough)) items.set(item.id, item);
    after = reply.value.after;
    // A full page that was not filtered, with nothing behind it, was cut.
    const isCut = own.length < all.length && all.length >= LIST_PAGE_MAX;
    partial = after !== undefined || isCut || unread > 0;
    if (after === undefined) break;
  }
  return { state: "listed", items: [...items.values()], partial, asOf: now() };
}
