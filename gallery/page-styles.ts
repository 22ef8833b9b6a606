import type { PageName } from "./page-of.ts";

const sheets = import.meta.glob<string>("../components/**/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});
const entrypoints = import.meta.glob<string>("../entrypoints/*/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

const dress = document.createElement("style");

/**
 * Gives this document the style sheets of a page of the extension, in the order in which it loads them, and no others.
 */
export function applyPageStyles(page: PageName): void {
  // In alphabetical order `main` comes before what it loads later.
  const code = Object.entries(entrypoints)
    .filter(([path]) => path.includes(`/${page}/`))
    .map(([, text]) => text)
    .join("\n");
  const paths = [...code.matchAll(/^import "\.\.\/(.+\.css)";$/gm)].map(([, path]) => path ?? "");
  dress.textContent = paths.map((path) => sheets[path]).join("\n");
  // Before the fonts of the stage.
  document.head.prepend(dress);
}
