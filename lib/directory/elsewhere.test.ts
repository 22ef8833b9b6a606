import { expect, test } from "vitest";
import { lookElsewhere } from "./elsewhere.ts";
import { person } from "./fake-zone.ts";

const zones = Array.from({ length: 10 }, (_, n) => ({ id: `zone${n}`, name: `Zone ${n}` }));

test("lists every hit, every doubt and every failure with its zone, and asks four at a time", async () => {
  let running = 0;
  let most = 0;
  const found = await lookElsewhere(zones, async ({ id }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    if (id === "zone3") return { state: "found", users: [person(3)], asOf: 0 };
    if (id === "zone5") return { state: "inconclusive", doubt: "first-100-only", asOf: 0 };
    if (id === "zone7") return { state: "failed", failure: { why: "forbidden" } };
    return { state: "absent", asOf: 0 };
  });
  expect(most).toBe(4);
  expect(found).toEqual({
    hits: [{ zone: zones[3], users: [person(3)] }],
    unsure: [{ zone: zones[5], doubt: "first-100-only" }],
    failed: [{ zone: zones[7], failure: { why: "forbidden" } }],
    denied: expect.any(Array),
    asked: 10,
  });
  expect(new Set(found.denied)).toEqual(
    new Set(zones.filter((_, place) => ![3, 5, 7].includes(place))),
  );
});
