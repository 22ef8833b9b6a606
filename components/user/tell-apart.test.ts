import { expect, it } from "vitest";
import { userId } from "../../lib/keycard/ids.ts";
import type { User } from "../../lib/keycard/index.ts";
import { ada } from "../testing/sample-users.ts";
import {
  lastSignInDistinction,
  rolesDistinction,
  signInDistinction,
  tellApart,
} from "./tell-apart.ts";

const now = Date.parse("2026-11-30T12:00:00Z");
const DISTINCTIONS = [signInDistinction, lastSignInDistinction(now), rolesDistinction];

const apart = (...users: User[]) => tellApart(users, () => undefined, DISTINCTIONS);

const one: User = {
  ...ada,
  issuer: "https://sso.northwind.example/oauth2",
  authenticated_at: "2026-11-23T11:00:00Z",
  role_assignments: [{ role_identifier: "support-agent", scope: null }],
};
const other = { ...one, id: userId("zz3def8hij2klm9opq5rst7xyz") };

it("says what differs first, then what is the same", () => {
  const never: User = { ...other, session_count: 0 };
  delete never.authenticated_at;
  expect(apart(one, never).map(({ said }) => said)).toEqual([
    ["last sign-in 1 week ago", "sso.northwind.example", "support-agent"],
    ["no sign-in on record", "sso.northwind.example", "support-agent"],
  ]);
});

it("doesn't claim that someone with a session never signed in", () => {
  const hasSession: User = { ...other, session_count: 1 };
  delete hasSession.authenticated_at;
  expect(apart(one, hasSession)[1]?.said[0]).toBe("last sign-in not reported");
});

it("gives two users who are otherwise identical different ID endings", () => {
  const ends = (...ids: string[]) =>
    apart(...ids.map((id) => ({ ...one, id: userId(id) }))).map(({ idEnd }) => idEnd);
  expect(ends(one.id, other.id)).toEqual(["…t7uvw", "…t7xyz"]);
  expect(ends("a-1-same-end", "b-2-same-end")).toEqual(["…1-same-end", "…2-same-end"]);
  expect(ends("same-end", "xsame-end")).toEqual(["same-end", "…same-end"]);
});

it("names the address only if it differs", () => {
  expect(apart(one, { ...other, email: "other@example.com" })[1]?.said[0]).toBe(
    "other@example.com",
  );
  expect(apart(one, other)[1]?.said.join()).not.toContain("@");
});

it("names two roles and counts the rest; claims none only with proof", () => {
  const roles = ["a", "b", "c", "d"].map((name) => ({ role_identifier: name, scope: null }));
  const none: User = { ...other, role_assignments: [] };
  const said = apart({ ...one, role_assignments: roles }, none).map((each) => each.said[0]);
  expect(said).toEqual(["a, b, +2", "No direct roles"]);
});

it("shows an invalid time as it came", () => {
  expect(apart({ ...one, authenticated_at: "last Tuesday" }, other)[0]?.said[0]).toBe(
    "last sign-in last Tuesday",
  );
});
