import { SCENARIOS } from "../scenarios/index.ts";
import { test } from "./fixtures.ts";

for (const { name, run } of SCENARIOS)
  test(name, async ({ connected, sandbox }) => run(connected, sandbox));
