import { defineConfig } from "@playwright/test";

/** Real Chromium, the built extension, real HTTP to the sandbox. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  snapshotPathTemplate: "{testDir}/gallery/pictures/{arg}{ext}",
  outputDir: ".output/e2e/results",
  // On two cores, which two workers keep busy.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  // A test that fails now and then shows a bug, in the product or in the test: `npm run steady` finds it.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  // Without snapshots, which would inject scripts into the pages, and without screenshots, which cost more than the
  // tests.
  use: {
    trace: process.env["KEYCARD_E2E_TRACE"]
      ? { mode: "retain-on-failure", snapshots: false, screenshots: false }
      : "off",
  },
});
