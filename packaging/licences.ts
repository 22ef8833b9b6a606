import { readdirSync, readFileSync } from "node:fs";

/** An npm package whose code is shipped. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As an SPDX expression. */
  licence: string;
  /** The words of the licence, with who holds the rights. */
  words: string;
}

/** Published without the words of their licence: those of a package of the same repository (wxt-dev/wxt) hold. */
const LICENSED_AS: Record<string, string> = {
  wxt: "@wxt-dev/webextension-polyfill",
  "@wxt-dev/browser": "@wxt-dev/webextension-polyfill",
  "@wxt-dev/i18n": "@wxt-dev/webextension-polyfill",
};

/** Licences that let their code be shipped in this extension, with nothing to do but to pass on their words. */
const ACCEPTED = ["MIT", "Apache-2.0", "BlueOak-1.0.0", "ISC", "MPL-2.0"];

/** @throws Error for a package without a licence, or with one that nobody has looked at yet */
export function shippedPackage(name: string): ShippedPackage {
  const { version, license } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, "utf8"),
  ) as { version: string; license?: string };
  if (license === undefined || !ACCEPTED.includes(license))
    throw new Error(`${name} is bundled, with a licence that packaging/licences.ts does not have.`);
  return { name, version, licence: license, words: wordsOf(LICENSED_AS[name] ?? name) };
}

function wordsOf(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled, but comes without a licence file.`);
  // What a build tool bundles itself is listed after its own licence, and does not come along.
  const [own = ""] = readFileSync(`${folder}/${file}`, "utf8").split(
    /^#+ Licenses of bundled dependencies/m,
  );
  return own.trim();
}

const byName = (a: ShippedPackage, b: ShippedPackage) => (a.name < b.name ? -1 : 1);

const RULE = "-".repeat(80);

/** LICENSES.txt, which stands in every package: the extension's own licence, and those of what is bundled with it. */
export function licencesText(ownWords: string, packages: readonly ShippedPackage[]): string {
  return [
    "Keycard Lookup is made available under this licence:",
    ownWords.trim(),
    "It contains code of the packages below, under their own licences. Their source is in the npm registry, under the" +
      "\nname and version given.",
    ...packages
      .toSorted(byName)
      .map(
        ({ name, version, licence, words }) =>
          `${RULE}\n${name} ${version} (${licence})\n\n${words}`,
      ),
    "",
  ].join("\n\n");
}
