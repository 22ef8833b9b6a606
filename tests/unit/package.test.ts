import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { WELL_KNOWN_TOOLS } from "../../lib/sites/well-known.ts";
import { BUDGETS, sizesOfParts } from "../../packaging/sizes.ts";
import { filesBelow } from "./files-below.ts";
import { CHROMIUM, FIREFOX, LOOPBACK } from "./package-builds.ts";

/** The size of what is shipped, and what its code can do. */

const read = (path: string) => readFileSync(path, "utf8");
const manifestOf = (folder: string) => JSON.parse(read(`${folder}/manifest.json`));

describe("sizes, minified and gzipped (design, section 6)", () => {
  const parts = sizesOfParts(CHROMIUM);
  const scripts = Object.keys(BUDGETS).filter((name) => name.endsWith(".js"));

  test("every script that runs in pages has a budget", () => {
    const found = filesBelow(CHROMIUM, /page[^/]*\.js$/).map((path) =>
      path.slice(CHROMIUM.length + 1),
    );
    expect(new Set(found)).toEqual(new Set(scripts));
  });

  test.each(scripts)("%s carries neither Preact nor zod", (script) => {
    expect(read(`${CHROMIUM}/${script}`)).not.toMatch(/_zod|ZodError|__k\b|vnode/);
  });

  test("the code that finds people in a text is in one of them, and others use it from there", () => {
    const having = (code: RegExp) =>
      scripts.filter((script) => code.test(read(`${CHROMIUM}/${script}`)));
    // The second is from lib/mentions' expression for links with an address.
    expect(having(/globalThis\.keycardLookupMentions\s*=/)).toEqual(["page-mentions.js"]);
    expect(having(/\^\\s\{0,9\}\(\?:mailto:\)/)).toEqual(["page-mentions.js"]);
    expect(having(/=\s*globalThis\.keycardLookupMentions/)).toEqual([
      "page-look.js",
      "page-behind.js",
      "page-invoked.js",
      "page-marks.js",
      "page-list.js",
    ]);
  });

  test.each(Object.entries(BUDGETS))(
    "%s, with everything that it loads: %i bytes or less",
    (name, budget) => {
      expect(parts.get(name)?.gzip).toBeLessThanOrEqual(budget);
    },
  );

  test.each([...parts.keys()].filter((name) => name.endsWith(".html")))(
    "%s has no zod at first paint",
    (page) => {
      const { files = [] } = parts.get(page) ?? {};
      for (const file of files) expect.soft(read(file), file).not.toMatch(/_zod|ZodError/);
    },
  );

  test.each(["popup.html", "card.html"])("of %s every file that it names is counted", (page) => {
    const { files = [], gzip = 0 } = parts.get(page) ?? {};
    // The page itself, its script and its style sheet.
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(gzip).toBeGreaterThan(10_000);
    for (const file of files)
      for (const [, path = ""] of read(file).matchAll(
        /(?<!import\()["'`](\.{0,2}\/[^"'`]+\.(?:js|css))["'`]/g,
      ))
        expect(files).toContain(join(path.startsWith("/") ? CHROMIUM : dirname(file), path));
  });
});

describe("the manifest (that of production is checked completely in manifest.test.ts)", () => {
  test.each([
    ["production", CHROMIUM, "https://api.keycard.ai"],
    ["loopback", LOOPBACK, "http://127.0.0.1:4123"],
  ])("of a %s build lets only its API be contacted", (_, folder, origin) => {
    expect(manifestOf(folder).content_security_policy.extension_pages).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${origin}; base-uri 'none'; form-action 'none'; frame-ancestors http: https: file:; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
  });

  test("of a loopback build has the content script only on this machine's pages", () => {
    const manifest = manifestOf(LOOPBACK);
    const pages = ["http://127.0.0.1/*", "http://localhost/*"];
    expect(manifest.content_scripts).toMatchObject([{ matches: pages, all_frames: true }]);
    expect(manifest.host_permissions).toEqual(pages);
  });
});

describe("the code", () => {
  test("sends from one place only", () => {
    const sending = filesBelow(CHROMIUM, /\.js$/).filter((file) =>
      /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource/.test(read(file)),
    );
    expect(sending).toEqual([`${CHROMIUM}/background.js`]);
  });

  /** What no file is allowed to contain, each with what it would do. */
  const FORBIDDEN: Record<string, RegExp> = {
    "evaluates code": /\beval\(|\bFunction\(|import\((?!["'`]\.)|importScripts/,
    // Not the console in a URL or in the name of a text.
    "writes to a console": /(?:(?<![\w./])|globalThis\.|self\.|window\.)console\.\w/,
    "is built for developing": /sourceMappingURL|jsxDEV|\/components\/|\.tsx?\b/,
    // The ways in which a page loads something by itself.
    "loads from elsewhere": /(?:src|href|from|url\(|@import)\s*[=(]?\s*["'`]?https?:/,
  };

  test.each(Object.entries(FORBIDDEN))("no file %s", (_, pattern) => {
    const found = [CHROMIUM, FIREFOX]
      .flatMap((folder) => filesBelow(folder, /\.(?:js|css|html)$/))
      .flatMap((file) => (read(file).match(pattern) ?? []).map((part) => `${file}: ${part}`));
    expect(found).toEqual([]);
  });

  test("contains no API but the build's", () => {
    const knowing = (folder: string, origin: string) =>
      filesBelow(folder, /\.js$/).filter((file) => read(file).includes(origin)).length;
    expect(knowing(CHROMIUM, "https://api.keycard.ai")).toBeGreaterThan(0);
    expect(knowing(LOOPBACK, "http://127.0.0.1:4123")).toBeGreaterThan(0);
    expect(knowing(LOOPBACK, "https://api.keycard.ai")).toBe(0);
  });

  test("contains only known URLs", () => {
    const named = filesBelow(CHROMIUM, /\.(?:js|css|html)$/).flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/[\w.-]+\w/g)].map(([address]) => address),
    );
    const ofTools = WELL_KNOWN_TOOLS.flatMap(({ patterns }) => patterns);
    const others = named.filter((address) => !ofTools.includes(`${address}/*`));
    expect(new Set(others)).toEqual(
      new Set([
        "https://api.keycard.ai",
        "https://console.keycard.ai",
        // Examples, and the pages to which a build for this machine has access.
        "https://tickets.example.com",
        "https://keycard.example.com",
        "http://127.0.0.1",
        "http://localhost",
        // Names of XML namespaces, from which nothing is loaded.
        "http://www.w3.org",
      ]),
    );
  });
});
