/**
 * A user and its parts as they go over the wire (API notes, section 3). A property that is `undefined`
 * is left out of the JSON; `null` is sent as `null`, which the notes ask to treat the same.
 */
import type { Provider } from "./neighbors.ts";

export type Owner = "platform" | "customer";

/** A role as the documented generation reports it. */
export interface UntaggedRole {
  readonly role_id: string;
  readonly role_identifier: string;
  /** `null` is the zone itself. */
  readonly scope: { readonly id: string; readonly type: string } | null;
}

/** A role as today's generation reports it. */
export interface RoleAssignment extends UntaggedRole {
  readonly role_owner_type: Owner;
  readonly source: "user" | "group";
  /** With source "group" only. */
  readonly group_id?: string;
}

/** A group as it stands in a user. */
export interface UserGroup {
  readonly id: string;
  readonly name: string;
  readonly identifier: string;
  readonly external: boolean;
  /** `null` for a group that is managed in Keycard. */
  readonly external_issuer: string | null;
}

/** A way to sign in. */
export type Credential = { readonly created_at: string; readonly updated_at: string } & (
  | {
      readonly type: "federation";
      /** `null`: the provider was deleted. */
      readonly provider_id: string | null;
      readonly issuer?: string;
      readonly subject?: string;
      /** With `expand[]=credentials.provider` only. */
      readonly provider?: Provider;
    }
  | { readonly type: "password" }
  /** A type that only newer deployments have. */
  | { readonly type: "passkey" }
);

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
  readonly external?: boolean;
  readonly authenticated_at?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly provider_id?: string | null | undefined;
  readonly role_assignments?:
    | readonly (UntaggedRole & Partial<RoleAssignment>)[]
    | null
    | undefined;
  readonly groups?: readonly UserGroup[];
  readonly credentials?: readonly Credential[];
  readonly session_count?: number;
  readonly grant_count?: number;
  /** Fields that the notes do not know: newer deployments add some. */
  readonly [unknownField: string]: unknown;
}

/** All that the sandbox knows of a user; a reply leaves out what its generation has not, and what it was not asked for. */
export interface UserRecord extends User {
  readonly external: boolean;
  /** Direct ones, then those of the groups. */
  readonly role_assignments: readonly RoleAssignment[] | null | undefined;
  readonly groups: readonly UserGroup[];
  readonly credentials: readonly Credential[];
}
