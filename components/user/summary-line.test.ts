import { afterEach, expect, it, vi } from "vitest";
import { userId } from "../../lib/keycard/ids.ts";
import type { User } from "../../lib/keycard/index.ts";
import { UNSEEN } from "../parts/unseen.ts";
import { dana, fay, greta, lena, nora, otto, petra, samir, suki } from "../testing/sample-cases.ts";
import {
  ada,
  bare,
  bob,
  flood,
  hostile,
  hostileZone,
  member,
  newer,
  staging,
  uncounted,
  zone,
} from "../testing/sample-users.ts";
import { summaryLine } from "./summary-line.ts";
import type { NameOf } from "./thing-names.ts";

afterEach(() => vi.unstubAllEnvs());

const NAMES: Partial<Record<string, string>> = {
  providers: "Acme Identity",
  resources: "Payments API",
  zones: "Staging",
};

const nameOf: NameOf = (thing) => {
  const name = NAMES[thing.kind];
  return { ...thing, ...(name !== undefined && { name }) };
};

/** The parts of a line. */
const parts = (...asked: Parameters<typeof summaryLine>) => summaryLine(...asked).split(" · ");

it.each(["UTC", "Asia/Tokyo"])("says all that a ticket needs, to a reader in %s too", (own) => {
  vi.stubEnv("TZ", own);
  const user = { ...ada, authenticated_at: "2026-11-02T09:14:37Z" };
  const asOf = Date.UTC(2026, 10, 5, 23, 2);
  expect(summaryLine(user, { nameOf, zone, asOf })).toBe(
    "ada.lovelace@example.com: active, e-mail verified · admin, auditor (Payments API) · last sign-in 2 Nov 2026 09:14 UTC via Acme Identity · zone Production · ID ab3def8hij2klm9opq5rst7uvw · checked 5 Nov 2026 23:02 UTC",
  );
});

it("says what is wrong as the card does, and nothing twice", () => {
  expect(summaryLine(bob, { zone })).toBe(
    "bob@example.com: disabled, e-mail not verified · Disabled: can’t sign in. No sign-in on record · no roles · zone Production · ID bo4def8hij2klm9opq5rst7uvw",
  );
  expect(parts(lena)[1]).toBe("No sign-in on record. Managed by your directory: change it there");
  expect(summaryLine(lena).match(/sign-in on record/gi)).toHaveLength(1);
  const { authenticated_at: _, ...never } = { ...dana, session_count: 0 };
  expect(parts(never)).toContain("no sign-in on record");
});

it("tells none from not reported, and doesn't mention what wasn't sent", () => {
  expect(summaryLine(bare)).toBe(
    "carol@example.com: status not reported, verification not reported · No sign-in on record · roles not reported · ID ba5def8hij2klm9opq5rst7uvw",
  );
});

it("says no roles only if roles through groups were counted", () => {
  expect(parts(uncounted)).toContain("no direct roles");
});

it("names roles and what is special about each: another scope, another zone, a group, an owner", () => {
  expect(parts(member)[1]).toBe(
    "admin, agent (via group Support agents), buyer (via group g2), guest (via group)",
  );
  expect(parts(ada)[1]).toBe("admin, auditor (resource r1a2b3c4)");
  expect(parts(nora, { nameOf })[1]).toContain("billing-viewer (via group Billing, Payments API)");
  expect(parts(otto)[1]).toContain("admin (platform role), admin (customer role), ");
  expect(parts(suki, { nameOf })[1]).toBe(
    "auditor (zone Staging), developer (this zone), support-agent (this zone)",
  );
});

it("says how the last sign-in happened only if there is one way", () => {
  expect(summaryLine(nora)).toMatch(/ · last sign-in [^·]* UTC via Acme Identity · /);
  expect(summaryLine(petra)).toMatch(
    / · last sign-in [^·]* UTC · signs in with Keycard password, Acme Identity · /,
  );
  expect(summaryLine(fay)).toContain(" · signs in with Northwind SSO, Example Social, Provider");
  expect(summaryLine(greta)).toContain(" UTC via old-sso.acme.example (provider deleted) · ");
  expect(summaryLine(ada)).toContain(" UTC via accounts.google.com · ");
});

it("names the record's zone if it differs from the one that was queried", () => {
  expect(parts(ada, { zone: staging })).toContain(`zone ${ada.zone_id}`);
  expect(parts(bare, { zone: staging })).toContain("zone Staging");
});

it("omits a missing e-mail address", () => {
  expect(summaryLine({ id: bare.id })).toMatch(
    /^status not reported, verification not reported · /,
  );
});

it("shows unknown values as they are", () => {
  expect(summaryLine(newer)).toMatch(
    /: pending_review, e-mail verified · Keycard reports the status “pending_review”, which this version doesn’t know · /,
  );
  expect(summaryLine(newer)).toContain(" · last sign-in last Tuesday via ");
});

it("stays one line in which nothing reverses the text direction", () => {
  const line = summaryLine({ ...hostile, status: "a\nb\u2028c" }, { zone: hostileZone });
  expect(line).toContain("a<U+000A>b<U+2028>c");
  expect(line).toContain("admin<U+202E>moc");
  expect(line).not.toMatch(UNSEEN);
});

it("a role's name adds no line", () => {
  const role_assignments = [{ role_identifier: "admin\r\n\u2029| x |\u0085y", scope: null }];
  expect(parts({ ...ada, role_assignments })[1]).toBe(
    "admin<U+000D><U+000A><U+2029>| x |<U+0085>y",
  );
});

it("a value adds no part to the line", () => {
  const forged: User = {
    ...ada,
    email: "ada@example.com · Active",
    status: "\u00b7 x\u3000• y",
    authenticated_at: "never · disabled",
    role_assignments: [
      { role_identifier: "col·lega ∙", scope: null, source: "group", group_id: "g1" },
    ],
    groups: [{ id: userId("g1"), name: "x · y\n" }],
    credentials: [
      { type: "federation", provider_id: "p", provider: { id: "p", name: "a · zone b" } },
    ],
  };
  const line = summaryLine(forged, {
    zone: { id: String(ada.zone_id), name: "P · ID 1" },
    asOf: 0,
  });
  expect(line).toMatch(/^ada@example\.com <U\+00B7> Active: <U\+00B7> x\u3000<U\+2022> y, /);
  expect(line).toContain(" · col·lega <U+2219> (via group x <U+00B7> y<U+000A>) · ");
  expect(line).toContain("last sign-in never <U+00B7> disabled via a <U+00B7> zone b");
  expect(line).toContain("zone P <U+00B7> ID 1");
  expect(line.split(" · ")).toHaveLength(7);
});

it("a value adds no fact to its part", () => {
  const forged: User = {
    ...ada,
    email: "ada@example.com: active, e-mail verified",
    email_verified: false,
    status: "active, e-mail verified",
    role_assignments: [{ role_identifier: "x, admin (zone)，y", scope: null }],
  };
  expect(summaryLine(forged)).toMatch(
    /^ada@example\.com<U\+003A> active<U\+002C> e-mail verified: active<U\+002C> e-mail verified, e-mail not verified · /,
  );
  expect(summaryLine(forged)).toContain(" · x<U+002C> admin <U+0028>zone)<U+FF0C>y · ");
});

it("stays short enough for a line in a ticket", () => {
  const line = summaryLine(flood);
  expect(line).toContain("role-19 and 9,980 more");
  expect(line.length).toBeLessThan(2_000);
});

it("says if a directory manages the user", () => {
  expect(parts(samir)[1]).toBe("Managed by your directory: change it there");
});
