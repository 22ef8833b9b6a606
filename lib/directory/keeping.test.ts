import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { ANSWERS, clearKept, ZONES } from "./keeping.ts";

test("all that is kept of people and zones goes, of every key, and nothing else", async () => {
  const area = memoryArea({
    [`${ANSWERS}one.id:u1`]: { state: "absent" },
    [`${ANSWERS}other.id:u1`]: { state: "absent" },
    [`${ZONES}one`]: { contract: "filters" },
    token: "stays",
    [`the ${ANSWERS}`]: "stays",
    [`the ${ZONES}`]: "stays",
  });
  await clearKept(area);
  expect(Object.values(area.all())).toEqual(["stays", "stays", "stays"]);
});
