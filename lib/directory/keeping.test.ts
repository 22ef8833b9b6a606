import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { ANSWERS, clearCached, writeMakingRoom, ZONES } from "./keeping.ts";

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

test("to make room for something, removes what is cached before writing, and says whether it was written", async () => {
  const area = memoryArea({ [`${ANSWERS}one.id:u1`]: { state: "absent" }, token: "stays" });
  const before: object[] = [];
  const write = async () => void before.push(area.all());
  expect(await writeMakingRoom(area, write)).toBe(true);
  expect(before).toEqual([{ token: "stays" }]);
  expect(await writeMakingRoom(area, () => Promise.reject(new Error("quota")))).toBe(false);
});
