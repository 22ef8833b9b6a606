import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import { LANGUAGES } from "../../packaging/languages.ts";
import { readZip } from "../harness/unzip.ts";
import { all } from "./markdown.ts";
import { RELEASED, released, releasedFromSources } from "./package-builds.ts";

/** Which files are shipped, and that anyone can reproduce them. */

/** Everything that is allowed in a package, as patterns. New files must be added here, by someone who reviews them. */
const ALLOWED = [
  "manifest.json",
  "managed-schema.json",
  "LICENSES.txt",
  `_locales/(${LANGUAGES.join("|")})/messages.json`,
  "icon/(16|32|48|96|128).png",
  "(card|options|popup|sidepanel).html",
  "(background|theme).js",
  "content-scripts/page.js",
  "page-(behind|card|invoked|keyboard|list|look|marks|mentions).js",
  "chunks/[\\w-]+-[\\w-]{8}.js",
  "assets/[\\w-]+-[\\w-]{8}.css",
].map((pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.")}$`));

describe.each([RELEASED.chromium, RELEASED.firefox])("%s", (archive) => {
  const files = readZip(released(archive));

  test("contains what a package is allowed to contain, and nothing else", () => {
    const names = [...files.keys()];
    expect(names.filter((name) => !ALLOWED.some((pattern) => pattern.test(name)))).toEqual([]);
    for (const pattern of ALLOWED) expect(names.some((name) => pattern.test(name))).toBe(true);
  });

  test("has the version of package.json, which is in CHANGELOG.md or will be", () => {
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
    expect(manifest.version).toBe(project.version);
    const told = all(/^## (\d+\.\d+\.\d+)/gm, readFileSync("CHANGELOG.md", "utf8"))[0];
    if (told !== project.version)
      expect(readFileSync("CHANGELOG.md", "utf8")).toContain(`To become ${project.version}`);
  });
});

test("both packages differ only in the manifest", () => {
  const [chromium, firefox] = [RELEASED.chromium, RELEASED.firefox].map((archive) =>
    readZip(released(archive)),
  );
  const differing = [...(chromium ?? [])].filter(
    ([name, content]) => !firefox?.get(name)?.equals(content),
  );
  expect(differing.map(([name]) => name)).toEqual(["manifest.json"]);
  expect(chromium?.size).toBe(firefox?.size);
});

test("the sources archive contains what git tracks, and nothing else", () => {
  const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && existsSync(path));
  expect(new Set(readZip(released(RELEASED.sources)).keys())).toEqual(new Set(tracked));
});

test.each(Object.values(RELEASED))(
  "%s is the same, byte for byte, when built from the sources",
  (file) => {
    expect(readFileSync(releasedFromSources(file)).equals(readFileSync(released(file)))).toBe(true);
  },
);
