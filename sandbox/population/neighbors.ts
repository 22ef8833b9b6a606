/** What users, sessions and grants reference: the providers, applications, resources and user agents of a zone. */
import { ORGANIZATION_ID } from "../zones.ts";
import { digits, hash, hashText } from "./hash.ts";
import { idOf } from "./ids.ts";
import { SET_UP } from "./moments.ts";
import { APPLICATIONS, PROVIDERS, RESOURCES, USER_AGENTS } from "./neighbor-rows.ts";
import { perZone } from "./per-zone.ts";
import type { Owner } from "./user.ts";

/** What the API returns for each of them. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly identifier: string;
  readonly organization_id: string;
  readonly zone_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Provider extends Named {
  readonly owner_type: Owner;
  readonly type: string;
  readonly description?: string;
  readonly protocols?: { readonly openid: { readonly user_identifier_claim: string } };
}

interface Application extends Named {
  readonly owner_type: Owner;
  readonly consent: "implicit" | "required";
  readonly dependencies_count: number;
}

interface Resource extends Named {
  readonly owner_type: Owner;
  readonly application_type: "native" | "web";
  readonly prefix: boolean;
  readonly scopes: readonly string[];
  readonly credential_provider_id: string;
}

/** The ID of the nth thing of a kind in a zone: fixed, whatever the seed. */
export function neighborId(zoneId: string, kind: string, n: number): string {
  return idOf(hash(hashText(zoneId), hashText(kind)), n);
}

export const providersOf = perZone((zoneId): readonly Provider[] =>
  PROVIDERS.map((row, n) => ({
    ...common(zoneId, "provider", n),
    owner_type: "customer",
    type: "external",
    ...row,
  })),
);

export const applicationsOf = perZone((zoneId): readonly Application[] =>
  APPLICATIONS.map((row, n) => ({
    ...common(zoneId, "application", n),
    ...row,
    owner_type: "customer",
    consent: n % 2 === 0 ? "implicit" : "required",
    dependencies_count: n % 3,
  })),
);

export const resourcesOf = perZone((zoneId): readonly Resource[] =>
  RESOURCES.map(({ provider, ...row }, n) => ({
    ...common(zoneId, "resource", n),
    ...row,
    owner_type: "customer",
    application_type: "web",
    prefix: false,
    credential_provider_id: neighborId(zoneId, "provider", provider),
  })),
);

export const userAgentsOf = perZone((zoneId): readonly Named[] =>
  USER_AGENTS.map((row, n) => ({
    ...common(zoneId, "user-agent", n),
    ...row,
    identifier: `ua:${digits(16, 64, hashText(zoneId), n)}`,
  })),
);

function common(zoneId: string, kind: string, n: number) {
  return {
    id: neighborId(zoneId, kind, n),
    organization_id: ORGANIZATION_ID,
    zone_id: zoneId,
    created_at: SET_UP,
    updated_at: SET_UP,
  };
}
