import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["{lib,components,sandbox,tests/unit}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["tests/unit/language.setup.ts"],
  },
});
