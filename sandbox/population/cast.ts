/** How the named people's records differ from an ordinary person's. */
import { LARGE_LEGACY } from "../zones.ts";
import { caseRecords } from "./case-cast.ts";
import { CASE_PEOPLE, type CaseName } from "./case-people.ts";
import { COMBINATIONS, COMBINATIONS_FROM, combination } from "./combinations.ts";
import { memberOf } from "./groups.ts";
import { KNOWN_PEOPLE, type KnownName, LARGE_LEGACY_KNOWN } from "./known-people.ts";
import { MARKUP } from "./markup.ts";
import { scopedRole, team, zoneRole } from "./roles.ts";
import { deletedProviderId, NO_PROVIDER, signsInWith } from "./sign-in.ts";
import type { RoleAssignment, User } from "./user.ts";

/**
 * Overrides by index. `undefined` in an override removes the field. The role assignments are the direct ones: those of
 * the groups are added with the groups.
 */
export type Cast = ReadonlyMap<number, Partial<User>>;

export function castOf(zoneId: string): Cast {
  const cast = new Map<number, Partial<User>>();
  const records = recordsOf(zoneId);
  for (const [name, { index, email }] of Object.entries(KNOWN_PEOPLE)) {
    cast.set(index, { ...plain(zoneId), email, ...records[name as KnownName] });
  }
  const cases = caseRecords(zoneId, plain(zoneId));
  for (const [name, { index, email }] of Object.entries(CASE_PEOPLE)) {
    cast.set(index, { ...plain(zoneId), email, ...cases[name as CaseName] });
  }
  for (let n = 0; n < COMBINATIONS; n++) cast.set(COMBINATIONS_FROM + n, combination(zoneId, n));
  if (zoneId === LARGE_LEGACY.id) {
    for (const { index, email } of Object.values(LARGE_LEGACY_KNOWN)) {
      cast.set(index, { ...plain(zoneId), email });
    }
  }
  return cast;
}

/** A named person's record without the overrides below. */
function plain(zoneId: string): Partial<User> {
  return {
    status: "active",
    email_verified: true,
    authenticated_at: "2026-11-12T14:05:31Z",
    updated_at: "2026-11-12T14:05:31Z",
    role_assignments: [zoneRole(zoneId, "support-agent")],
    ...signsInWith(zoneId, 0, "auth0|5f7c8ec7c33c6c004bbafe82"),
  };
}

function recordsOf(zoneId: string): Record<KnownName, Partial<User>> {
  const on = (identifier: string, n: number) => scopedRole(zoneId, identifier, "resource", n);
  const whole = (identifier: string) => zoneRole(zoneId, identifier);
  const signsIn = (provider: number, subject: string) => signsInWith(zoneId, provider, subject);
  return {
    ada: {
      authenticated_at: "2026-11-20T08:41:07Z",
      role_assignments: [whole("admin"), on("auditor", 0)],
      groups: memberOf(zoneId, "refundApprovers"),
      ...signsIn(0, "auth0|6650f1a9d3b27e00124c81fd"),
    },
    grace: { status: "disabled", authenticated_at: "2026-10-02T16:20:44Z" },
    alan: { email_verified: false, ...signsIn(2, "104857610485761048576") },
    twinOne: { authenticated_at: "2026-11-19T06:58:12Z", ...signsIn(1, "00u8k2mq4x9v1c7b3n5z") },
    twinTwo: { authenticated_at: "2026-08-30T11:02:00Z", role_assignments: [], ...NO_PROVIDER },
    tripletOne: { status: "disabled", ...signsIn(0, "auth0|60d5ec49f1b2c8001f3e7a11") },
    tripletTwo: { authenticated_at: undefined, ...signsIn(1, "00u1a2b3c4d5e6f7g8h9") },
    tripletThree: { email_verified: false, ...signsIn(2, "118446744073709551615") },
    rosalind: { role_assignments: [] },
    edsger: { status: undefined },
    margaret: { status: "suspended" },
    barbara: NO_PROVIDER,
    katherine: { authenticated_at: undefined },
    hedy: { authenticated_at: "yesterday" },
    dorothy: {
      status: null,
      authenticated_at: null,
      role_assignments: null,
      provider_id: null,
      issuer: null,
      subject: null,
    },
    radia: signsIn(1, "00uRadiaPerlman00017"),
    frances: { role_assignments: undefined },
    annie: { provider_id: undefined, issuer: "https://deleted.acme.example/", subject: "annie-7" },
    mary: { identifier: "employee-00417" },
    tim: { role_assignments: eightRoles(zoneId), groups: memberOf(zoneId, "maintainers") },
    markup: markupRecord(zoneId),
    ampersand: { identifier: "o'brien&co", subject: "O'Brien & Co <accounts>" },
    longLocal: { subject: "s".repeat(255), identifier: "i".repeat(255) },
    longDomain: signsIn(3, "0f8fad5b-d9cb-469f-a165-70867728950e"),
    japanese: { subject: "社員番号・〇〇一", role_assignments: [whole("管理者")] },
    cyrillic: signsIn(3, "7c9e6679-7425-40de-944b-e07fc1f90ae7"),
    umlaut: signsIn(2, "109876543210987654321"),
    punycode: signsIn(2, "112233445566778899001"),
    bidi: { subject: MARKUP.direction, identifier: `id-${MARKUP.direction}` },
    plus: signsIn(2, "100000000000000000001"),
    lookalike: { status: "disabled", role_assignments: [], ...signsIn(1, "00ulookalike00000001") },
    newest: {
      role_assignments: [whole("auditor")],
      groups: memberOf(zoneId, "developers"),
      locale: "de-CH",
      mfa: { enrolled: true, methods: ["totp"] },
      risk_score: 0.25,
    },
    orphan: { provider_id: deletedProviderId(zoneId) },
  };
}

/** On eight of twelve teams; the other four come through a group. */
function eightRoles(zoneId: string): RoleAssignment[] {
  return Array.from({ length: 12 }, (_, n) => n)
    .filter((n) => n % 3 > 0)
    .map((n) => scopedRole(zoneId, team(n), n % 2 === 0 ? "resource" : "application", n % 3));
}

function markupRecord(zoneId: string): Partial<User> {
  const role = zoneRole(zoneId, MARKUP.image);
  const scoped = {
    ...zoneRole(zoneId, MARKUP.script),
    scope: { id: MARKUP.image, type: MARKUP.script },
  };
  return {
    ...signsInWith(zoneId, 4, MARKUP.image),
    status: MARKUP.image,
    identifier: MARKUP.script,
    authenticated_at: MARKUP.entity,
    role_assignments: [role, scoped],
    groups: memberOf(zoneId, "markup"),
    [MARKUP.image]: MARKUP.script,
  };
}
