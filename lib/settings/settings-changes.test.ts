import { expect, test } from "vitest";
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

test("only what differs changes; a zone by its ID, marks in any order, sites only by new ones", () => {
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

test("what the organization has set is left, and the zone without a key", () => {
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
