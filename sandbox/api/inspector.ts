/** The neighbouring reads (API notes, section 5): providers, applications, resources, sessions, grants. */
import { type Grant, grantsOf, type Session, sessionsOf } from "../population/access.ts";
import {
  applicationsOf,
  type Named,
  type Provider,
  providersOf,
  resourcesOf,
} from "../population/neighbours.ts";
import type { User } from "../population/user.ts";
import type { Zone } from "../state.ts";
import { forwardPage, type Page } from "./page.ts";
import { readWord } from "./parameters.ts";
import { notFound } from "./problem.ts";

const STATUSES = ["active", "expired", "revoked"] as const;

export function retrieveProvider(zone: Zone, id: string): Provider {
  return withId(providersOf(zone.settings.id), id, "provider");
}

export function retrieveApplication(zone: Zone, id: string): Named {
  return withId(applicationsOf(zone.settings.id), id, "application");
}

export function retrieveResource(zone: Zone, id: string): Named {
  return withId(resourcesOf(zone.settings.id), id, "resource");
}

export function listSessions(zone: Zone, query: URLSearchParams): Page<Session> {
  return listOf("sessions", sessionsOf, zone, query);
}

export function listGrants(zone: Zone, query: URLSearchParams): Page<Grant> {
  return listOf("delegated-grants", grantsOf, zone, query);
}

function withId<Thing extends { id: string }>(things: Thing[], id: string, kind: string): Thing {
  const thing = things.find((candidate) => candidate.id === id);
  if (thing === undefined) throw notFound(`There is no such ${kind} in this zone`);
  return thing;
}

function listOf<Item extends { readonly status: string }>(
  name: string,
  itemsOf: (user: User) => Item[],
  zone: Zone,
  query: URLSearchParams,
): Page<Item> {
  const status = readWord(query, "status", STATUSES);
  return forwardPage(`${name}:${zone.settings.id}`, wanted(), query);

  function* wanted(): Generator<Item> {
    for (const user of owners(zone, query.get("user_id"))) {
      yield* itemsOf(user).filter((item) => status === undefined || item.status === status);
    }
  }
}

/** The user with this id, if any; everybody when there is no id. Lazy: the zone may hold a million. */
function* owners({ population }: Zone, id: string | null): Generator<User> {
  if (id !== null) {
    const index = population.indexOfId(id);
    if (index !== undefined) yield population.user(index);
    return;
  }
  for (let index = 0; index < population.count; index++) yield population.user(index);
}
