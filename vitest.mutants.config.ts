import { defineConfig } from "vitest/config";

/** The unit tests that check mutants: of one folder of lib at a time, passed as `dir` (scripts/mutants.ts). */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: [
      // Random inputs only: a mutant that one run catches can survive the next.
      "**/{properties,any-reply,schedules}.test.ts",
      // Reads the source, which is full of mutants here.
      "**/only-request-calls-fetch.test.ts",
    ],
    // Each mutant gets its own worker anyway; loading everything again for each file takes twice as long.
    isolate: false,
    // The same as the timeout in stryker.config.js: no mutant is killed by the clock.
    testTimeout: 20_000,
  },
});
