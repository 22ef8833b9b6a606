import { expect, test } from "vitest";
import { elsewhereReply } from "./elsewhere.ts";
import { person } from "./fake-zone.ts";

const zone = { id: "z1", name: "Zone", slug: "zone" };
const found = {
  hits: [{ zone, users: [person(1)] }],
  unsure: [{ zone, doubt: "first-100-only" }],
  failed: [{ zone: { id: "z2" }, failure: { why: "forbidden" } }],
  denied: [{ id: "z9" }],
  asked: 3,
};

test.each([
  [{ state: "looked", found }],
  [{ state: "unlisted" }],
  [{ state: "failed", failure: { why: "tooFast" } }],
])("what the other zones said comes through whole: %j", (given) => {
  expect(elsewhereReply.parse(given)).toEqual(given);
});

test.each([
  ["half a number of zones", { state: "looked", found: { ...found, asked: 0.5 } }],
  ["a hit without its zone", { state: "looked", found: { ...found, hits: [{ users: [] }] } }],
  ["a failure without a reason", { state: "failed" }],
  ["a state that nobody knows", { state: "listed" }],
])("%s is no reply", (_, given) => {
  expect(elsewhereReply.safeParse(given).success).toBe(false);
});
