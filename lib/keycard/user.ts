import * as z from "zod/mini";
import { userId, zoneId } from "./ids.ts";
import { count, excerpt, idText, record, reported, text } from "./reported.ts";

/** What a role applies to: the API's type and ID of that thing. */
const scope = record({ id: text, type: text });

/** A role as the API reports it. Keycard API notes, section 3. */
const roleAssignment = record({
  role_id: reported(text),
  role_identifier: text,
  /** `null` means the zone itself; absent means not reported. */
  scope: reported(z.nullable(scope)),
  role_owner_type: reported(text),
  /** `user`, `group`, or a newer value unchanged. */
  source: reported(text),
  group_id: reported(text),
});

export type RoleAssignment = z.output<typeof roleAssignment>;

/** A group that a user is in; current generation of the API. Keycard API notes, section 3. */
const group = record({
  id: idText,
  name: reported(text),
  identifier: reported(text),
  external: reported(z.boolean()),
  /** `null`: not from an external directory. */
  external_issuer: reported(z.nullable(text)),
});

/** A way to sign in, of any type; current generation of the API. Keycard API notes, section 3. */
const credential = record({
  /** `federation`, `password`, or a newer value unchanged. */
  type: reported(text),
  /** `null`: the provider was deleted. */
  provider_id: reported(z.nullable(text)),
  issuer: reported(text),
  subject: reported(text),
  /**
   * Only what is shown: the whole provider is many times larger, is returned with each of its users, and would be
   * stored with each.
   */
  provider: reported(excerpt({ id: idText, name: reported(text) })),
  created_at: reported(text),
  updated_at: reported(text),
});

export type Way = z.output<typeof credential>;

/** An entry that can't be parsed still exists: the others are reported, and the number stays right. */
const credentials = z.array(z.catch(credential, {}));

/** A zone user, by its wire names. Keycard API notes, section 3. */
export const user = record({
  id: z.pipe(idText, z.transform(userId)),
  email: reported(text),
  email_verified: reported(z.boolean()),
  /** Zone-scoped; equals `id` unless the provider maps a claim to it. */
  identifier: reported(text),
  organization_id: reported(text),
  zone_id: reported(z.pipe(idText, z.transform(zoneId))),
  /** `active`, `disabled`, or a newer value unchanged. */
  status: reported(text),
  created_at: reported(text),
  updated_at: reported(text),
  /** Last sign-in: a date-time, but not guaranteed to parse as one. */
  authenticated_at: reported(text),
  issuer: reported(text),
  subject: reported(text),
  provider_id: reported(text),
  /** Synchronized from an external directory; only the current generation reports it. */
  external: reported(z.boolean()),
  /**
   * `[]` means no roles only if `rolesCounted` says so. If one entry can't be parsed, the whole list counts as not
   * reported: a shorter one would be wrong.
   */
  role_assignments: reported(z.array(roleAssignment)),
  groups: reported(z.array(group)),
  credentials: reported(credentials),
  session_count: reported(count),
  grant_count: reported(count),
});

/** A field without a key isn't reported, which is neither "none" nor a default. */
export type UserRecord = z.output<typeof user>;

/** A user, with the extension's notes on how the record was obtained, which aren't copied as JSON. */
export type User = UserRecord & {
  /**
   * "all": the roles include those through groups, so an empty list means "no roles" (`withRolesCounted`). "direct" and
   * "gathered": they were read from lists, and aren't part of the record: all direct ones, with those of at most some
   * of the user's groups, or of all of them. Absent: at least direct ones; about others, nothing is known.
   */
  rolesCounted?: "all" | "direct" | "gathered";
  /**
   * Number of sessions that Keycard has listed as active, in a list that was read to its end; absent if it wasn't
   * requested.
   */
  activeSessions?: number;
};
