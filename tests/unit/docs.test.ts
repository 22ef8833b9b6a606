import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { FROM_CARD } from "../../lib/contract/card-port.ts";
import { FROM_CONTENT_SCRIPTS } from "../../lib/contract/content-scripts.ts";
import { gecko, OLDEST_CHROMIUM } from "../../lib/manifest.ts";
import { filesBelow } from "./files-below.ts";
import { all, rows } from "./markdown.ts";

/** What the documentation names must exist under that name. */

const read = (path: string) => readFileSync(path, "utf8");

/** Created only by a build, or by an administrator. */
const NOT_OURS = ["manifest.json", "policies.json"];

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...filesBelow("docs", /\.md$/),
];

/** A heading's anchor, as the usual hosts generate it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/** How a constant's comment states the unit that its name ends with. */
const UNITS: Record<string, RegExp> = {
  BYTES: /\bbytes\b/i,
  CHARS: /\bcharacters\b/i,
  MIN: /\bminutes\b/i,
  MS: /\bms\b|\bmilliseconds\b/i,
  NODES: /\bnodes\b/i,
  PX: /\bpx\b/i,
  S: /\bsecond/i,
};

/** Every constant of the code, with the comment above it, or above its group. */
const LIMITS = ["lib", "components"]
  .flatMap((top) => filesBelow(top, /(?<!\.test)\.tsx?$/))
  .flatMap((path) => [
    ...read(path).matchAll(/(\/\*\*(?:[^*]|\*(?!\/))*\*\/)\n((?:(?:export )?const [A-Z].*\n)+)/g),
  ])
  .flatMap(([, comment = "", group = ""]) =>
    all(/const ([A-Z][A-Z\d_]*)\b/g, group).map((name) => ({ name, comment })),
  );

test("limits in lib/limits.ts each have a comment that states their unit", () => {
  const names = all(/^export const (\w+)/gm, read("lib/limits.ts"));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const found = LIMITS.filter((limit) => limit.name === name);
    expect.soft(found, name).toHaveLength(1);
    expect.soft(found[0]?.comment, name).toMatch(UNITS[name.split("_").at(-1) ?? ""] ?? /./);
  }
});

test.each(["README.md", "CONTRIBUTING.md"])("the commands that %s names exist", (path) => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  const named = all(/\bnpm run ([\w:-]+)/g, read(path));
  expect(named.length).toBeGreaterThan(0);
  for (const script of named) expect.soft(scripts, `npm run ${script}`).toContain(script);
});

describe.each([...PAGES, "sandbox/README.md"])("%s", (path) => {
  const text = read(path);

  test("its links lead somewhere", () => {
    for (const target of all(/\]\(([^)\s]+)\)/g, text)) {
      if (/^https?:/.test(target)) continue;
      const [file = "", heading] = target.split("#");
      const linked = file === "" ? path : join(dirname(path), file);
      expect.soft(existsSync(linked), `${path} links to ${target}`).toBe(true);
      if (heading === undefined || !existsSync(linked)) continue;
      const anchors = all(/^#+ (.+)$/gm, read(linked)).map(anchor);
      expect.soft(anchors, `${path} links to ${target}`).toContain(heading);
    }
  });

  test("the files and folders that it names exist", () => {
    const named = all(
      /`((?:bench|components|docs|entrypoints|gallery|lib|locales|packaging|public|sandbox|scripts|tests)\/[\w./-]+|[\w-]+(?:\.config)?\.(?:json|ts))`/g,
      text,
    );
    for (const name of named) {
      const there = existsSync(name) || existsSync(join(dirname(path), name));
      expect.soft(there || NOT_OURS.includes(name), `${path} names ${name}`).toBe(true);
    }
  });

  test("the limits that it names are constants, each of which states its unit", () => {
    // Elsewhere such names are also variables and secrets.
    const units = path === "docs/architecture.md" ? "[A-Z_]+" : "(?:BYTES|CHARS|MS|NODES|PX)";
    for (const name of all(new RegExp(`\`([A-Z_]+_${units})\``, "g"), text)) {
      const comments = LIMITS.filter((limit) => limit.name === name).map(({ comment }) => comment);
      expect.soft(comments, `${path} names ${name}`).toHaveLength(1);
      const unit = UNITS[name.split("_").at(-1) ?? ""];
      if (unit) expect.soft(comments[0], name).toMatch(unit);
    }
  });
});

test("the list of decisions has each of them, by its number and heading", () => {
  const decisions = readdirSync("docs/decisions").filter((file) => file !== "README.md");
  const listed = decisions.map((file) => {
    const [, number, title] =
      /^# (\d+)\. (.+)\n\n\d{4}-\d\d-\d\d, \w+/.exec(read(`docs/decisions/${file}`)) ?? [];
    expect.soft(Number(file.slice(0, 4)), file).toBe(Number(number));
    return `| ${number} | [${title}](${file}) |`;
  });
  expect(all(/^(\| \d.+)$/gm, read("docs/decisions/README.md"))).toEqual(listed);
});

test("docs/troubleshooting.md quotes sentences that really appear", () => {
  const said = ["locales/en.json", "scripts/chromium.ts", "scripts/firefox.ts"].map(read).join("");
  const page = "docs/troubleshooting.md";
  // The last section says what to do if no row helps.
  const places = all(/^## (.+)$/gm, read(page)).slice(0, -1);
  expect(places.length).toBeGreaterThan(5);
  const quoted = places.flatMap((place) =>
    rows(page, place).flatMap(([first = ""]) => all(/“([^”]+)”/g, first)),
  );
  expect(quoted.length).toBeGreaterThan(20);
  for (const sentence of quoted) expect.soft(said).toContain(sentence);
});

describe("README.md", () => {
  test("can be read in a minute: 120 lines at most", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(120);
  });

  test("links to every page for users", () => {
    const text = read("README.md");
    for (const page of ["guide", "troubleshooting", "glossary", "privacy", "permissions"])
      expect.soft(text).toContain(`(docs/${page}.md`);
  });

  test("requires the correct versions", () => {
    const text = read("README.md");
    const [node] = all(/>=([\d.]+)/g, JSON.parse(read("package.json")).engines.node);
    const firefox = Number.parseInt(gecko.strict_min_version, 10);
    expect(text).toMatch(new RegExp(`Node\\.js\\S* ${node} or later`));
    expect(text).toContain(`**Chrome** (${OLDEST_CHROMIUM} or later)`);
    expect(text).toContain(`**Edge** (${OLDEST_CHROMIUM} or later)`);
    expect(text).toContain(`**Firefox** (${firefox} or later)`);
  });
});

describe("the table of folders in CONTRIBUTING.md", () => {
  const folders = rows("CONTRIBUTING.md", "Folders").flatMap(([first = ""]) =>
    all(/`([^`]+)`/g, first),
  );

  test("names folders that exist", () => {
    expect(folders.length).toBeGreaterThan(10);
    for (const folder of folders)
      expect.soft(existsSync(folder) && statSync(folder).isDirectory(), folder).toBe(true);
  });

  test("has every folder of lib", () => {
    const inLib = readdirSync("lib", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `lib/${entry.name}`);
    expect(folders).toEqual(expect.arrayContaining(inLib));
  });
});

describe("the table of invariants in docs/architecture.md", () => {
  const invariants = rows("docs/architecture.md", "Where each promise is kept");

  test("has all eleven", () => {
    expect(invariants.map(([number]) => Number(number))).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
  });

  test.each(invariants)("%s. %s: its tests exist", (_number, _name, keptIn = "", testedIn = "") => {
    const tests = all(/`([^`]+)`/g, testedIn);
    if (testedIn === "none yet") expect(keptIn).toBe("not kept yet");
    else expect(tests.length).toBeGreaterThan(0);
    for (const path of tests) {
      expect.soft(path).toMatch(/\.(?:test|spec)\.tsx?$/);
      expect.soft(existsSync(path), path).toBe(true);
    }
  });
});

test("the diagrams of a lookup's path name every message between pages, cards and the background", () => {
  const drawn = all(/```mermaid\n([\s\S]*?)```/g, read("docs/architecture.md")).join();
  const toPages = all(
    /^ {2}(\w+): (?:\{|Nothing)/gm,
    read("lib/contract/content-scripts.ts").split("interface ToTopFrame")[1] ?? "",
  );
  expect(toPages.length).toBeGreaterThan(10);
  const [, toCard = ""] =
    /interface ToCard \{\n([\s\S]*?)\n\}/.exec(read("lib/contract/card-port.ts")) ?? [];
  const toCards = all(/^ {2}(\w+): /gm, toCard);
  expect(toCards).toHaveLength(9);
  const names = [FROM_CONTENT_SCRIPTS, FROM_CARD].flatMap(Object.keys);
  for (const name of [...names, ...toPages, ...toCards])
    expect.soft(drawn, `${name} is in no drawing`).toMatch(new RegExp(`\\b${name}\\b`));
});
