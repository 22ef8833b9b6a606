/**
 * A user and its parts in wire format (API notes, section 3). A property that is `undefined` is omitted from the JSON;
 * `null` is sent as `null`, which clients have to treat the same according to the notes.
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
  /** Only with source "group". */
  readonly group_id?: string;
}

/** A group in a user's record. */
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
      /** Only with `expand[]=credentials.provider`. */
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
  /** Fields that aren't in the notes: newer deployments add some. */
  readonly [unknownField: string]: unknown;
}

/** Everything that the sandbox knows of a user; a reply omits what its generation lacks, and what wasn't requested. */
export interface UserRecord extends User {
  readonly external: boolean;
  /** Direct ones, then those of the groups. */
  readonly role_assignments: readonly RoleAssignment[] | null | undefined;
  readonly groups: readonly UserGroup[];
  readonly credentials: readonly Credential[];
}
