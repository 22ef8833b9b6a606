import { expect, test } from "vitest";
import { keyPowers } from "./key-powers.ts";

const NONE = { read: false, create: false, update: false, delete: false };
const READS = { ...NONE, read: true };
const ALL = { read: true, create: true, update: true, delete: true };

test("lists what can be changed, and what can't be read among the things shown here", () => {
  expect(keyPowers({ zones: READS, users: ALL, sessions: NONE, delegated_grants: NONE })).toEqual({
    changes: ["users"],
    cannotRead: ["sessions", "delegated grants"],
  });
});

test("claims nothing about a key that reads everything and no more", () => {
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
  ["an ambiguous action that is allowed", { use: true, read: true }],
  ["an ambiguous action that isn't allowed", { use: false }],
  ["no actions", {}],
  ["one allowed way to read it", { list: false, retrieve: true }],
  ["another allowed action, which may include reading", { read: false, use: true }],
])("claims nothing about sessions with %s", (_, sessions) => {
  expect(keyPowers({ sessions })).toBeUndefined();
});

test.each(["users:write", "update_status", "revokeAll", "MANAGE", "rotate"])(
  "%s counts as changing",
  (action) => {
    expect(keyPowers({ users: { [action]: true } })?.changes).toEqual(["users"]);
    expect(keyPowers({ users: { [action]: false } })).toBeUndefined();
  },
);

test.each(["read", "list", "get", "view", "retrieve", "search", "list_all"])(
  "%s counts as reading",
  (action) => {
    expect(keyPowers({ users: { [action]: false } })).toEqual({
      changes: [],
      cannotRead: ["users"],
    });
    expect(keyPowers({ users: { [action]: true } })).toBeUndefined();
  },
);

test("doesn't list as unreadable what this extension doesn't show", () => {
  expect(keyPowers({ policies: NONE, zones: NONE })).toBeUndefined();
});

test("limits the number of types and the length of their names", () => {
  const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`type${n}`, ALL]));
  expect(keyPowers(many)?.changes).toHaveLength(20);
  const longest = "x".repeat(40);
  expect(keyPowers({ [longest]: ALL })?.changes).toEqual([longest]);
  expect(keyPowers({ ["x".repeat(41)]: ALL, "": ALL, "\u202E": ALL })).toBeUndefined();
});
