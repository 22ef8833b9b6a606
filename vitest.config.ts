import { defineConfig } from "vitest/config";

/** Tests of what is shipped, which first has to be built. */
const OF_PACKAGES = ["tests/unit/{package*,manifest}.test.ts"];

export default defineConfig({
  // What the build writes into the code (lib/build.ts), as a release has it.
  define: { __API_ORIGIN__: JSON.stringify("https://api.keycard.ai") },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    setupFiles: ["tests/unit/language.setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,sandbox,packaging,tests/unit}/**/*.test.{ts,tsx}"],
          exclude: OF_PACKAGES,
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: OF_PACKAGES,
          globalSetup: ["tests/unit/package-builds.ts"],
        },
      },
    ],
  },
});
