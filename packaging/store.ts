/**
 * What the stores ask for, generated from the rest of the project, so that everything is written once and stays true.
 */

export interface StoreSources {
  /** docs/permissions.md */
  permissions: string;
  /** docs/privacy.md */
  privacy: string;
  /** docs/store/description.txt, the long description. */
  description: string;
  /** The extension's own name and one-line description, by language. */
  names: Record<string, { name: string; description: string }>;
  /** The languages of these, in words. */
  languages: string;
  /** The data collection that the Firefox manifest declares. */
  declared: readonly string[];
  /** Pictures for the stores, by their file names, with their sizes in pixels. */
  pictures: readonly { file: string; width: number; height: number }[];
}

/** Maximum characters in the Chrome Web Store for a short description, and for the reason of one permission. */
export const SHORT_MAX = 132;
export const REASON_MAX = 1_000;

const MADE =
  "<!-- Made by `npm run store`; change what it is made from (packaging/store.ts) instead. -->\n";

const SINGLE_PURPOSE =
  "Keycard Lookup shows who a Keycard user is. Hover an e-mail address or user ID on a page, search, or use the context " +
  "menu or keyboard. It then reads that one user from the Keycard API with your own key, and shows the record.";

/** @returns the generated files of docs/store, by name */
export function storeTexts(sources: StoreSources): Record<string, string> {
  return {
    "listing.md": listing(sources),
    "permissions.md": permissions(sources),
    "privacy.md": privacy(sources),
  };
}

function listing({ names, languages, description, pictures }: StoreSources): string {
  const short = Object.entries(names).map(
    ([language, { name, description: words }]) => `| ${language} | ${name} | ${words} |`,
  );
  const shown = pictures.map(
    ({ file, width, height }) => `| [${file}](pictures/${file}) | ${width} × ${height} |`,
  );
  return `${MADE}
# Listing

For the Chrome Web Store, Edge Add-ons and Firefox Add-ons alike. Category: productivity (Chrome, Edge), other (Firefox).

## Name and short description

The packages carry them in ${languages}. Chrome takes ${SHORT_MAX} characters.

| language | name | short description |
| --- | --- | --- |
${short.join("\n")}

## Long description

${quoted(description)}

## Pictures

Made by \`npm run pictures\`. Chrome wants at least one of 1280 × 800 and a tile of 440 × 280; the icon of 128 is in the
package.

| file | size |
| --- | --- |
${shown.length > 0 ? shown.join("\n") : "| none yet | |"}
`;
}

function permissions(sources: StoreSources): string {
  const reasons = [
    ...parts(section(sources.permissions, "## Permissions")),
    ...parts(section(sources.permissions, "## Hosts")),
  ];
  return `${MADE}
# Permissions, as the stores ask for them

## Single purpose

${quoted(SINGLE_PURPOSE)}

${reasons.map(({ heading, body }) => `## ${heading}\n\n${quoted(plain(body))}`).join("\n\n")}

## Remote code

None. All code is in the package. The content security policy allows no scripts from elsewhere, and no strings as code.
`;
}

/** A store's question about one kind of data, by Firefox's name for it if there is one. */
interface Kind {
  chrome: string;
  firefox: string;
  /** Undefined: it isn't handled. */
  why?: string;
}

const KINDS: Kind[] = [
  {
    chrome: "Personally identifiable information",
    firefox: "personallyIdentifyingInfo",
    why: "The e-mail address, ID or words that someone looks up go to the Keycard API, which answers with that user.",
  },
  {
    chrome: "Authentication information",
    firefox: "authenticationInfo",
    why: "The person's own Keycard key goes to the Keycard API, which issued it, with each request.",
  },
  { chrome: "Health information", firefox: "healthInfo" },
  { chrome: "Financial and payment information", firefox: "financialAndPaymentInfo" },
  { chrome: "Personal communications", firefox: "personalCommunications" },
  { chrome: "Location", firefox: "locationInfo" },
  { chrome: "Web history", firefox: "browsingActivity" },
  { chrome: "User activity", firefox: "websiteActivity" },
  { chrome: "Website content", firefox: "websiteContent" },
  { chrome: "(Firefox only) Search terms", firefox: "searchTerms" },
  { chrome: "(Firefox only) Bookmarks", firefox: "bookmarksInfo" },
  { chrome: "(Firefox only) Technical and interaction data", firefox: "technicalAndInteraction" },
];

function privacy(sources: StoreSources): string {
  const rows = KINDS.map(({ chrome, firefox, why }) => {
    const isDeclared = sources.declared.includes(firefox);
    if (isDeclared !== (why !== undefined))
      throw new Error(`The Firefox manifest and packaging/store.ts do not agree on ${firefox}.`);
    return `| ${chrome} | \`${firefox}\` | ${why === undefined ? "no" : `yes: ${why}`} |`;
  });
  return `${MADE}
# Answers on privacy

Chrome and Edge ask for them in a form; Firefox reads its own from the manifest (\`data_collection_permissions\`) and
shows them at install. What is read on a page without leaving the browser isn't counted, as both define it: nothing
from a page is sent except the one address or ID that someone looks up, which is the first row.

| Chrome and Edge | Firefox | leaves the browser |
| --- | --- | --- |
${rows.join("\n")}

All three of Chrome's statements can be signed: nothing is sold or given to third parties, nothing is used for anything but
the single purpose, nothing for creditworthiness or lending.

Privacy policy: docs/privacy.md, published with the release. What it says leaves the computer:

${section(sources.privacy, "## What leaves your computer").trim()}
`;
}

/** The text below a second-level heading. */
function section(markdown: string, heading: string): string {
  const [, after] = markdown.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`There is no section "${heading}".`);
  return after.split(/\n## /)[0] ?? "";
}

function parts(text: string): { heading: string; body: string }[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      return { heading, body: lines.join("\n").trim() };
    });
}

/** Without links to our files, which a reviewer can't follow in a form, and without markup. */
function plain(markdown: string): string {
  return markdown
    .replace(/\s*\((?:\[[^\]]+\]\([^)]+\)(?:,\s*)?)+\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s*\n\s*/g, " ");
}

/** As a block that can be copied from the page. */
function quoted(text: string): string {
  return `\`\`\`text\n${wrapped(text.trim())}\n\`\`\``;
}

/** Lines of at most 110 characters; empty lines are kept. */
function wrapped(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/(.{1,110})(?:\s+|$)/g, "$1\n").trimEnd())
    .join("\n");
}
