import type { RoleAssignment, User } from "../keycard/index.ts";
import type { Thing, ThingKind } from "./thing.ts";

/** What a role can be held on that has a name, by the type of its scope. */
const SCOPES: Partial<Record<string, ThingKind>> = {
  zone: "zones",
  resource: "resources",
  application: "applications",
};

/** What a role is held on; undefined where the API has no names for such. */
export function scopeThing({ type, id }: NonNullable<RoleAssignment["scope"]>): Thing | undefined {
  const kind = Object.hasOwn(SCOPES, type) ? SCOPES[type] : undefined;
  return kind && { kind, id };
}

/** What a record itself calls a thing that it mentions: a group that the user is in, or a provider to sign in with. */
export function nameInRecord({ groups = [], credentials = [] }: User, { kind, id }: Thing) {
  if (kind === "groups") return groups.find((group) => group.id === id)?.name;
  if (kind !== "providers") return undefined;
  return credentials.find(({ provider }) => provider?.id === id)?.provider?.name;
}
