/** What a key may do, by the types of resources that `expand[]=permissions` names. */

export const RESOURCE_TYPES = [
  "zones",
  "users",
  "sessions",
  "delegated_grants",
  "providers",
  "applications",
  "resources",
  "user_agents",
  "roles",
  "groups",
] as const;

export type ResourceType = (typeof RESOURCE_TYPES)[number];

export type Power =
  /** Reads everything, and may change it: what a service account has. */
  | "everything"
  /** Reads everything. */
  | "reading"
  /** Reads everything but sessions and grants. */
  | "no-sessions"
  /** Reads zones and users, and the name of nothing. */
  | "users-only";

const READS: Readonly<Record<Power, readonly ResourceType[]>> = {
  everything: RESOURCE_TYPES,
  reading: RESOURCE_TYPES,
  "no-sessions": RESOURCE_TYPES.filter(
    (type) => type !== "sessions" && type !== "delegated_grants",
  ),
  "users-only": ["zones", "users"],
};

export function mayRead(power: Power, type: ResourceType): boolean {
  return READS[power].includes(type);
}

/** Resource type -> action -> whether the key may. The names of types and actions are not documented. */
export function permissionsOf(power: Power): Record<string, Record<string, boolean>> {
  const changes = power === "everything";
  return Object.fromEntries(
    RESOURCE_TYPES.map((type) => [
      type,
      { read: mayRead(power, type), create: changes, update: changes, delete: changes },
    ]),
  );
}
