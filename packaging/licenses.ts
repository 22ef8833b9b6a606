import { readdirSync, readFileSync } from "node:fs";

/** An npm package whose code is shipped. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As an SPDX expression. */
  license: string;
  /** The text of the license, with the copyright holders. */
  words: string;
}

/** Published without their license text: that of a package in the same repository (wxt-dev/wxt) applies. */
const LICENSED_AS: Record<string, string> = {
  wxt: "@wxt-dev/webextension-polyfill",
  "@wxt-dev/browser": "@wxt-dev/webextension-polyfill",
  "@wxt-dev/i18n": "@wxt-dev/webextension-polyfill",
};

/** Licenses under which code can be shipped in this extension if only their texts are included. */
const ACCEPTED = ["MIT", "Apache-2.0", "BlueOak-1.0.0", "ISC", "MPL-2.0"];

/** @throws Error for a package without a license, or with one that no one has reviewed yet */
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
  // Packages that a build tool bundles itself are listed after its own license, and aren't included.
  const [own = ""] = readFileSync(`${folder}/${file}`, "utf8").split(
    /^#+ Licenses of bundled dependencies/m,
  );
  return own.trim();
}

const byName = (a: ShippedPackage, b: ShippedPackage) => (a.name < b.name ? -1 : 1);

const RULE = "-".repeat(80);

/** LICENSES.txt, which is in every package: the extension's own license, and those of what is bundled with it. */
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
