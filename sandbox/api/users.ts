/** `GET /zones/{z}/users` and `GET /zones/{z}/users/{id}`. */
import { type Dialect, type Generation, has, spokenBeside } from "../generations.ts";
import type { User, UserRecord } from "../population/user.ts";
import type { Zone } from "../state.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { readListParameters } from "./list-parameters.ts";
import type { Page } from "./page.ts";
import { readExpand } from "./parameters.ts";
import { presentUser, type View } from "./present-user.ts";
import { badRequest, notFound } from "./problem.ts";
import { readRoleSource } from "./role-source.ts";

type Applies = (Dialect & { generation: "legacy" })["applies"];

/** Maximum number of users that a zone without filtering returns (API notes, "The trap"). */
const UNFILTERED_MAX = 100;

export function listUsers(zone: Zone, query: URLSearchParams): Page<User> {
  const { dialect } = zone;
  if (dialect.generation !== "legacy") return filteredPage(zone, query);
  return unfilteredPage(zone, query, dialect.applies);
}

export function retrieveUser(zone: Zone, query: URLSearchParams, id: string): User {
  const roleSource = readRoleSource(query);
  const view = viewOf(zone, { expand: readExpand(query), roleSource }, spokenBeside(zone.dialect));
  return presentUser(userOf(zone, id), view);
}

/** The user with this ID; throws 404 if there is none. */
export function userOf({ population }: Zone, id: string): UserRecord {
  const index = population.indexOfId(id);
  if (index === undefined) throw notFound("There is no such user in this zone");
  return population.user(index);
}

function viewOf(
  { dialect, settings }: Zone,
  asked: Pick<View, "expand" | "roleSource">,
  generation: Generation = dialect.generation,
): View {
  const isOld = dialect.generation === "legacy" && dialect.beside === "spring";
  const status = isOld ? settings.reportsStatus : has(spokenBeside(dialect), "documented");
  return { generation, status, ...asked };
}

function filteredPage(zone: Zone, query: URLSearchParams): Page<User> {
  const { criteria, limit, ...asked } = readListParameters(query);
  const list = zone.settings.id;
  const after = readCursor(query, "after", list);
  const before = readCursor(query, "before", list);
  const found = zone.findUsers(criteria);
  const size = criteria.ids.length > 0 ? found.length : limit;
  const { start, end } = pageBounds(found, size, after, before);
  const page = Array.from(found.subarray(start, end));
  const view = viewOf(zone, asked);
  const cursor = (index: number | undefined) =>
    index === undefined ? null : writeCursor(list, index);
  return {
    items: page.map((index) => presentUser(zone.population.user(index), view)),
    pagination: {
      after_cursor: end < found.length ? cursor(page.at(-1)) : null,
      before_cursor: start > 0 ? cursor(page.at(0)) : null,
      ...(asked.expand.has("total_count") && { total_count: found.length }),
    },
  };
}

/** The indexes in `found` that a page covers: its start, and one past its end. */
function pageBounds(
  found: Uint32Array,
  size: number,
  after: number | undefined,
  before: number | undefined,
): { start: number; end: number } {
  const cursor = after ?? before;
  if (cursor === undefined) return { start: 0, end: size };
  const place = found.indexOf(cursor);
  if (place < 0) throw badRequest("The cursor is of a list with other parameters");
  if (after !== undefined) return { start: place + 1, end: place + 1 + size };
  return { start: Math.max(0, place - size), end: place };
}

/** The trap: every parameter is accepted, whatever it is, and ignored. */
function unfilteredPage(zone: Zone, query: URLSearchParams, applies: Applies): Page<User> {
  const { population } = zone;
  const emails = applies === "nothing" ? [] : query.getAll("filter[email]");
  const identifiers = applies === "exact" ? query.getAll("filter[identifier]") : [];
  const shown = Math.min(population.count, UNFILTERED_MAX);
  const everybody = Array.from({ length: shown }, (_, index) => index);
  const named = [
    emails.length > 0 && emails.flatMap((email) => population.indexesOfEmail(email)),
    identifiers.length > 0 && identifiers.flatMap((text) => population.indexesOfIdentifier(text)),
  ].filter((some) => some !== false);
  const found = (named[0] ?? everybody)
    .filter((index) => named.every((some) => some.includes(index)))
    .slice(0, UNFILTERED_MAX);
  const view = viewOf(zone, { expand: new Set(), roleSource: "user" });
  return {
    items: found.map((index) => presentUser(population.user(index), view)),
    pagination: {
      after_cursor: null,
      before_cursor: null,
      ...(readExpand(query).has("total_count") && { total_count: 0 }),
    },
  };
}
