import type { Plugin } from "vite";

/** Where Vite has the code that loads a part later, with what belongs to it. */
const PRELOAD = "\0vite/preload-helper.js";

/**
 * Vite's own first has the browser fetch all scripts of a part, waits for its styles, and tells of failures by an event:
 * 1.3 kB in each page. Here the browser finds the scripts by itself, in the same package, and only the styles are waited
 * for, without which the part would be drawn bare (`modulePreload` in wxt.config.ts names no others). Fails, as an import
 * does, when one of them can't be loaded.
 */
const LOADER = `
const sheets = {};
const sheet = (path) =>
  (sheets[path] ??=
    document.querySelector(\`link[href="/\${path}"]\`) ??
    new Promise((resolve, reject) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = "/" + path;
      link.onload = resolve;
      link.onerror = reject;
      document.head.append(link);
    }));
export const __vitePreload = async (load, paths = []) => {
  await Promise.all(paths.map(sheet));
  return load();
};
`;

/** Has parts of a page loaded by less code than Vite's. */
export const loadLater: Plugin = {
  name: "keycard-lookup:load-later",
  apply: "build",
  enforce: "pre",
  load: (id) => (id === PRELOAD ? LOADER : undefined),
};
