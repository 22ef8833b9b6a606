import { expect, test } from "vitest";
import type { Policy } from "./policy.ts";
import { newSites, settingChanges, toTake } from "./settings-changes.ts";
import type { FileSettings } from "./settings-file.ts";

const now: FileSettings = {
  zone: { id: "z1", name: "One" },
  theme: "system",
  hoverMs: 250,
  subjects: ["{digit:21}"],
  sites: ["https://a.example/*", "https://b.example/*"],
  marks: ["https://a.example/*", "https://b.example/*"],
};
const free = { policy: {}, connected: true };

test("only what differs changes; a zone by its ID, marks in any order, sites only if they are new", () => {
  expect(settingChanges(now, structuredClone(now), free)).toEqual([]);
  const same: FileSettings = {
    zone: { id: "z1", name: "Renamed" },
    sites: ["https://a.example/*"],
    marks: ["https://b.example/*", "https://a.example/*"],
  };
  expect(settingChanges(now, same, free)).toEqual([]);
  const other: FileSettings = {
    zone: { id: "z2" },
    theme: "dark",
    sites: ["https://c.example/*"],
    marks: ["https://a.example/*", "https://c.example/*"],
  };
  const changes = settingChanges(now, other, free);
  expect(changes.map(({ field }) => field)).toEqual(["zone", "theme", "sites", "marks"]);
  expect(newSites(now, other)).toEqual(["https://c.example/*"]);
  expect(toTake(other, changes)).toEqual(other);
});

test("leaves what the organization has set, and the zone without a key", () => {
  const given: FileSettings = { zone: { id: "z2" }, subjects: [], theme: "light" };
  const policy = { subjectPatterns: ["{digit:21}"] };
  const changes = settingChanges(now, given, { policy, connected: false });
  expect(changes).toEqual([
    { field: "zone", left: "no-key" },
    { field: "subjects", left: "locked" },
    { field: "theme" },
  ]);
  expect(toTake(given, changes)).toEqual({ theme: "light" });
});

test.each<[given: FileSettings, policy: Policy]>([
  [{ zone: { id: "z2" } }, { zone: "z1" }],
  [{ subjects: [] }, { subjectPatterns: [] }],
  [{ lockAfterMin: 5 }, { lockAfterMin: 15 }],
  [{ consoleUrl: null }, { consoleUrl: "https://console.example" }],
])("%j is left because of %j, and only because of that", (given, policy) => {
  const others: Policy = {
    zone: "z1",
    subjectPatterns: [],
    lockAfterMin: 15,
    consoleUrl: "https://console.example",
    keepKey: "device",
    cacheMin: 0,
  };
  for (const key of Object.keys(policy)) delete others[key as keyof Policy];
  const [field] = Object.keys(given);
  for (const connected of [true, false])
    expect(settingChanges(now, given, { policy, connected })).toEqual([{ field, left: "locked" }]);
  expect(settingChanges(now, given, { policy: others, connected: true })).toEqual([{ field }]);
});

test("each given setting changes if none was chosen", () => {
  const given: FileSettings = {
    zone: { id: "z1" },
    modifier: "Alt",
    hoverMs: 300,
    subjects: [],
    lockAfterMin: 5,
    consoleUrl: null,
    theme: "dark",
    sites: ["https://a.example/*"],
    marks: ["https://a.example/*"],
  };
  const changes = settingChanges({}, given, free);
  expect(changes.map(({ field }) => field)).toEqual(Object.keys(given));
  expect(newSites({}, given)).toEqual(given.sites);
  // An empty list of marks is the same as none.
  expect(settingChanges({}, { sites: [], marks: [] }, free)).toEqual([]);
  expect(newSites(now, {})).toEqual([]);
  // Sites are compared by themselves.
  expect(settingChanges(now, { sites: ["https://a.example/*"] }, free)).toEqual([]);
});

test.each<[string, string[]]>([
  ["one fewer", ["https://a.example/*"]],
  ["none", []],
  ["another one", ["https://a.example/*", "https://c.example/*"]],
  ["one more", ["https://a.example/*", "https://b.example/*", "https://c.example/*"]],
])("marks change: %s", (_, marks) => {
  expect(settingChanges(now, { marks }, free)).toEqual([{ field: "marks" }]);
});
