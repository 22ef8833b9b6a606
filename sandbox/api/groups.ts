/** `GET /zones/{z}/groups`, `GET /zones/{z}/groups/{id}`, and what belongs to a group: its roles and its members. */
import { type Group, groupsOf, inheritedRoles } from "../population/groups.ts";
import type { User, UserRecord } from "../population/user.ts";
import type { Zone } from "../state.ts";
import { type Page, pageOf, wholePage } from "./page.ts";
import { readExpand, readIds, readSort } from "./parameters.ts";
import { notFound } from "./problem.ts";
import { type DirectRole, heldRole } from "./roles.ts";
import { retrieveUser } from "./users.ts";

interface WireGroup extends Group {
  readonly member_count?: number;
  /** Identifiers. */
  readonly roles?: readonly string[];
}

export function listGroups(zone: Zone, query: URLSearchParams): Page<WireGroup> {
  const ids = readIds(query);
  const identifiers = query.getAll("filter[identifier]");
  const texts = query.getAll("query[]").map((text) => text.toLowerCase());
  const found = groupsOf(zone.settings.id).filter(
    ({ id, name, identifier }) =>
      (ids.length === 0 || ids.includes(id)) &&
      (identifiers.length === 0 || identifiers.includes(identifier)) &&
      (texts.length === 0 ||
        texts.some((text) => `${name}\n${identifier}`.toLowerCase().includes(text))),
  );
  const groups = sorted(found, query);
  const page =
    ids.length > 0 ? wholePage(groups, query) : pageOf(`groups:${zone.settings.id}`, groups, query);
  return { ...page, items: page.items.map((group) => expanded(zone, group, query)) };
}

export function retrieveGroup(zone: Zone, query: URLSearchParams, id: string): WireGroup {
  return expanded(zone, groupOf(zone, id), query);
}

export function listRolesOfGroup(zone: Zone, query: URLSearchParams, id: string): Page<DirectRole> {
  const group = groupOf(zone, id);
  const holder = { id, type: "group", zone: group.zone_id } as const;
  const roles = inheritedRoles(zone.settings.id, id).map((role, n) =>
    heldRole(role, holder, n, group.created_at),
  );
  return named(`group-roles:${id}`, roles, ({ id }) => id, query);
}

/** A member of a group, from the time when both the group and the account existed. */
interface Member {
  readonly user_id: string;
  readonly created_at: string;
  readonly user?: User;
}

export function listMembers(zone: Zone, query: URLSearchParams, id: string): Page<Member> {
  const group = groupOf(zone, id);
  const texts = query.getAll("query[]").map((text) => text.toLowerCase());
  const isExpanded = readExpand(query).has("user");
  const members = membersOf(zone, group)
    .filter(
      ({ email, subject }) =>
        texts.length === 0 ||
        texts.some((text) => `${email}\n${subject ?? ""}`.toLowerCase().includes(text)),
    )
    .map((user) => ({
      user_id: user.id,
      created_at: [group.created_at, user.created_at].sort((a, b) => a.localeCompare(b))[1] ?? "",
      ...(isExpanded && { user: retrieveUser(zone, NOTHING_MORE, user.id) }),
    }));
  return named(`members:${id}`, members, ({ user_id }) => user_id, query);
}

const NOTHING_MORE = new URLSearchParams();

/** The requested page, or with `filter[id]` everything named, in one page. */
function named<Item>(
  list: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
  query: URLSearchParams,
): Page<Item> {
  const ids = readIds(query);
  if (ids.length === 0) return pageOf(list, items, query);
  return wholePage(
    items.filter((item) => ids.includes(idOf(item))),
    query,
  );
}

function groupOf(zone: Zone, id: string): Group {
  const group = groupsOf(zone.settings.id).find((candidate) => candidate.id === id);
  if (group === undefined) throw notFound("There is no such group in this zone");
  return group;
}

function expanded(zone: Zone, group: Group, query: URLSearchParams): WireGroup {
  const expand = readExpand(query);
  const inherited = inheritedRoles(zone.settings.id, group.id);
  const roles = new Set(inherited.map(({ role_identifier }) => role_identifier));
  return {
    ...group,
    ...(expand.has("member_count") && { member_count: membersOf(zone, group).length }),
    ...(expand.has("roles") && { roles: [...roles] }),
  };
}

function membersOf({ population }: Zone, { id }: Group): UserRecord[] {
  const members: UserRecord[] = [];
  for (let index = 0; index < population.count; index++) {
    const user = population.user(index);
    if (user.groups.some((group) => group.id === id)) members.push(user);
  }
  return members;
}

function sorted(groups: readonly Group[], query: URLSearchParams): Group[] {
  const [sort] = readSort(query, ["created_at", "name", "identifier"]);
  if (sort === undefined) return [...groups];
  const { field, descending } = sort;
  const sign = descending ? -1 : 1;
  return groups.toSorted((a, b) => (a[field] < b[field] ? -sign : a[field] > b[field] ? sign : 0));
}
