/** How a person signs in. */
import { neighborId, providersOf } from "./neighbors.ts";
import type { Credential, User } from "./user.ts";

/** The fields of a user who signs in with the nth provider. */
export function signsInWith(zoneId: string, provider: number, subject: string): Partial<User> {
  const { id, identifier } = providersOf(zoneId)[provider] ?? {};
  return { provider_id: id, issuer: identifier, subject };
}

/** The fields of a user who signed up with a password. */
export const NO_PROVIDER = {
  provider_id: undefined,
  issuer: undefined,
  subject: undefined,
} as const;

/** No provider has this ID: the one that had it was deleted. */
export function deletedProviderId(zoneId: string): string {
  return neighborId(zoneId, "provider", 999);
}

type Times = Pick<Credential, "created_at" | "updated_at">;

/** A way to sign in with the nth provider. */
export function federation(
  zoneId: string,
  provider: number,
  subject: string,
  times: Times,
): Credential {
  const { id, identifier } = providersOf(zoneId)[provider] ?? {};
  const issuer = identifier !== undefined && { issuer: identifier };
  return { type: "federation", provider_id: id ?? null, ...issuer, subject, ...times };
}

/** The way to sign in according to a user's own fields: the provider, even if it was deleted, or else a password. */
export function credentialsOf(user: User): Credential[] {
  const { provider_id, issuer, subject, created_at, updated_at } = user;
  const times = { created_at, updated_at };
  if ((provider_id ?? issuer ?? subject ?? null) === null) return [{ type: "password", ...times }];
  return [
    {
      type: "federation",
      provider_id: provider_id ?? null,
      ...(typeof issuer === "string" && { issuer }),
      ...(typeof subject === "string" && { subject }),
      ...times,
    },
  ];
}
