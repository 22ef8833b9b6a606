import { expect, it } from "vitest";
import { userId } from "../../lib/keycard/ids.ts";
import { UNSEEN } from "../parts/unseen.ts";
import { otto, samir, suki } from "../testing/sample-cases.ts";
import {
  ada,
  bare,
  bob,
  flood,
  hostile,
  member,
  newer,
  uncounted,
} from "../testing/sample-users.ts";
import { summaryLine } from "./summary-line.ts";

it("says who, status, verification, roles, last sign-in and ID", () => {
  expect(summaryLine({ ...ada, authenticated_at: "2026-11-02T09:14:37Z" })).toBe(
    "ada.lovelace@example.com · Active · e-mail verified · roles: admin (zone), auditor (resource r1a2b3c4) · last sign-in 2026-11-02 09:14 UTC · Keycard ID ab3def8hij2klm9opq5rst7uvw",
  );
});

it("tells none from not reported", () => {
  expect(summaryLine(bob)).toBe(
    "bob@example.com · Disabled · e-mail not verified · no roles · last sign-in never, or not reported · Keycard ID bo4def8hij2klm9opq5rst7uvw",
  );
  expect(summaryLine(bare)).toBe(
    "carol@example.com · status not reported · verification not reported · roles not reported · last sign-in never, or not reported · Keycard ID ba5def8hij2klm9opq5rst7uvw",
  );
});

it("says no roles only where those through groups were counted", () => {
  expect(summaryLine(uncounted)).toContain(" · no direct roles · ");
});

it("says where roles come from", () => {
  expect(summaryLine(member)).toContain(
    "roles: admin (direct, zone), agent (via group Support agents, zone), buyer (via group g2, zone), guest (via group, zone) · ",
  );
  const groups = [{ id: userId("g1"), name: "x · y\n" }];
  expect(summaryLine({ ...member, groups })).toContain("via group x <U+00B7> y<U+000A>, zone)");
});

it("says who is managed by a directory, whose role it is, and names what is named beside it", () => {
  expect(summaryLine(samir)).toMatch(
    /^samir@example\.com · Active · managed by your directory · e-mail verified · roles: on-call \(via group On call, zone\), admin \(via group On call, zone\) · /,
  );
  expect(summaryLine(otto)).toContain(
    "roles: admin (platform role, direct, zone), admin (customer role, direct, zone), ",
  );
  expect(summaryLine(suki, (thing) => ({ ...thing, name: "x · y" }))).toContain(
    "roles: auditor (direct, zone x <U+00B7> y), ",
  );
});

it("leaves out an e-mail address that is not there", () => {
  expect(summaryLine({ id: bare.id })).toMatch(/^status not reported · /);
});

it("shows values it does not know as they are", () => {
  expect(summaryLine(newer)).toContain(" · pending_review · ");
  expect(summaryLine(newer)).toContain(" · last sign-in last Tuesday · ");
});

it("stays one line that nothing turns around", () => {
  const line = summaryLine({ ...hostile, status: "a\nb\u2028c" });
  expect(line).toContain("a<U+000A>b<U+2028>c");
  expect(line).toContain("admin<U+202E>moc");
  expect(line).not.toMatch(UNSEEN);
});

it("a role's name adds no line", () => {
  const role_assignments = [{ role_identifier: "admin\r\n\u2029| x |\u0085y", scope: null }];
  expect(summaryLine({ ...ada, role_assignments })).toContain(
    "roles: admin<U+000D><U+000A><U+2029>| x |<U+0085>y (zone)",
  );
});

it("a value adds no part to the line", () => {
  const line = summaryLine({
    ...ada,
    email: "ada@example.com · Active",
    status: "\u00b7 x\u3000• y",
    role_assignments: [{ role_identifier: "col·lega ∙", scope: null }],
  });
  expect(line).toMatch(/^ada@example\.com <U\+00B7> Active · <U\+00B7> x\u3000<U\+2022> y · /);
  expect(line).toContain("roles: col·lega <U+2219> (zone) · ");
  expect(line.split(" · ")).toHaveLength(6);
});

it("stays as short as a line in a ticket may be", () => {
  const line = summaryLine(flood);
  expect(line).toContain("role-19 (zone) and 9,980 more");
  expect(line.length).toBeLessThan(2_000);
});
