import type { Plugin } from "vite";

/** Code that the bundler itself writes, by the prefix of its module IDs; all other such modules are WXT's. */
const WRITTEN_BY = { "\0rolldown/": "rolldown", "\0vite/": "vite" };

/**
 * Records the npm packages whose code is in the build.
 *
 * @param names filled with their names, across all builds of the extension
 */
export function noteBundled(names: Set<string>): Plugin {
  return {
    name: "note-bundled",
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const name = renderedLength > 0 ? packageOf(id) : undefined;
          if (name !== undefined) names.add(name);
        }
      }
    },
  };
}

/** @returns the npm package of a module, undefined for one of our own */
export function packageOf(moduleId: string): string | undefined {
  const [, inPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(moduleId) ?? [];
  if (inPackage !== undefined) return inPackage;
  if (!/^\0|^virtual:/.test(moduleId)) return undefined;
  const writer = Object.entries(WRITTEN_BY).find(([start]) => moduleId.startsWith(start));
  return writer?.[1] ?? "wxt";
}
