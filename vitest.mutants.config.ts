import { defineConfig } from "vitest/config";

/** The unit tests that mutants have to get past: of one folder of lib at a time, as `dir` (scripts/mutants.ts). */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: [
      // Random inputs alone: a mutant that one run catches can survive the next.
      "**/{properties,any-reply,schedules}.test.ts",
      // Reads the source, which is full of mutants here.
      "**/only-request-calls-fetch.test.ts",
    ],
    // Each mutant gets a worker of its own anyway; loading everything anew for each file takes twice as long.
    isolate: false,
    // As the time-out in stryker.config.js: no mutant is caught by the clock.
    testTimeout: 20_000,
  },
});
