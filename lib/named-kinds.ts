/** The kinds of things whose names can be requested: the API's paths below a zone. */
export const NAMED_KINDS = [
  "providers",
  "applications",
  "resources",
  "user-agents",
  "groups",
  "roles",
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];
