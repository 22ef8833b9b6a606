import { SCENARIOS } from "../scenarios/index.ts";
import { chromiumDriver } from "./driver.ts";
import { test } from "./fixtures.ts";

for (const { name, run, quick } of SCENARIOS)
  test(name, { tag: quick ? ["@quick"] : [] }, async ({ connected, sandbox }) =>
    run(chromiumDriver(connected, sandbox.url), sandbox),
  );
