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
  // The machines are shared and noisy: there a test may be run twice more, and is then listed as flaky.
  retries: process.env["CI"] === undefined ? 0 : 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
});
