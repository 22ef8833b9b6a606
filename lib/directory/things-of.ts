import type { User } from "../keycard/index.ts";
import { NAMES_PER_MESSAGE } from "../limits.ts";
import { nameInRecord, scopeThing } from "./mentioned-thing.ts";
import type { Thing, ThingKind } from "./thing.ts";
import { thingKey } from "./thing-key.ts";

/**
 * What users' records refer to by ID without a name, each once: first their zone if it is another one, then providers,
 * groups that give roles, and what roles apply to. NAMES_PER_MESSAGE at most.
 *
 * @param zoneId the zone that was queried, whose name the caller knows
 * @param roles whether to include what the roles apply to
 */
export function thingsOf(
  users: readonly User[],
  { zoneId, roles }: { zoneId: string | undefined; roles: boolean },
): Thing[] {
  const held = users.flatMap(({ role_assignments = [] }) => role_assignments);
  const mentioned = [
    ...users.flatMap(({ zone_id: id }) => (id === zoneId ? [] : of("zones", id))),
    ...users.flatMap((user) =>
      [user.provider_id, ...(user.credentials ?? []).map(({ provider_id }) => provider_id)]
        .flatMap((id) => of("providers", id))
        .filter((provider) => nameInRecord(user, provider) === undefined),
    ),
    ...users.flatMap((user) =>
      (user.role_assignments ?? [])
        .flatMap(({ group_id }) => of("groups", group_id))
        .filter((group) => nameInRecord(user, group) === undefined),
    ),
    ...held.flatMap(({ scope }) => (scope ? (scopeThing(scope) ?? []) : [])),
    ...(roles ? held.flatMap(({ role_id }) => of("roles", role_id)) : []),
  ];
  const once = new Map(mentioned.map((thing) => [thingKey(thing), thing]));
  return [...once.values()].slice(0, NAMES_PER_MESSAGE);
}

function of(kind: ThingKind, id: string | null | undefined): Thing[] {
  return id ? [{ kind, id }] : [];
}
