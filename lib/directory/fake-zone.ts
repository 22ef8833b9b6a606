import {
  type KeycardClient,
  type ListUsersParams,
  type Page,
  type User,
  userId,
  zoneId,
} from "../keycard/index.ts";
import type { LookUpParts } from "./look-up.ts";

/** A zone in memory for the tests of this folder: what keycard-api.md says of a list, with the calls it took. */
export interface FakeZone {
  parts: LookUpParts;
  calls: string[];
}

export const NOW = Date.parse("2026-11-20T12:00:00Z");

export function person(n: number, fields: Partial<User> = {}): User {
  return {
    id: userId(`user${n}`),
    email: `person${n}@example.com`,
    zone_id: zoneId("zone"),
    ...fields,
  };
}

/**
 * @param mode "filters": as documented; "ignores": every parameter; "emails-only": such a zone that applies
 * `filter[email]` all the same
 */
export function fakeZone(
  users: User[],
  mode: "filters" | "ignores" | "emails-only" = "filters",
): FakeZone {
  const calls: string[] = [];
  const client: KeycardClient = {
    async listUsers(_, params) {
      const named = (["ids", "emails", "queryEmail", "querySubject", "query"] as const).find(
        (key) => params[key],
      );
      calls.push(`list ${named} ${named && params[named]?.join(",")}`);
      const lets = mode === "filters" || (mode === "emails-only" && params.emails);
      const items = lets ? users.filter((user) => isLetThrough(user, params)) : users;
      const page: Page<User> = {
        items: items.slice(0, 100),
        after: mode === "filters" && items.length > 100 ? "next" : undefined,
        before: undefined,
        totalCount: mode === "filters" ? items.length : 0,
      };
      return { ok: true, value: page };
    },
    async retrieveUser(_, id) {
      calls.push(`retrieve ${id}`);
      const value = users.find((user) => user.id === id);
      if (value) return { ok: true, value };
      return { ok: false, error: { kind: "not-found", status: 404, message: "no such user" } };
    },
    listZones: () => Promise.reject(new Error("not asked for here")),
    retrieveZone: () => Promise.reject(new Error("not asked for here")),
  };
  return { calls, parts: { client, zone: zoneId("zone"), now: () => NOW } };
}

/** Addresses with case, as the strictest reading of the contract has it; substrings without. */
function isLetThrough(user: User, params: ListUsersParams): boolean {
  const within = (field: string | undefined, parts: readonly string[]) =>
    parts.some((part) => field?.toLowerCase().includes(part.toLowerCase()));
  if (params.ids) return params.ids.includes(user.id);
  if (params.emails) return params.emails.includes(user.email ?? "");
  if (params.queryEmail) return within(user.email, params.queryEmail);
  if (params.querySubject) return within(user.subject, params.querySubject);
  return within(user.email, params.query ?? []) || within(user.subject, params.query ?? []);
}
