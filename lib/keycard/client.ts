import * as z from "zod/mini";
import type { QueryPair } from "./address.ts";
import type { BearerSource } from "./bearer.ts";
import type { UserId, ZoneId } from "./ids.ts";
import { type ListUsersParams, listQuery, type PageParams } from "./list-query.ts";
import { type Page, pageOf } from "./page.ts";
import { createRequester, type RequesterParts } from "./request.ts";
import { fail, ok, type Result } from "./result.ts";
import { type Pacing, withRetry } from "./retry.ts";
import { type User, user } from "./user.ts";
import { type Zone, zone as zoneSchema } from "./zone.ts";

type Options = { signal?: AbortSignal | undefined };

/** The reads that this extension makes. Each retries what may pass, and renews an exchanged token once. */
export type KeycardClient = {
  /** One user with roles. `not-found`: no such user, or no such zone. Never answers with another user. */
  retrieveUser(zone: ZoneId, id: UserId, options?: Options): Promise<Result<User>>;
  /** One page of users, as the API gave it: it may not have filtered at all (`lib/directory` finds out). */
  listUsers(zone: ZoneId, params: ListUsersParams, options?: Options): Promise<Result<Page<User>>>;
  /** One page of the zones that the key reads. */
  listZones(params?: PageParams, options?: Options): Promise<Result<Page<Zone>>>;
  /** One zone; also tells whether the key reads it. */
  retrieveZone(zone: ZoneId, options?: Options): Promise<Result<Zone>>;
};

export type ClientParts = RequesterParts & Pacing & { bearer: BearerSource };

const userPage = pageOf(user);
const zonePage = pageOf(zoneSchema);
const ROLES: readonly QueryPair[] = [["expand[]", "role-assignments"]];

function invalid(message: string): Result<never> {
  return fail({ kind: "invalid-reply", message });
}

/** Parses a reply. On failure only the place is told, never what stood there. */
function parsed<T>(schema: z.core.$ZodType<T>, json: Result<unknown>): Result<T> {
  if (!json.ok) return json;
  const reply = z.safeParse(schema, json.value);
  if (reply.success) return ok(reply.data);
  const place = reply.error.issues[0]?.path.join(".") || "its top";
  return invalid(`The API's reply cannot be read at ${place}.`);
}

function isForeign(found: User, zone: ZoneId): boolean {
  return found.zone_id !== undefined && found.zone_id !== zone;
}

/**
 * Builds the client for one origin and key.
 *
 * @throws {TypeError} when `bearer` belongs to another origin: its tokens must not be sent to this one.
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
    if (reply.ok || reply.error.kind !== "unauthorized") return reply;
    if (!bearer.invalidate(token.value)) return reply;
    const renewed = await bearer.token(signal);
    return renewed.ok ? attempts(renewed.value) : renewed;
  }

  return {
    async retrieveUser(zone, id, options) {
      const found = parsed(user, await get(["zones", zone, "users", id], ROLES, options));
      if (!found.ok) return found;
      if (found.value.id !== id) return invalid("The API answered with another user.");
      return isForeign(found.value, zone) ? invalid("The user is of another zone.") : found;
    },
    async listUsers(zone, params, options) {
      const query = listQuery(params);
      if (!query.ok) return query;
      const page = parsed(userPage, await get(["zones", zone, "users"], query.value, options));
      if (!page.ok || !page.value.items.some((found) => isForeign(found, zone))) return page;
      return invalid("The list holds a user of another zone.");
    },
    async listZones(params = {}, options) {
      const query = listQuery(params);
      return query.ok ? parsed(zonePage, await get(["zones"], query.value, options)) : query;
    },
    async retrieveZone(zone, options) {
      const found = parsed(zoneSchema, await get(["zones", zone], [], options));
      if (!found.ok || found.value.id === zone) return found;
      return invalid("The API answered with another zone.");
    },
  };
}
