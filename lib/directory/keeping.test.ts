import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { ANSWERS, clearCached, ZONES } from "./keeping.ts";

test("removes everything cached about people and zones, under every key, and nothing else", async () => {
  const area = memoryArea({
    [`${ANSWERS}one.id:u1`]: { state: "absent" },
    [`${ANSWERS}other.id:u1`]: { state: "absent" },
    [`${ZONES}one`]: { contract: "filters" },
    token: "stays",
    [`the ${ANSWERS}`]: "stays",
    [`the ${ZONES}`]: "stays",
  });
  await clearCached(area);
  expect(Object.values(area.all())).toEqual(["stays", "stays", "stays"]);
});
