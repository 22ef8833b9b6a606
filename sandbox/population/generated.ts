/** The ordinary people of a zone, each generated from the seed and an index; see `cast.ts` for the others. */
import { ORGANIZATION_ID } from "../zones.ts";
import { type GroupName, memberOf } from "./groups.ts";
import { digits, hash, hashText, pick } from "./hash.ts";
import { between, iso, LAST_EVENT } from "./moments.ts";
import { DOMAINS, FIRST_NAMES, LAST_NAMES, ROLES } from "./names.ts";
import { providersOf } from "./neighbors.ts";
import { scopedRole, zoneRole } from "./roles.ts";
import type { RoleAssignment, User } from "./user.ts";

/** The first person joined on the first date, the others at an increasing rate, and no one after the second date. */
const JOINED_FROM = Date.parse("2024-06-03T08:30:00Z");
const JOINED_UNTIL = Date.parse("2026-11-16T00:00:00Z");

/** Index of the person who joined halfway between the two dates. */
const JOINED_HALF_AT = 120;

/** Salts: one per decision, so that decisions are independent. */
const FIRST = 1;
const LAST = 2;
const DOMAIN = 3;
const PROVIDER = 4;
const SUBJECT = 5;
const STATUS = 6;
const VERIFIED = 7;
const ROLE = 8;
const SIGNED_IN = 9;
const UPDATED = 10;
const GROUP = 11;

/** The groups of an ordinary person. Members of the last set came from a directory. */
const MEMBERSHIPS: readonly (readonly GroupName[])[] = [
  [],
  [],
  [],
  ["supportAgents"],
  ["billing"],
  ["everybody"],
];

/** Lower-case ASCII, with the index right before the `@`, so that it can be read back. */
export function generatedEmail(seed: number, index: number): string {
  const first = pick(FIRST_NAMES, hash(seed, index, FIRST));
  const last = pick(LAST_NAMES, hash(seed, index, LAST));
  return `${first}.${last}${index}@${pick(DOMAINS, hash(seed, index, DOMAIN))}`;
}

/** The index that `generatedEmail` wrote into an address, for any seed; it can be out of range. */
export function indexInEmail(email: string): number | undefined {
  const digits = /^[a-z]+\.[a-z]+(0|[1-9]\d{0,8})@/.exec(email)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The person's subject at the identity provider, in the formats that providers use; some have none. */
export function generatedSubject(seed: number, index: number): string | undefined {
  const own = hash(seed, index);
  switch (providerNumber(seed, index)) {
    case 0:
      return `auth0|${digits(16, 24, own, SUBJECT)}`;
    case 1:
      return `00u${digits(36, 17, own, SUBJECT)}`;
    case 2:
      return `1${digits(10, 20, own, SUBJECT)}`;
    case 3:
      return uuid(digits(16, 32, own, SUBJECT));
    default:
      return undefined;
  }
}

/** The person's last sign-in, RFC 3339; one in ten never signed in. */
export function generatedSignIn(seed: number, index: number): string | undefined {
  const drawn = hash(seed, index, SIGNED_IN);
  return drawn % 10 === 0 ? undefined : iso(between(joinedAt(index), LAST_EVENT, drawn));
}

/** The record of an ordinary person; its role assignments are the direct ones. */
export function generatedUser(zoneId: string, id: string, seed: number, index: number): User {
  const created = joinedAt(index);
  const provider = providersOf(zoneId)[providerNumber(seed, index) ?? -1];
  const groups = pick(MEMBERSHIPS, hash(seed, index, GROUP));
  return {
    id,
    organization_id: ORGANIZATION_ID,
    zone_id: zoneId,
    created_at: iso(created),
    updated_at: iso(between(created, LAST_EVENT, hash(seed, index, UPDATED))),
    email: generatedEmail(seed, index),
    email_verified: hash(seed, index, VERIFIED) % 8 > 0,
    identifier: id,
    status: pick(["active", "active", "active", "active", "disabled"], hash(seed, index, STATUS)),
    authenticated_at: generatedSignIn(seed, index),
    issuer: provider?.identifier,
    subject: generatedSubject(seed, index),
    provider_id: provider?.id,
    external: groups.includes("everybody"),
    role_assignments: generatedRoles(zoneId, seed, index),
    groups: memberOf(zoneId, ...groups),
  };
}

/** One in twelve signed up with a password: no provider, issuer or subject. */
function providerNumber(seed: number, index: number): number | undefined {
  const drawn = hash(seed, index, PROVIDER) % 12;
  return drawn === 0 ? undefined : drawn % 4;
}

function generatedRoles(zoneId: string, seed: number, index: number): RoleAssignment[] {
  const count = pick([0, 0, 1, 1, 1, 2, 3], hash(seed, index, ROLE));
  return Array.from({ length: count }, (_, n) => {
    const role = pick(ROLES, hash(seed, index, ROLE) + n);
    return n === 0 ? zoneRole(zoneId, role) : scopedRole(zoneId, role, "resource", n % 3);
  });
}

/** Milliseconds since 1970. Grows with the index, so that index order is `created_at` order. */
function joinedAt(index: number): number {
  const share = index / (index + JOINED_HALF_AT);
  return JOINED_FROM + Math.floor((JOINED_UNTIL - JOINED_FROM) * share);
}

function uuid(hex: string): string {
  const tail = `${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${tail}`;
}

/** The hash input from which a zone's IDs and people are generated. */
export function zoneSeed(zoneId: string, seed: number): number {
  return hash(hashText(zoneId), seed);
}
