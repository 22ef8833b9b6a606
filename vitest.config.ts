import { defineConfig } from "vitest/config";

/** Tests of what is shipped, which first has to be built. */
const OF_PACKAGES = ["tests/unit/{package*,manifest}.test.ts"];

/** Tests that replace a global or a module: each gets its own process. */
const ALONE = [
  "lib/worker/**/*.test.ts",
  "lib/page/{card,look,marks,scan}/**/*.test.ts",
  "lib/sites/sites.test.ts",
  "lib/contract/background.test.ts",
  "components/connection/watch-for-lock.test.ts",
];

export default defineConfig({
  // Constants that the build inserts (lib/build.ts), with a release's values.
  define: { __API_ORIGIN__: JSON.stringify("https://api.keycard.ai") },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    setupFiles: ["tests/unit/language.setup.ts", "tests/unit/words.setup.ts"],
    // Vitest's default leaves one core idle, which on two cores is half.
    maxWorkers: "100%",
    // Ends a test that hangs, on any busy machine. No test checks how long something takes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,sandbox,packaging,tests/unit}/**/*.test.{ts,tsx}"],
          exclude: [...OF_PACKAGES, ...ALONE],
          // Loading the same modules again for each file took longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "alone", include: ALONE },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: OF_PACKAGES,
          globalSetup: ["tests/unit/package-builds.ts"],
          setupFiles: ["tests/unit/package.setup.ts"],
          // Last, because they wait for the builds.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
