import { expect, test } from "vitest";
import { keyPowers } from "./key-powers.ts";

const NONE = { read: false, create: false, update: false, delete: false };
const READS = { ...NONE, read: true };
const ALL = { read: true, create: true, update: true, delete: true };

test("what may be changed is told, and of the things shown here what may not be read", () => {
  expect(keyPowers({ zones: READS, users: ALL, sessions: NONE, delegated_grants: NONE })).toEqual({
    changes: ["users"],
    cannotRead: ["sessions", "delegated grants"],
  });
});

test("of a key that reads everything and no more, nothing is told", () => {
  expect(keyPowers({ zones: READS, users: READS, sessions: READS })).toBeUndefined();
  expect(keyPowers({})).toBeUndefined();
});

test.each([
  ["delegated-grants", "delegated grants"],
  ["DelegatedGrants", "delegated grants"],
  ["delegated_grant", "delegated grants"],
  ["User", "users"],
  ["policy-sets", "policy sets"],
])("%s is the same as %s", (type, thing) => {
  expect(keyPowers({ [type]: ALL })).toEqual({ changes: [thing], cannotRead: [] });
});

test.each([
  ["an action of no certain meaning, allowed", { use: true, read: true }],
  ["an action of no certain meaning, not allowed", { use: false }],
  ["no actions", {}],
  ["one way to read it that is allowed", { list: false, retrieve: true }],
  ["another action that is allowed, by which it may be read", { read: false, use: true }],
])("nothing is told of sessions with %s", (_, sessions) => {
  expect(keyPowers({ sessions })).toBeUndefined();
});

test.each(["users:write", "update_status", "revokeAll", "MANAGE"])("%s changes", (action) => {
  expect(keyPowers({ users: { [action]: true } })?.changes).toEqual(["users"]);
  expect(keyPowers({ users: { [action]: false } })).toBeUndefined();
});

test("what this extension does not show is not told to be unreadable", () => {
  expect(keyPowers({ policies: NONE, zones: NONE })).toBeUndefined();
});

test("as many types as no honest zone has, or names as long, are not all told", () => {
  const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`type${n}`, ALL]));
  expect(keyPowers(many)?.changes).toHaveLength(20);
  expect(keyPowers({ ["x".repeat(41)]: ALL, "": ALL, "\u202E": ALL })).toBeUndefined();
});
