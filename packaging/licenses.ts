import { readdirSync, readFileSync } from "node:fs";

/** An npm package whose code is shipped. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As an SPDX expression. */
  license: string;
  /** The words of the license, with who holds the rights. */
  words: string;
}

/** Published without the words of their license: those of a package of the same repository (wxt-dev/wxt) hold. */
const LICENSED_AS: Record<string, string> = {
  wxt: "@wxt-dev/webextension-polyfill",
  "@wxt-dev/browser": "@wxt-dev/webextension-polyfill",
  "@wxt-dev/i18n": "@wxt-dev/webextension-polyfill",
};

/** Licenses that let their code be shipped in this extension, with nothing to do but to pass on their words. */
const ACCEPTED = ["MIT", "Apache-2.0", "BlueOak-1.0.0", "ISC", "MPL-2.0"];

/** @throws Error for a package without a license, or with one that nobody has looked at yet */
export function shippedPackage(name: string): ShippedPackage {
  const { version, license } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, "utf8"),
  ) as { version: string; license?: string };
  if (license === undefined || !ACCEPTED.includes(license))
    throw new Error(`${name} is bundled, with a license that packaging/licenses.ts does not have.`);
  return { name, version, license, words: wordsOf(LICENSED_AS[name] ?? name) };
}

function wordsOf(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled, but comes without a license file.`);
  // What a build tool bundles itself is listed after its own license, and does not come along.
  const [own = ""] = readFileSync(`${folder}/${file}`, "utf8").split(
    /^#+ Licenses of bundled dependencies/m,
  );
  return own.trim();
}

const byName = (a: ShippedPackage, b: ShippedPackage) => (a.name < b.name ? -1 : 1);

const RULE = "-".repeat(80);

/** LICENSES.txt, which stands in every package: the extension's own license, and those of what is bundled with it. */
export function licensesText(ownWords: string, packages: readonly ShippedPackage[]): string {
  return [
    "Keycard Lookup is made available under this license:",
    ownWords.trim(),
    "It contains code of the packages below, under their own licenses. Their source is in the npm registry, under the" +
      "\nname and version given.",
    ...packages
      .toSorted(byName)
      .map(
        ({ name, version, license, words }) =>
          `${RULE}\n${name} ${version} (${license})\n\n${words}`,
      ),
    "",
  ].join("\n\n");
}
