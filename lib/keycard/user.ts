import * as z from "zod/mini";
import { userId, zoneId } from "./ids.ts";
import { count, excerpt, idText, record, reported, text } from "./reported.ts";

/** What a role is held on: the API's type and id of that thing. */
const scope = record({ id: text, type: text });

/** A role as the API reports it. Keycard API notes, section 3. */
const roleAssignment = record({
  role_id: reported(text),
  role_identifier: text,
  /** `null` is the zone itself; absent is not reported. */
  scope: reported(z.nullable(scope)),
  role_owner_type: reported(text),
  /** `user`, `group`, or whatever newer deployments say. */
  source: reported(text),
  group_id: reported(text),
});

export type RoleAssignment = z.output<typeof roleAssignment>;

/** A group that a user is in, today's generation. Keycard API notes, section 3. */
const group = record({
  id: idText,
  name: reported(text),
  identifier: reported(text),
  external: reported(z.boolean()),
  /** `null`: of no external directory. */
  external_issuer: reported(z.nullable(text)),
});

/** A way to sign in, today's generation, of whatever type. Keycard API notes, section 3. */
const credential = record({
  /** `federation`, `password`, or a newer value as it came. */
  type: reported(text),
  /** `null`: the provider was deleted. */
  provider_id: reported(z.nullable(text)),
  issuer: reported(text),
  subject: reported(text),
  /**
   * Only what is shown: the whole provider is many times that, comes with each of its users, and would be kept with
   * each.
   */
  provider: reported(excerpt({ id: idText, name: reported(text) })),
  created_at: reported(text),
  updated_at: reported(text),
});

export type Way = z.output<typeof credential>;

/** Of one that cannot be read it is known that it is there: the others are told, and nobody is said to have fewer. */
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
  /** `active`, `disabled`, or a newer value as it came. */
  status: reported(text),
  created_at: reported(text),
  updated_at: reported(text),
  /** Last sign-in: a date-time, but not promised to parse as one. */
  authenticated_at: reported(text),
  issuer: reported(text),
  subject: reported(text),
  provider_id: reported(text),
  /** Synced from an external directory; today's generation alone says so or not. */
  external: reported(z.boolean()),
  /**
   * `[]` is no roles only where `rolesCounted` says so. With one entry that cannot be read the whole list is not
   * reported: a shorter one would be wrong.
   */
  role_assignments: reported(z.array(roleAssignment)),
  groups: reported(z.array(group)),
  credentials: reported(credentials),
  session_count: reported(count),
  grant_count: reported(count),
});

/** A field without a key is not reported, which is neither "none" nor a default. */
export type UserRecord = z.output<typeof user>;

/** A user, and what the extension has noted of how the record came about: no part of what is copied as JSON. */
export type User = UserRecord & {
  /**
   * "all": the roles are those through groups too, so that an empty list is "no roles" (`withRolesCounted`). "direct"
   * and "gathered": they were read from lists, and are no part of the record: all direct ones, and those of some of the
   * user's groups at most, or of all of them. Absent: direct ones at least, and of others nothing is known.
   */
  rolesCounted?: "all" | "direct" | "gathered";
  /** Sessions that Keycard has listed as active, in a list that was read to its end; absent where nobody has asked. */
  activeSessions?: number;
};
