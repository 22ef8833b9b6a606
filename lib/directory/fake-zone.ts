import {
  type KeycardClient,
  type KeycardError,
  type ListUsersParams,
  type Page,
  type User,
  userId,
  zoneId,
} from "../keycard/index.ts";
import { CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createStepDown } from "./step-down.ts";
import { stopOnRefusal } from "./traffic/stop-on-refusal.ts";
import type { Traffic } from "./traffic/traffic.ts";
import { createZoneMemory } from "./zone-memory.ts";

type Mode = "filters" | "ignores" | "emails-only" | "exact-only";

/** How a zone that filters behaves. */
export interface FakeApi {
  /** How it applies a substring query. */
  holds: (field: string, part: string) => boolean;
  generation: "documented" | "today";
  /** Answers 400 to parameters that an older generation doesn't know; otherwise it ignores them. */
  strict: boolean;
}

/**
 * A zone in memory for the tests of this folder. Its list behaves as keycard-api.md says, and its calls are recorded.
 */
export interface FakeZone {
  client: KeycardClient;
  directory: Directory;
  calls: string[];
  session: ReturnType<typeof memoryArea>;
  /** Changes what the zone does with the parameters of its list. */
  setMode(mode: Mode): void;
  /** Advances the time, ms. */
  pass(ms: number): void;
  /**
   * The directory of a worker that has just started: everything in memory is gone.
   *
   * @param client the client of this worker, if it is another than before
   */
  restart(client?: KeycardClient): Directory;
}

/** Traffic without any limits. */
export const OPEN: Traffic = {
  run: (call) => call(),
  mayRetry: async () => true,
  observe: () => undefined,
};

export const NOW = Date.parse("2026-11-20T12:00:00Z");

/**
 * Makes list calls fail with this error.
 *
 * @param after how many still work
 * @returns a function that counts the calls since then
 */
export function failLists(
  { client }: Pick<FakeZone, "client">,
  error: KeycardError,
  after = 0,
): () => number {
  const { listUsers } = client;
  let calls = 0;
  client.listUsers = async (...given) => {
    calls += 1;
    return calls > after ? { ok: false, error } : listUsers.apply(client, given);
  };
  return () => calls;
}

/** @returns the parameters of the list calls from now on */
export function watchLists({ client }: Pick<FakeZone, "client">): ListUsersParams[] {
  const asked: ListUsersParams[] = [];
  const { listUsers } = client;
  client.listUsers = (...given) => {
    asked.push(given[1]);
    return listUsers.apply(client, given);
  };
  return asked;
}

export function person(n: number, fields: Partial<User> = {}): User {
  return {
    id: userId(`user${n}`),
    email: `person${n}@example.com`,
    zone_id: zoneId("zone"),
    ...fields,
  };
}

/**
 * @param initial "filters": as documented; "ignores": ignores every parameter; "emails-only": the same, but applies
 * `filter[email]`; "exact-only": and `filter[identifier]`
 */
export function fakeZone(
  users: User[],
  initial: Mode = "filters",
  { holds = holdsAnyCase, generation = "documented", strict = false }: Partial<FakeApi> = {},
): FakeZone {
  let mode = initial;
  const all = generation === "today" ? users.map(ofToday) : users;
  const calls: string[] = [];
  const client: KeycardClient = {
    async listUsers(_, params, { ask } = {}) {
      const named = FILTERS.find((key) => params[key]);
      calls.push(`list ${named} ${named && params[named]?.join(",")}`);
      const isOld = mode === "filters" && generation === "documented";
      const isNewer = ask === "today" || NEW_FILTERS.some((key) => params[key]);
      if (isOld && strict && isNewer)
        return { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } };
      const known = isOld ? without(params, NEW_FILTERS) : params;
      const lets = mode === "filters" || APPLIED[mode].some((name) => params[name]);
      const items = lets ? all.filter((user) => isLetThrough(user, known, holds)) : all;
      const page: Page<User> = {
        items: items.slice(0, 100),
        after: mode === "filters" && items.length > 100 ? "next" : undefined,
        unread: 0,
        before: undefined,
        totalCount: mode === "filters" ? items.length : 0,
      };
      return { ok: true, value: page };
    },
    async retrieveUser(_, id) {
      calls.push(`retrieve ${id}`);
      const value = all.find((user) => user.id === id);
      if (value) return { ok: true, value };
      return { ok: false, error: { why: "notFound", status: 404, message: "no such user" } };
    },
    listDirectRoles: () => Promise.reject(new Error("not asked for here")),
    listGroupRoles: () => Promise.reject(new Error("not asked for here")),
    listZones: () => Promise.reject(new Error("not asked for here")),
    retrieveZone: () => Promise.reject(new Error("not asked for here")),
    listSessions: () => Promise.reject(new Error("not asked for here")),
    listGrants: () => Promise.reject(new Error("not asked for here")),
    retrieveNamed: () => Promise.reject(new Error("not asked for here")),
    listNamed: () => Promise.reject(new Error("not asked for here")),
  };
  const session = memoryArea();
  let time = NOW;
  const now = () => time;
  const life = new AbortController().signal;
  const keeping = { area: session, scope: "scope", keepMs: CACHE_STALE_MS, now, life };
  const open = (asked = client) =>
    createDirectory({
      client: asked,
      zone: zoneId("zone"),
      traffic: stopOnRefusal(OPEN, now),
      memory: createZoneMemory(keeping),
      cache: createAnswerCache(keeping),
      stepDown: createStepDown(keeping),
      now,
    });
  return {
    client,
    calls,
    session,
    directory: open(),
    setMode(next) {
      mode = next;
    },
    pass(ms) {
      time += ms;
    },
    restart: open,
  };
}

/** The parameters that are applied by a list that ignores all others. */
const APPLIED = {
  ignores: [],
  "emails-only": ["emails"],
  "exact-only": ["emails", "identifiers"],
} as const satisfies Record<Exclude<Mode, "filters">, (keyof ListUsersParams)[]>;

const NEW_FILTERS = ["subjects", "identifiers", "roles", "groups"] as const;
const FILTERS = [
  "ids",
  "emails",
  ...NEW_FILTERS,
  "queryEmail",
  "querySubject",
  "query",
] as const satisfies (keyof ListUsersParams)[];

/** As the client marks users of an API that reports where a role comes from. */
const ofToday = (user: User): User => ({ ...user, rolesCounted: "all" });

function without(params: ListUsersParams, names: readonly string[]): ListUsersParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}

const holdsAnyCase = (field: string, part: string) =>
  field.toLowerCase().includes(part.toLowerCase());

/**
 * As SQL's LIKE without escapes: `_` matches any character, `%` any number of them, and a backslash escapes the next
 * one.
 */
export function holdsAsLike(field: string, part: string): boolean {
  const pattern = part.replaceAll(/\\?./gsu, (token) => {
    if (token === "_") return ".";
    if (token === "%") return ".*";
    return (token.at(-1) ?? "").replace(/[$()*+.?[\\\]^{|}]/, String.raw`\$&`);
  });
  return new RegExp(pattern, "isu").test(field);
}

/**
 * Applies filters: addresses are case-sensitive, as the strictest reading of the contract says; substrings as the zone
 * does it.
 */
function isLetThrough(
  user: User,
  params: ListUsersParams,
  holds: (field: string, part: string) => boolean,
): boolean {
  const within = (field: string | undefined, parts: readonly string[]) =>
    field !== undefined && parts.some((part) => holds(field, part));
  const isOneOf = (value: string | undefined, wanted: readonly string[] | undefined) =>
    !wanted || wanted.includes(value ?? "");
  const roles = user.role_assignments?.filter(({ source }) => source !== "group") ?? [];
  return (
    isOneOf(user.id, params.ids) &&
    isOneOf(user.email, params.emails) &&
    isOneOf(user.subject, params.subjects) &&
    isOneOf(user.identifier, params.identifiers) &&
    (!params.roles || roles.some((role) => isOneOf(role.role_identifier, params.roles))) &&
    (!params.groups || user.groups?.some((group) => isOneOf(group.id, params.groups)) === true) &&
    (!params.queryEmail || within(user.email, params.queryEmail)) &&
    (!params.querySubject || within(user.subject, params.querySubject)) &&
    (!params.query || within(user.email, params.query) || within(user.subject, params.query))
  );
}
