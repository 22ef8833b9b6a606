import { readdirSync, readFileSync } from "node:fs";
import type { Hono } from "hono";

/** Types of files besides documents. Other files of a folder aren't served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

/** Serves the styles, scripts and drawings of a folder, each at `path` and its name. */
export function serveFiles(routes: Hono, path: string, folder: URL): void {
  for (const name of readdirSync(folder)) {
    const type = MEDIA_TYPES[name.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const content = readFileSync(new URL(name, folder), "utf8");
    const headers = { "Content-Type": `${type}; charset=utf-8` };
    routes.get(`${path}${name}`, (c) => c.body(content, 200, headers));
  }
}
