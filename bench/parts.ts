import { measureFinding } from "./finding.ts";
import { measureHover } from "./hover.ts";
import { measureLongTasks } from "./long-tasks.ts";
import { measureLookUps } from "./look-ups.ts";
import { measurePageCost } from "./page-cost.ts";
import { measurePopup } from "./popup.ts";
import { measureReadingPaths } from "./reading-paths.ts";
import { measureShown } from "./shown.ts";
import { measureShownInFirefox } from "./shown-firefox.ts";
import { measureSizes } from "./sizes.ts";
import type { Report } from "./table.ts";
import { measureWorkerMemory } from "./worker-memory.ts";
import { measureZoneSize } from "./zone-size.ts";

/** The parts of the benchmark. Each receives a folder for its builds. */
export const PARTS: Readonly<Record<string, (folder: string) => Promise<Report>>> = {
  "look-ups": measureLookUps,
  "zone-size": measureZoneSize,
  "worker-memory": measureWorkerMemory,
  finding: measureFinding,
  hover: measureHover,
  shown: measureShown,
  "shown-firefox": measureShownInFirefox,
  "reading-paths": measureReadingPaths,
  "page-cost": measurePageCost,
  "long-tasks": measureLongTasks,
  popup: measurePopup,
  sizes: measureSizes,
};
