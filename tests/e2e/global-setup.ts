import type { FullConfig } from "@playwright/test";
import { ensureChromium } from "../../scripts/chromium.ts";
import { setUpStations } from "../harness/stations.ts";

/** A sandbox for each worker, and a build for each sandbox. */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  await ensureChromium();
  return setUpStations(config.workers, "chrome");
}
