/** What a key can do, by the resource types that `expand[]=permissions` uses. */

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
  /** Can read and change everything, like a service account. */
  | "everything"
  /** Can read everything. */
  | "reading"
  /** Can read everything but sessions and grants. */
  | "no-sessions"
  /** Can read zones and users, and no names of things. */
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

/** Resource type -> action -> whether the key can do it. The names of types and actions aren't documented. */
export function permissionsOf(power: Power): Record<string, Record<string, boolean>> {
  const changes = power === "everything";
  return Object.fromEntries(
    RESOURCE_TYPES.map((type) => [
      type,
      { read: mayRead(power, type), create: changes, update: changes, delete: changes },
    ]),
  );
}
