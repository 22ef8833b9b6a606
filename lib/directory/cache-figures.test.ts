import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { cacheFigures } from "./cache-figures.ts";
import { ANSWERS, ZONES } from "./keeping.ts";

test("counts answers by their state, and reveals nothing else about them", async () => {
  const area = memoryArea();
  expect(await cacheFigures(area)).toEqual({
    found: 0,
    absent: 0,
    inconclusive: 0,
    contract: "unknown",
  });
  await area.set({
    [`${ANSWERS}s.email:ada@example.com`]: { state: "found", users: [{ id: "u1" }], asOf: 1 },
    [`${ANSWERS}s.id:u2`]: { state: "absent", asOf: 1 },
    [`${ANSWERS}s.id:u3`]: { state: "absent", asOf: 1 },
    [`${ZONES}s`]: { contract: "first-100", users: [{ id: "u1" }], learnedAt: 1 },
    token: "secret",
  });
  expect(await cacheFigures(area)).toEqual({
    found: 1,
    absent: 2,
    inconclusive: 0,
    contract: "first-100",
  });
});
