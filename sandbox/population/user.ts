/**
 * A user and its parts as they go over the wire (API notes, section 3). A property that is `undefined`
 * is left out of the JSON; `null` is sent as `null`, which the notes ask to treat the same.
 */

export interface RoleAssignment {
  readonly role_id: string;
  readonly role_identifier: string;
  /** `null` is the zone itself. */
  readonly scope: { readonly id: string; readonly type: string } | null;
  readonly role_owner_type?: string;
  readonly source?: "user" | "group";
  readonly group_id?: string;
}

export interface User {
  readonly id: string;
  readonly organization_id: string;
  readonly zone_id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly identifier: string;
  readonly status?: string | null | undefined;
  readonly authenticated_at?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly provider_id?: string | null | undefined;
  /** What `expand[]=role-assignments` would show; taken out of every other reply. */
  readonly role_assignments?: readonly RoleAssignment[] | null | undefined;
  /** Fields that the notes do not know: newer deployments add some. */
  readonly [unknownField: string]: unknown;
}
