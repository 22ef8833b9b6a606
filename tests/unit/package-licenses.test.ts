import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import { billOfMaterials, componentsIn, type LockFile } from "../../packaging/sbom.ts";
import { readZip } from "../harness/unzip.ts";
import { filesBelow } from "./files-below.ts";
import { RELEASED, released } from "./package-builds.ts";

/** Whose code is shipped: its licenses in the packages, and the bill of materials next to them. */

const licenses = readZip(released(RELEASED.chromium)).get("LICENSES.txt")?.toString() ?? "";
const components = componentsIn(licenses);
const names = components.map(({ name }) => name);

/** For the examples and helpers of tests, which are next to the code that they test. */
const OF_TESTS = new Set(["fast-check", "vitest"]);

test("these are the packages that are bundled, to be reviewed whenever one is added or removed", () => {
  expect(components.map(({ name, license }) => `${name} (${license})`)).toMatchInlineSnapshot(`
    [
      "@preact/signals (MIT)",
      "@preact/signals-core (MIT)",
      "@wxt-dev/browser (MIT)",
      "@wxt-dev/i18n (MIT)",
      "@wxt-dev/webextension-polyfill (MIT)",
      "idb-keyval (Apache-2.0)",
      "lru-cache (BlueOak-1.0.0)",
      "lucide (ISC)",
      "preact (MIT)",
      "rolldown (MIT)",
      "vite (MIT)",
      "webextension-polyfill (MPL-2.0)",
      "wxt (MIT)",
      "zod (MIT)",
    ]
  `);
});

test("every package that shipped code imports is among them", () => {
  const ours = [...filesBelow("entrypoints", /\.tsx?$/), ...filesBelow("components", /\.tsx?$/)]
    .concat(filesBelow("lib", /\.ts$/))
    .filter((path) => !/\.(?:test|fixtures)\.tsx?$/.test(path));
  const imported = ours.flatMap((path) =>
    [
      ...readFileSync(path, "utf8").matchAll(
        /^(?:import|export) (?!type)[^;]*?from "([^"#.][^"]*)"/gm,
      ),
    ].map(([, specifier = ""]) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]),
  );
  expect(new Set(imported).size).toBeGreaterThan(5);
  for (const name of new Set(imported))
    if (!OF_TESTS.has(name ?? "")) expect.soft(names).toContain(name);
});

test("each license is included with its text, and our own is first", () => {
  expect(licenses).toContain(readFileSync("LICENSE", "utf8").trim());
  const parts = licenses.split(/^-{80}$/m).slice(1);
  expect(parts).toHaveLength(components.length);
  for (const part of parts) {
    expect.soft(part).toMatch(/copyright|Blue Oak|Apache License|Mozilla Public License/i);
    expect.soft(part.length).toBeGreaterThan(500);
  }
});

test("the bill of materials lists the same, each with version, license and digest", () => {
  const bill = JSON.parse(readFileSync(released(RELEASED.bill), "utf8"));
  expect(bill).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    version: 1,
    metadata: { component: { name: project.name, version: project.version } },
  });
  expect(bill.components).toHaveLength(components.length);
  for (const [place, { name, version, license }] of components.entries())
    expect(bill.components[place]).toEqual({
      type: "library",
      "bom-ref": expect.any(String),
      name,
      version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      scope: "required",
      licenses: [{ license: { id: license } }],
      hashes: [{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    });
  expect(JSON.stringify(bill)).not.toMatch(/registry|node_modules/);
});

test("no bill is created if the lock file has another version than was bundled", () => {
  const lock: LockFile = {
    packages: { "node_modules/zod": { version: "1.0.0", integrity: "sha512-AA==" } },
  };
  const zod = { name: "zod", version: "2.0.0", license: "MIT" };
  expect(() => billOfMaterials(project, [zod], lock)).toThrow("zod 2.0.0");
  expect(() => billOfMaterials(project, [{ ...zod, version: "1.0.0" }], lock)).not.toThrow();
});
