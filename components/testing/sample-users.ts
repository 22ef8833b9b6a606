import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import type { Elsewhere, ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { userId, zoneId } from "../../lib/keycard/ids.ts";
import type { User } from "../../lib/keycard/index.ts";

/** People for fixtures and tests. Their times are relative to the clock, so that "3 days ago" stays true. */

const DAY = 86_400_000;

const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

export const zone: ZoneRef = { id: "z1prod8fk2m4q7w9x3c5v6b0na", name: "Production", slug: "prod" };

export const staging: ZoneRef = { id: "z2stag8fk2m4q7w9x3c5v6b0na", name: "Staging" };

export const ada = {
  id: userId("ab3def8hij2klm9opq5rst7uvw"),
  email: "ada.lovelace@example.com",
  email_verified: true,
  identifier: "ada@hr",
  organization_id: "org7h3k9m2p4q6r8s0t1v5w7xy",
  zone_id: zoneId(zone.id),
  status: "active",
  created_at: ago(420),
  updated_at: ago(9),
  authenticated_at: ago(3.2),
  issuer: "https://accounts.google.com",
  subject: "109283746510293847561",
  provider_id: "prv5a7b9c1d3e5f7g9h1j3k5m7",
  role_assignments: [
    { role_id: "role1", role_identifier: "admin", scope: null },
    { role_id: "role2", role_identifier: "auditor", scope: { type: "resource", id: "r1a2b3c4" } },
  ],
  session_count: 2,
  grant_count: 5,
} satisfies User;

/** Can't sign in, and the address isn't verified. */
export const bob: User = {
  id: userId("bo4def8hij2klm9opq5rst7uvw"),
  email: "bob@example.com",
  email_verified: false,
  identifier: "bo4def8hij2klm9opq5rst7uvw",
  zone_id: zoneId(zone.id),
  status: "disabled",
  created_at: ago(90),
  updated_at: ago(1.1),
  external: false,
  role_assignments: [],
  rolesCounted: "all",
  session_count: 0,
  grant_count: 0,
};

/** From a deployment that can have left out roles through groups. */
export const uncounted: User = {
  id: userId("un9def8hij2klm9opq5rst7uvw"),
  email: "dora@example.com",
  status: "active",
  role_assignments: [],
};

/** Roles of every origin that the API reports. */
export const member: User = {
  ...ada,
  id: userId("me1def8hij2klm9opq5rst7uvw"),
  external: false,
  groups: [{ id: "g1", name: "Support agents" }],
  role_assignments: [
    { role_identifier: "admin", scope: null, source: "user" },
    { role_identifier: "agent", scope: null, source: "group", group_id: "g1" },
    { role_identifier: "buyer", scope: null, source: "group", group_id: "g2" },
    { role_identifier: "guest", scope: null, source: "group" },
  ],
  rolesCounted: "all",
};

/** An older deployment that reports next to nothing. */
export const bare: User = { id: userId("ba5def8hij2klm9opq5rst7uvw"), email: "carol@example.com" };

/** Newer values than this extension knows. */
export const newer: User = {
  ...ada,
  id: userId("ne6def8hij2klm9opq5rst7uvw"),
  status: "pending_review",
  authenticated_at: "last Tuesday",
  role_assignments: [
    { role_identifier: "support", scope: null, source: "group", group_id: "g1" },
    { role_identifier: "reader" },
  ],
  ...{ locale: "de-AT", risk: { level: 2, reasons: ["new device"] } },
};

const RLO = String.fromCodePoint(0x202e);
const ZWSP = String.fromCodePoint(0x200b);

/** An account whose owner chose its values to mislead. */
export const hostile: User = {
  ...ada,
  id: userId("ho7def8hij2klm9opq5rst7uvw"),
  email: `admin${RLO}moc.elpmaxe@ecila${ZWSP}"><img src=x onerror=alert(1)>@evil.example`,
  status: `active${RLO} <b>verified</b>`,
  identifier: "i".repeat(400),
  subject: `a${"\u0301".repeat(60)}\nsecond line`,
  issuer: `https://${"very-long-issuer.".repeat(20)}example/<script>alert(1)</script>`,
  authenticated_at: "2026-02-31T99:99:99Z",
  role_assignments: Array.from({ length: 40 }, (_, place) => ({
    role_identifier: place === 1 ? `</li>${"long-role-name-".repeat(17)}` : `role-${place}`,
    scope: place % 2 === 0 ? null : { type: "resource", id: `r${"9".repeat(60)}${place}` },
  })),
  session_count: 1_000_000_000,
};

/** A record as large as a reply can be, with keys that every object has. */
export const flood: User = {
  ...bare,
  id: userId("fl8def8hij2klm9opq5rst7uvw"),
  email: `${"\u0300\u0489".repeat(1_000)}@example.com`,
  status: "\uD83D half a character, and a filler: \u3164",
  authenticated_at: "9999-12-31T23:59:59Z",
  created_at: "0000-01-01T00:00:00+23:59",
  role_assignments: Array.from({ length: 10_000 }, (_, n) => ({
    role_identifier: `role-${n}`,
    scope: null,
  })),
  ...JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": []}'),
  ...{ [`long\u202E${"key".repeat(100_000)}`]: "x".repeat(1_000_000) },
  ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`further-${n}`, n])),
};

/** A zone whose name was chosen to mislead. */
export const hostileZone: ZoneRef = {
  id: "z9evil8fk2m4q7w9x3c5v6b0na",
  name: `Production\u202E<b>${" of nobody".repeat(200)}`,
};

export const found = (user: User, ...more: User[]): Answer => ({
  state: "found",
  users: [user, ...more],
  asOf: Date.now(),
});

/** A cached answer, twelve minutes old. */
export const stale = (user: User): Answer => ({
  state: "found",
  users: [user],
  asOf: Date.now() - 12 * 60_000,
  stale: true,
});

export const absent: Answer = { state: "absent", asOf: 0 };

/** The result of searching other zones. */
export const looked = (found: Partial<Elsewhere>): ElsewhereReply => ({
  state: "looked",
  found: { hits: [], unsure: [], failed: [], denied: [], asked: 4, ...found },
});

/** Two zones have someone, one is uncertain, one can't be queried. */
export const lookedEverywhere = looked({
  hits: [
    { zone: staging, users: [{ ...ada, zone_id: zoneId(staging.id) }] },
    { zone: { id: "z3" }, users: [bob, { ...bare, email: "bob@example.com" }] },
  ],
  unsure: [{ zone: { id: "z4", name: "Legacy" }, doubt: "first-100-only" }],
  denied: [{ id: "z6", name: "Sandbox" }],
  asked: 5,
  failed: [{ zone: { id: "z5", name: "Partners" }, failure: { why: "forbidden", status: 403 } }],
});
