/** `GET /zones/{z}/groups` and `GET /zones/{z}/groups/{id}`. */
import { type Group, groupsOf, inheritedRoles } from "../population/groups.ts";
import type { Zone } from "../state.ts";
import { type Page, pageOf, wholePage } from "./page.ts";
import { readExpand, readIds, readSort } from "./parameters.ts";
import { notFound } from "./problem.ts";

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
  const group = groupsOf(zone.settings.id).find((candidate) => candidate.id === id);
  if (group === undefined) throw notFound("There is no such group in this zone");
  return expanded(zone, group, query);
}

function expanded(zone: Zone, group: Group, query: URLSearchParams): WireGroup {
  const expand = readExpand(query);
  const inherited = inheritedRoles(zone.settings.id, group.id);
  const roles = new Set(inherited.map(({ role_identifier }) => role_identifier));
  return {
    ...group,
    ...(expand.has("member_count") && { member_count: memberCount(zone, group) }),
    ...(expand.has("roles") && { roles: [...roles] }),
  };
}

function memberCount({ population }: Zone, { id }: Group): number {
  let count = 0;
  for (let index = 0; index < population.count; index++) {
    if (population.user(index).groups.some((group) => group.id === id)) count++;
  }
  return count;
}

function sorted(groups: readonly Group[], query: URLSearchParams): Group[] {
  const [sort] = readSort(query, ["created_at", "name", "identifier"]);
  if (sort === undefined) return [...groups];
  const { field, descending } = sort;
  const sign = descending ? -1 : 1;
  return groups.toSorted((a, b) => (a[field] < b[field] ? -sign : a[field] > b[field] ? sign : 0));
}
