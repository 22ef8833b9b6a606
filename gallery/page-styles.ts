import type { PageName } from "./page-of.ts";

const sheets = import.meta.glob<string>("../components/**/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});
const entrypoints = import.meta.glob<string>("../entrypoints/*/main.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

const dress = document.createElement("style");

/** Gives this document the style sheets of a page of the extension, in the order of its entrypoint, and no others. */
export function dressAs(page: PageName): void {
  const main = entrypoints[`../entrypoints/${page}/main.tsx`] ?? "";
  const paths = [...main.matchAll(/^import "\.\.\/(.+\.css)";$/gm)].map(([, path]) => path ?? "");
  dress.textContent = paths.map((path) => sheets[path]).join("\n");
  // Before the fonts of the stage.
  document.head.prepend(dress);
}
