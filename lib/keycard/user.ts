import * as z from "zod/mini";
import { userId, zoneId } from "./ids.ts";
import { count, idText, record, reported, text } from "./reported.ts";

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
  /** `[]` is no roles. With one entry that cannot be read the whole list is not reported: a shorter one would be wrong. */
  role_assignments: reported(z.array(roleAssignment)),
  session_count: reported(count),
  grant_count: reported(count),
});

/** A field without a key is not reported, which is neither "none" nor a default. */
export type User = z.output<typeof user>;
