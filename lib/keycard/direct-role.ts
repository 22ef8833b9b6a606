import type * as z from "zod/mini";
import { idText, record, reported, text } from "./reported.ts";
import type { RoleAssignment } from "./user.ts";

/** A role that was granted to someone directly, by its wire names. Keycard API notes, section 5. */
export const directRole = record({
  /** The user it was granted to; never another one than was asked for. */
  principal_id: reported(idText),
  role_id: reported(text),
  role_identifier: text,
  role_owner_type: reported(text),
  /** What it applies to; absent and `null` both mean the zone itself. */
  scope_id: reported(text),
  scope_type: reported(text),
});

/** The same in the form of a user's role. */
export function roleAssignment(role: z.output<typeof directRole>): RoleAssignment {
  const { role_id, role_identifier, role_owner_type } = role;
  return {
    ...(role_id !== undefined && { role_id }),
    role_identifier,
    ...(role_owner_type !== undefined && { role_owner_type }),
    source: "user",
    ...scopeOf(role),
  };
}

/** An incomplete scope counts as not reported. */
function scopeOf({ scope_id: id, scope_type: type }: z.output<typeof directRole>) {
  if (id !== undefined && type !== undefined) return { scope: { id, type } };
  return id === undefined && type === undefined ? { scope: null } : {};
}
