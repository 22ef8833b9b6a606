import type { FullConfig } from "@playwright/test";
import { ensureFirefox } from "../../scripts/firefox.ts";
import { setUpStations } from "../harness/stations.ts";

/** A sandbox for each worker, and a build for each sandbox. */
export default function setUp(config: FullConfig): Promise<() => Promise<void>> {
  ensureFirefox();
  return setUpStations(config.workers, "firefox");
}
