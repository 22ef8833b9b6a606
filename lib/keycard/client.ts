import * as z from "zod/mini";
import { API_ID_MAX_CHARS, LIST_PAGE_MAX } from "../limits.ts";
import type { NamedKind } from "../named-kinds.ts";
import type { QueryPair } from "./address.ts";
import { ASKS, type Ask, askPairs } from "./asks.ts";
import type { BearerSource } from "./bearer.ts";
import { directRole, roleAssignment } from "./direct-role.ts";
import type { UserId, ZoneId } from "./ids.ts";
import {
  idsQuery,
  type ListUsersParams,
  listQuery,
  type PageParams,
  pageQuery,
} from "./list-query.ts";
import { countsMore, type Page, pageOf } from "./page.ts";
import { explainedRefusal } from "./refusal.ts";
import {
  type GivingGroup,
  type Grant,
  givingGroup,
  grant,
  type Named,
  named,
  type Session,
  session,
} from "./related-records.ts";
import { createRequester, type RequesterParts } from "./request.ts";
import { fail, ok, type Result } from "./result.ts";
import { type Pacing, withRetry } from "./retry.ts";
import { withRolesCounted } from "./roles-counted.ts";
import { type RoleAssignment, type User, type UserRecord, user } from "./user.ts";
import { type Zone, zone as zoneSchema } from "./zone.ts";

type Options = { signal?: AbortSignal | undefined };

/**
 * `ask`: how much to ask for about users, the newest level by default; "badRequest" if the deployment is older and
 * strict.
 */
type UserOptions = Options & { ask?: Ask };

/** `type`: leaves out sessions of applications; a deployment may not know the parameter. */
export type SessionParams = PageParams & { type?: "user" };

/** The reads that this extension makes. Each retries temporary failures, and renews an exchanged token once. */
export type KeycardClient = {
  /** One user with roles. `notFound`: no such user, or no such zone. Never returns another user. */
  retrieveUser(zone: ZoneId, id: UserId, options?: UserOptions): Promise<Result<User>>;
  /** One page of users as the API returned it: it may not have filtered at all (`lib/directory` finds out). */
  listUsers(
    zone: ZoneId,
    params: ListUsersParams,
    options?: UserOptions,
  ): Promise<Result<Page<User>>>;
  /**
   * The roles that were granted to a user directly: all of them, or `invalidReply`. Roles through groups aren't
   * included. `notFound`: no such user, or a deployment without this list.
   */
  listDirectRoles(zone: ZoneId, user: UserId, options?: Options): Promise<Result<RoleAssignment[]>>;
  /**
   * One page of the zone's groups with the roles that their members inherit, as far as the deployment reports them.
   * `notFound`: it has no groups; `badRequest`: it is older and strict.
   */
  listGroupRoles(
    zone: ZoneId,
    params?: PageParams,
    options?: Options,
  ): Promise<Result<Page<GivingGroup>>>;
  /**
   * One page of the zones that the key can read, with their number unless `counted` is false: "badRequest" if the
   * deployment is older and strict.
   */
  listZones(
    params?: PageParams,
    options?: Options & { counted?: boolean },
  ): Promise<Result<Page<Zone>>>;
  /**
   * One zone, which also shows whether the key can read it. With `permissions`, also what the key can do there:
   * "badRequest" if the deployment is older and strict.
   */
  retrieveZone(zone: ZoneId, options?: Options & { permissions?: boolean }): Promise<Result<Zone>>;
  /**
   * One page of a user's active sessions as the API returned it: it may contain those of others or of applications, and
   * ended ones (`lib/directory` finds out). Sessions derived from one of them may be missing.
   */
  listSessions(
    zone: ZoneId,
    user: UserId,
    params?: SessionParams,
    options?: Options,
  ): Promise<Result<Page<Session>>>;
  /** One page of a user's delegated grants of every status; as with sessions, it may contain those of others. */
  listGrants(
    zone: ZoneId,
    user: UserId,
    params?: PageParams,
    options?: Options,
  ): Promise<Result<Page<Grant>>>;
  /** A provider, application or other thing of the zone. Never returns another. */
  retrieveNamed(
    zone: ZoneId,
    kind: NamedKind,
    id: string,
    options?: Options,
  ): Promise<Result<Named>>;
  /**
   * One page of a zone's things of one kind as the API returned it: if the list doesn't support `filter[id]`, it may
   * contain others (`lib/directory` finds out).
   *
   * @param ids up to `IDS_PER_REQUEST`, or all that the zone has
   */
  listNamed(
    zone: ZoneId,
    kind: NamedKind,
    ids: readonly string[] | "all",
    options?: Options,
  ): Promise<Result<Page<Named>>>;
};

export type ClientParts = RequesterParts & Pacing & { bearer: BearerSource };

const userPage = pageOf(user);
const zonePage = pageOf(zoneSchema);
const sessionPage = pageOf(session);
const grantPage = pageOf(grant);
const namedPage = pageOf(named);
const directRolePage = pageOf(directRole);
const groupPage = pageOf(givingGroup);

function invalid(message: string): Result<never> {
  return fail({ why: "invalidReply", message });
}

/** Parses a reply. The error names only the place of a problem, never the content. */
function parsed<T>(schema: z.core.$ZodType<T>, json: Result<unknown>): Result<T> {
  if (!json.ok) return json;
  const reply = z.safeParse(schema, json.value);
  if (reply.success) return ok(reply.data);
  const place = reply.error.issues[0]?.path.join(".") || "its top";
  return invalid(`The API's reply cannot be read at ${place}.`);
}

function isForeign(found: UserRecord, zone: ZoneId): boolean {
  return found.zone_id !== undefined && found.zone_id !== zone;
}

/**
 * Creates the client for one origin and key.
 *
 * @throws {TypeError} if `bearer` belongs to another origin: its tokens must not be sent to this one
 */
export function createKeycardClient(parts: ClientParts): KeycardClient {
  const { bearer } = parts;
  const requester = createRequester(parts);
  if (bearer.origin !== requester.origin) throw new TypeError("The bearer is for another origin.");

  async function get(
    segments: readonly string[],
    query: readonly QueryPair[],
    { signal }: Options = {},
  ): Promise<Result<unknown>> {
    const attempts = (token: string) =>
      withRetry(() => requester.get(segments, query, token, signal), parts, signal);
    const token = await bearer.token(signal);
    if (!token.ok) return token;
    const reply = await attempts(token.value);
    if (reply.ok || reply.error.why !== "keyRefused") return reply;
    if (!bearer.invalidate(token.value))
      return fail(explainedRefusal(reply.error, bearer.expiresAt, parts.now()));
    const renewed = await bearer.token(signal);
    return renewed.ok ? attempts(renewed.value) : renewed;
  }

  return {
    async retrieveUser(zone, id, { ask = ASKS[0], ...options } = {}) {
      const query = askPairs("retrieve", ask);
      const found = parsed(user, await get(["zones", zone, "users", id], query, options));
      if (!found.ok) return found;
      if (found.value.id !== id) return invalid("The API answered with another user.");
      if (isForeign(found.value, zone)) return invalid("The user is of another zone.");
      return ok(withRolesCounted(found.value, ask));
    },
    async listUsers(zone, params, { ask = ASKS[0], ...options } = {}) {
      const query = listQuery(params, askPairs("list", ask));
      if (!query.ok) return query;
      const page = parsed(userPage, await get(["zones", zone, "users"], query.value, options));
      if (!page.ok) return page;
      const { items, unread } = page.value;
      if (items.length === 0 && unread > 0) return invalid("Nobody in the list can be read.");
      if (items.some((found) => isForeign(found, zone)))
        return invalid("The list holds a user of another zone.");
      return ok({ ...page.value, items: items.map((found) => withRolesCounted(found, ask)) });
    },
    async listDirectRoles(zone, owner, options) {
      const query = pageQuery({ limit: LIST_PAGE_MAX });
      if (!query.ok) return query;
      const segments = ["zones", zone, "users", owner, "roles"];
      const page = parsed(directRolePage, await get(segments, query.value, options));
      if (!page.ok) return page;
      const { items, unread, after } = page.value;
      // An incomplete list would be wrong.
      if (unread > 0 || after !== undefined || countsMore(page.value, items.length))
        return invalid("One page does not tell all roles.");
      if (items.some(({ principal_id }) => (principal_id ?? owner) !== owner))
        return invalid("The API answered with another user's roles.");
      return ok(items.map(roleAssignment));
    },
    async listGroupRoles(zone, params = {}, options) {
      const query = pageQuery(params);
      if (!query.ok) return query;
      const asked: QueryPair[] = [["expand[]", "roles"], ...query.value];
      return parsed(groupPage, await get(["zones", zone, "groups"], asked, options));
    },
    async listZones(params = {}, { counted = true, ...options } = {}) {
      const query = counted ? listQuery(params) : pageQuery(params);
      return query.ok ? parsed(zonePage, await get(["zones"], query.value, options)) : query;
    },
    async retrieveZone(zone, { permissions = false, ...options } = {}) {
      const query: QueryPair[] = permissions ? [["expand[]", "permissions"]] : [];
      const found = parsed(zoneSchema, await get(["zones", zone], query, options));
      if (!found.ok || found.value.id === zone) return found;
      return invalid("The API answered with another zone.");
    },
    async listSessions(zone, owner, { type, ...params } = {}, options) {
      const query = ownedQuery(owner, params, [
        ["status", "active"],
        ...(type === undefined ? [] : [["session_type", type] as const]),
      ]);
      if (!query.ok) return query;
      return parsed(sessionPage, await get(["zones", zone, "sessions"], query.value, options));
    },
    async listGrants(zone, owner, params = {}, options) {
      const query = ownedQuery(owner, params);
      if (!query.ok) return query;
      return parsed(
        grantPage,
        await get(["zones", zone, "delegated-grants"], query.value, options),
      );
    },
    async retrieveNamed(zone, kind, id, options) {
      const found = parsed(named, await get(["zones", zone, kind, id], [], options));
      if (!found.ok || found.value.id === id) return found;
      return invalid("The API answered with another thing.");
    },
    async listNamed(zone, kind, ids, options) {
      const query = ids === "all" ? ok([]) : idsQuery(ids);
      if (!query.ok) return query;
      return parsed(namedPage, await get(["zones", zone, kind], query.value, options));
    },
  };
}

/** The query for what belongs to one user. Without an owner, it would return everyone's. */
function ownedQuery(
  owner: UserId,
  params: PageParams,
  more: readonly QueryPair[] = [],
): Result<readonly QueryPair[]> {
  if (owner === "" || owner.length > API_ID_MAX_CHARS)
    return fail({ why: "badRequest", message: "The owner's id is empty or too long." });
  const page = pageQuery(params);
  return page.ok ? ok([["user_id", owner], ...more, ...page.value]) : page;
}
