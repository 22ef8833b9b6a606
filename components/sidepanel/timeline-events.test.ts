import { expect, test } from "vitest";
import { adaGrants, adaSessions, renewingGrants } from "../testing/sample-belongings.ts";
import { ada } from "../testing/sample-users.ts";
import { timelineEvents } from "./timeline-events.ts";

const at = (text: string) => Date.parse(text);
const who = { id: ada.id };

test("everything with a readable date, the earliest first, with its end", () => {
  const user = { ...who, created_at: "2026-01-01T00:00:00Z", authenticated_at: "yesterday" };
  expect(timelineEvents(user, adaSessions, adaGrants)).toEqual([
    { kind: "created", from: at("2026-01-01T00:00:00Z") },
    {
      kind: "grant",
      from: at("2026-09-01T10:00:00Z"),
      until: at("2026-12-20T09:00:00Z"),
      thing: { kind: "resources", id: "res1" },
    },
    {
      kind: "session",
      from: at("2026-10-20T08:00:00Z"),
      thing: { kind: "user-agents", id: "ua1" },
      name: "Safari",
    },
    {
      kind: "session",
      from: at("2026-11-02T09:14:00Z"),
      until: at("2026-12-20T09:00:00Z"),
      thing: { kind: "applications", id: "app1" },
      name: "Firefox on Linux",
    },
  ]);
});

test("an end before the beginning is ignored", () => {
  const backwards = { id: "s1", user_id: ada.id, created_at: "2026-01-02T00:00:00Z" };
  expect(timelineEvents(who, [{ ...backwards, expires_at: "2026-01-01T00:00:00Z" }], [])).toEqual([
    { kind: "session", from: at("2026-01-02T00:00:00Z") },
  ]);
});

test("what is renewed has no end, unless it was revoked", () => {
  const grants = [
    ...renewingGrants,
    ...renewingGrants.map((grant) => ({ ...grant, status: "revoked" })),
  ];
  const ends = timelineEvents(who, [], grants).map(({ until }) => until);
  expect(ends).toEqual(["open", at("2026-12-20T09:00:00Z"), "open", at("2026-11-02T09:00:00Z")]);
});
