import type { RoleAssignment, User } from "../keycard/index.ts";
import type { Thing, ThingKind } from "./thing.ts";

/** The kinds of things with a name that a role can apply to, by the type of its scope. */
const SCOPES: Partial<Record<string, ThingKind>> = {
  zone: "zones",
  resource: "resources",
  application: "applications",
};

/** The thing that a role applies to; undefined if the API has no names for such things. */
export function scopeThing({ type, id }: NonNullable<RoleAssignment["scope"]>): Thing | undefined {
  const kind = Object.hasOwn(SCOPES, type) ? SCOPES[type] : undefined;
  return kind && { kind, id };
}

/** The name that a record itself contains for a thing: a group of the user, or a provider to sign in with. */
export function nameInRecord({ groups = [], credentials = [] }: User, { kind, id }: Thing) {
  if (kind === "groups") return groups.find((group) => group.id === id)?.name;
  if (kind !== "providers") return undefined;
  return credentials.find(({ provider }) => provider?.id === id)?.provider?.name;
}
