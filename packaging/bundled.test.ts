import { expect, test } from "vitest";
import { packageOf } from "./bundled.ts";

test.each([
  ["/home/me/project/node_modules/preact/hooks/dist/hooks.mjs", "preact"],
  ["/home/me/project/node_modules/@preact/signals/dist/signals.module.js", "@preact/signals"],
  ["/project/node_modules/a/node_modules/b/index.js?commonjs", "b"],
  ["\0rolldown/runtime.js", "rolldown"],
  ["\0vite/preload-helper.js", "vite"],
  ["\0virtual:wxt-background-entrypoint?/project/entrypoints/background.ts", "wxt"],
  ["/home/me/project/lib/limits.ts", undefined],
])("%j belongs to %s", (id, name) => {
  expect(packageOf(id)).toBe(name);
});
