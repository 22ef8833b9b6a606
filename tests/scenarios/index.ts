import { HOVER } from "./hover.ts";
import type { Scenario } from "./scenario.ts";

/** What holds in every browser; each has tests of its own besides for what only it can do. */
export const SCENARIOS: readonly Scenario[] = [...HOVER];
