/** What users point at: the providers, applications, resources and roles of a zone. */
import { hash, hashText } from "./hash.ts";
import { idOf } from "./ids.ts";
import { MARKUP } from "./markup.ts";
import type { RoleAssignment, User } from "./user.ts";

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly identifier: string;
  readonly type: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly identifier: string;
}

/** The id of the nth thing of a kind in a zone: fixed, whatever the seed. */
export function neighbourId(zoneId: string, kind: string, n: number): string {
  return idOf(hash(hashText(zoneId), hashText(kind)), n);
}

const PROVIDERS = [
  ["Acme Identity", "acme-identity", "https://id.acme.example/", "external"],
  ["Northwind SSO", "northwind-sso", "https://sso.northwind.example/oauth2", "external"],
  ["Example Social", "example-social", "https://accounts.social.example", "external"],
  ["Partner Directory", "partners", "https://login.partners.example/realms/main", "external"],
  [MARKUP.image, "markup", `https://markup.example/${MARKUP.script}`, MARKUP.entity],
] as const;

const APPLICATIONS = [
  ["Support Copilot", "https://copilot.acme.example"],
  ["Reply Drafter", "https://drafter.acme.example"],
  ["Nightly Export", "urn:example:nightly-export"],
  [MARKUP.script, MARKUP.entity],
] as const;

const RESOURCES = [
  ["Payments API", "https://payments.acme.example/api"],
  ["Ticket Archive", "https://archive.acme.example/mcp"],
  ["Customer Records", "https://records.acme.example/mcp"],
  [MARKUP.image, MARKUP.script],
] as const;

export function providersOf(zoneId: string): Provider[] {
  return PROVIDERS.map(([name, slug, identifier, type], n) => ({
    id: neighbourId(zoneId, "provider", n),
    name,
    slug,
    identifier,
    type,
  }));
}

export function applicationsOf(zoneId: string): Named[] {
  return named(zoneId, "application", APPLICATIONS);
}

export function resourcesOf(zoneId: string): Named[] {
  return named(zoneId, "resource", RESOURCES);
}

function named(zoneId: string, kind: string, rows: typeof APPLICATIONS | typeof RESOURCES) {
  return rows.map(([name, identifier], n) => ({
    id: neighbourId(zoneId, kind, n),
    name,
    identifier,
  }));
}

/** A role on the whole zone. */
export function zoneRole(zoneId: string, identifier: string): RoleAssignment {
  const roleId = neighbourId(zoneId, "role", hashText(identifier) % 1_000_000);
  return { role_id: roleId, role_identifier: identifier, scope: null };
}

/** A role on the nth thing of a kind, such as the second resource. */
export function scopedRole(zoneId: string, identifier: string, kind: string, n: number) {
  const scope = { id: neighbourId(zoneId, kind, n), type: kind };
  return { ...zoneRole(zoneId, identifier), scope } satisfies RoleAssignment;
}

/** The fields of a user who signs in with the nth provider. */
export function signsInWith(zoneId: string, provider: number, subject: string): Partial<User> {
  const { id, identifier } = providersOf(zoneId)[provider] ?? {};
  return { provider_id: id, issuer: identifier, subject };
}

/** The fields of a user who signed up by password. */
export const NO_PROVIDER = {
  provider_id: undefined,
  issuer: undefined,
  subject: undefined,
} as const;
