import { defineConfig } from "@playwright/test";

/** Real Chromium, the built extension, real HTTP to the sandbox. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  snapshotPathTemplate: "{testDir}/gallery/pictures/{arg}{ext}",
  outputDir: ".output/e2e/results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  // A test that fails now and then is a fault, of the product or of the test: `npm run steady` finds it. CI may try a
  // test once more until all that it finds are mended.
  retries: process.env["CI"] === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  // Without snapshots, which would put scripts into the pages, and without pictures, which cost more than the tests.
  use: {
    trace: process.env["KEYCARD_E2E_TRACE"]
      ? { mode: "retain-on-failure", snapshots: false, screenshots: false }
      : "off",
  },
});
