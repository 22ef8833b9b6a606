import { expect, test } from "vitest";
import { requestKind } from "./request-kind.ts";

test.each([
  [["zones"], "zones"],
  [["zones", "z1"], "zone"],
  [["zones", "z1", "users"], "users"],
  [["zones", "z1", "users", "u1"], "user"],
  [["zones", "z1", "sessions"], "sessions"],
  [["zones", "z1", "delegated-grants"], "grants"],
  [["zones", "z1", "providers", "p1"], "provider"],
  [["zones", "z1", "applications", "a1"], "application"],
  [["zones", "z1", "resources", "r1"], "resource"],
  [["zones", "z1", "user-agents", "ua1"], "user-agent"],
  [["zones", "z1", "groups", "g1"], "group"],
  [["zones", "z1", "roles", "r1"], "role"],
  [["zones", "z1", "providers"], "provider"],
  [["zones", "z1", "applications"], "application"],
  [["zones", "z1", "resources"], "resource"],
  [["zones", "z1", "user-agents"], "user-agent"],
  [["zones", "z1", "groups"], "group"],
  [["zones", "z1", "roles"], "role"],
  [["zones", "users", "members"], "other"],
  [["ada@example.com"], "other"],
])("%j is a request for %s", (segments, kind) => {
  expect(requestKind(segments)).toBe(kind);
});
