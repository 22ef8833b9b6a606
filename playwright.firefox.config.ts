import { defineConfig } from "@playwright/test";
import chromium from "./playwright.config.ts";

/**
 * Real Firefox, the built extension, real HTTP to the sandbox. Only Playwright's test runner is used: its own Firefox
 * loads no extensions, so the browser is driven over Marionette (tests/harness/firefox).
 */
export default defineConfig({
  ...chromium,
  testDir: "tests/firefox",
  globalSetup: "./tests/firefox/global-setup.ts",
  // They wait more than they compute.
  workers: 3,
  outputDir: ".output/firefox/results",
  expect: { timeout: 20_000 },
});
