import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";
import { hardCoded } from "./hard-coded.ts";

/** Texts for users are in locales/, and nowhere in the code. */

const NOT_SHIPPED =
  /\.(?:test|fixtures|cases)\.tsx?$|^components\/testing\/|\/fake-|\/(?:examples|memory-area)\.ts$/;

/** Paths, or their beginnings, with the reason for the texts there. */
const EXCEPTIONS: Record<string, string> = {
  "components/options/diagnostics-text.ts": "for a report to developers, who read English",
  "components/options/debug-log-text.ts": "as those of the diagnostics",
  "lib/keycard/":
    "messages of failures, for tests: users read the sentence for the failure's reason",
  "lib/directory/traffic/traffic.ts": "as those of lib/keycard",
  "lib/page/card/host-element.ts": "the name of the product",
  "lib/sites/well-known.ts": "the names of products",
  "lib/mentions/subject-template.ts": "ranges of letters",
};

const files = ["components", "entrypoints", "lib"]
  .flatMap((top) => filesBelow(top, /\.tsx?$/))
  .filter((path) => !NOT_SHIPPED.test(path));

const found = files.flatMap((path) =>
  hardCoded(path, readFileSync(path, "utf8")).map(({ text, line }) => `${path}:${line}: ${text}`),
);

test("no text for users is in the code", () => {
  expect(files.length).toBeGreaterThan(200);
  const excepted = Object.keys(EXCEPTIONS);
  expect(found.filter((text) => !excepted.some((path) => text.startsWith(path)))).toEqual([]);
});

test.each(Object.entries(EXCEPTIONS))("%s has such texts: %s", (path) => {
  expect(found.some((text) => text.startsWith(path))).toBe(true);
});

test.each([
  ["<p>Not found</p>", "Not found"],
  ["<p>Off</p>", "Off"],
  ["<p>{on ? 'On' : t('off')}</p>", "On"],
  [`<p>{\`\${count} found\`}</p>`, "… found"],
  ["<button aria-label='Close' class='icon button' />", "Close"],
  ["<input placeholder={text ?? 'Nobody'} />", "Nobody"],
  ["const said = on ? 'Try it again' : ''", "Try it again"],
  [`announce(\`Found \${count} people\`)`, "Found … people"],
])("finds: %s", (source, text) => {
  expect(hardCoded("some.tsx", source).map((one) => one.text)).toEqual([text]);
});

test.each([
  "<p class='large words'>{t('user.active')}</p>",
  "<p>{user.email} · {'?'}</p>",
  "throw new TypeError('No such zone')",
  "type Key = 'Client secret'",
  "<button onKeyDown={() => press('ArrowDown')} />",
])("ignores: %s", (source) => {
  expect(hardCoded("some.tsx", source)).toEqual([]);
});
