/** Mutation testing. Run by scripts/mutants.ts, which says what is mutated (docs/testing.md). */
export default {
  testRunner: "vitest",
  // All tests of the folder are related; computing that for each mutant takes longer than it saves.
  vitest: { configFile: "vitest.mutants.config.ts", related: false },
  coverageAnalysis: "perTest",
  incremental: true,
  tempDirName: ".output/mutants/sandboxes",
  reporters: ["progress-append-only", "html"],
  // Stryker copies only what unit tests in lib need. tsconfig.json must stay out: Stryker rewrites it with a compiler
  // API that TypeScript 7 doesn't have (seen in 9.6.1), and vitest doesn't need it here.
  ignorePatterns: ["/*", "!/lib", "!/locales", "!/package.json", "!/vitest.mutants.config.ts"],
  disableTypeChecks: false,
  concurrency: 2,
  // Endless loops are detected by counting iterations. A shorter timeout would count slowness as a killed mutant.
  timeoutMS: 30_000,
  warnings: { slow: false },
};
