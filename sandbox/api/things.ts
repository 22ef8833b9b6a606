/** What is referenced by ID and has a name: providers, applications, resources and user agents. */
import {
  applicationsOf,
  type Named,
  providersOf,
  resourcesOf,
  userAgentsOf,
} from "../population/neighbors.ts";
import type { Zone } from "../state.ts";
import { type Page, pageOf, wholePage, withPageInfo } from "./page.ts";
import { readIds } from "./parameters.ts";
import { notFound } from "./problem.ts";

/** By their path. */
const THINGS = {
  providers: providersOf,
  applications: applicationsOf,
  resources: resourcesOf,
  "user-agents": userAgentsOf,
} as const satisfies Record<string, (zoneId: string) => readonly Named[]>;

export type Kind = keyof typeof THINGS;

/** Fields by which a list can be filtered exactly. */
const EXACT = ["identifier", "slug", "type"] as const;

export function listThings(kind: Kind) {
  return ({ settings }: Zone, query: URLSearchParams): Page<Named> => {
    const page = thingsPage(kind, settings.id, query);
    return kind === "providers" || kind === "applications" ? withPageInfo(page) : page;
  };
}

export function retrieveThing(kind: Kind) {
  return ({ settings }: Zone, _query: URLSearchParams, id: string): Named => {
    const thing = THINGS[kind](settings.id).find((candidate) => candidate.id === id);
    if (thing === undefined) throw notFound(`There are no such ${kind} in this zone`);
    return thing;
  };
}

function thingsPage(kind: Kind, zoneId: string, query: URLSearchParams): Page<Named> {
  const all: readonly (Named & { type?: string })[] = THINGS[kind](zoneId);
  const matching = all.filter((thing) =>
    EXACT.every((field) => !query.has(field) || query.get(field) === thing[field]),
  );
  const ids = readIds(query);
  if (ids.length === 0) return pageOf(`${kind}:${zoneId}`, matching, query);
  return wholePage(
    matching.filter(({ id }) => ids.includes(id)),
    query,
  );
}
