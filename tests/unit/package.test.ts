import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildExtension } from "../harness/build-extension.ts";
import { filesBelow } from "./files-below.ts";

/** What is shipped: the production build, and a build for a loopback API beside it. */
const FOLDER = ".output/package";

let production: string;
let loopback: string;
beforeAll(async () => {
  production = await buildExtension("", `${FOLDER}/production`);
  loopback = await buildExtension("http://127.0.0.1:4123", `${FOLDER}/loopback`);
}, 120_000);

const read = (path: string) => readFileSync(path, "utf8");
const manifestOf = (folder: string) => JSON.parse(read(`${folder}/manifest.json`));
const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

/** The scripts and styles that a page of the extension loads, through all imports, and the page itself. */
function filesOf(page: string): string[] {
  const files = new Set([`${production}/${page}`]);
  for (const file of files)
    for (const [, path] of read(file).matchAll(
      /["'](?:\.?\/)?((?:chunks|assets)\/[^"']+\.(?:js|css)|theme\.js)["']|from"\.\/([^"]+\.js)"/g,
    )) {
      if (path !== undefined) files.add(`${production}/${path}`);
    }
  for (const file of files)
    for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      files.add(`${production}/chunks/${name}`);
  return [...files];
}

describe("sizes, minified and gzipped (design, section 6)", () => {
  /** The design's budget is that of the content script; what is put in later keeps within the same, each by itself. */
  const SCRIPTS = [
    "content-scripts/page.js",
    "page-look.js",
    "page-card.js",
    "page-asked.js",
    "page-marks.js",
    "page-list.js",
  ];

  test("they are all the scripts that run in pages", () => {
    const found = filesBelow(production, /page[^/]*\.js$/).map((path) =>
      path.slice(production.length + 1),
    );
    expect(new Set(found)).toEqual(new Set(SCRIPTS));
  });

  test.each(SCRIPTS)("%s: 8 kB or less, without Preact and zod", (script) => {
    const path = `${production}/${script}`;
    expect(gzipped(path)).toBeLessThanOrEqual(8_000);
    expect(read(path)).not.toMatch(/_zod|ZodError|__k\b|vnode/);
  });

  test("what every frame of a page carries: 3 kB or less", () => {
    expect(gzipped(`${production}/content-scripts/page.js`)).toBeLessThanOrEqual(3_000);
  });

  test.each(["popup.html", "card.html"])("%s with all its files: 45 kB or less", (page) => {
    const files = filesOf(page);
    expect(files.length).toBeGreaterThan(3);
    const size = files.reduce((sum, file) => sum + gzipped(file), 0);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThanOrEqual(45_000);
  });
});

describe("the manifest (that of production stands whole in manifest.test.ts)", () => {
  test.each([
    ["production", () => production, "https://api.keycard.ai"],
    ["loopback", () => loopback, "http://127.0.0.1:4123"],
  ])("of a %s build lets nothing be contacted but its API", (_, folder, origin) => {
    expect(manifestOf(folder()).content_security_policy.extension_pages).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${origin}; base-uri 'none'; form-action 'none'; frame-ancestors http: https: file:; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
  });

  test("of a loopback build has the content script on this machine's pages only", () => {
    const manifest = manifestOf(loopback);
    const pages = ["http://127.0.0.1/*", "http://localhost/*"];
    expect(manifest.content_scripts).toMatchObject([{ matches: pages, all_frames: true }]);
    expect(manifest.host_permissions).toEqual(pages);
  });
});

describe("the code", () => {
  test("sends from one place only, and evaluates nothing", () => {
    const sending: string[] = [];
    for (const file of filesBelow(production, /\.js$/)) {
      const code = read(file);
      if (/\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource/.test(code))
        sending.push(file);
      expect.soft(code, file).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);
    }
    expect(sending).toEqual([`${production}/background.js`]);
  });

  test("knows no API but that of the build", () => {
    const code = (folder: string) => filesBelow(folder, /\.js$/).map(read).join("\n");
    expect(code(production)).toContain("https://api.keycard.ai");
    expect(code(loopback)).toContain("http://127.0.0.1:4123");
    expect(code(loopback)).not.toContain("https://api.keycard.ai");
  });
});
