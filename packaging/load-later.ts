import type { Plugin } from "vite";

/** Vite's module with the code that loads a part later, together with its dependencies. */
const PRELOAD = "\0vite/preload-helper.js";

/**
 * Vite's own version first has the browser fetch all scripts of a part, waits for its styles, and reports failures with
 * an event: 1.3 kB in each page. Here the browser finds the scripts by itself, in the same package, and only the styles
 * are awaited, without which the part would be drawn unstyled (`modulePreload` in wxt.config.ts names nothing else).
 * Rejects, like an import, if one of them can't be loaded.
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

/** Loads parts of a page with less code than Vite's. */
export const loadLater: Plugin = {
  name: "keycard-lookup:load-later",
  apply: "build",
  enforce: "pre",
  load: (id) => (id === PRELOAD ? LOADER : undefined),
};
