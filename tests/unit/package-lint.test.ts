import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { readZip } from "../harness/unzip.ts";
import { RELEASED, released } from "./package-builds.ts";

/**
 * The Firefox store's own linter, run on the package. It is what `web-ext lint` runs; web-ext itself would add twice as
 * many packages, for things that are done by other means here.
 */

interface Message {
  code: string;
  message: string;
  file: string;
  line: number;
  column: number;
}

/** Intended warnings. One that no longer appears has to be removed. */
const EXPLAINED: Record<string, string> = {
  // Chromium's API for closed shadow roots, called only if it exists (lib/page/shadow.ts); Firefox has its own.
  "UNSUPPORTED_API in page-invoked.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-behind.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-keyboard.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-card.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-list.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-look.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-marks.js": "dom.openOrClosedShadowRoot is not supported",
  // Preact's code for dangerouslySetInnerHTML, which no component uses (tests/unit/no-markup.test.ts), and which
  // Trusted Types would block.
  "UNSAFE_VAR_ASSIGNMENT in Preact": "Unsafe assignment to innerHTML",
};

/** How only Preact sets innerHTML: from the `__html` of that property. */
const BY_PREACT = /^[\w$]+\.innerHTML=[\w$]+\.__html\b/;

test("the Firefox package has no errors, and only warnings that are explained", () => {
  const { stdout } = spawnSync(
    "npx",
    ["addons-linter", "--output", "json", released(RELEASED.firefox)],
    { encoding: "utf8" },
  );
  const { errors, warnings } = JSON.parse(stdout) as Record<"errors" | "warnings", Message[]>;
  expect(errors).toEqual([]);
  const found = warnings.map(({ code, message, ...place }) => [
    `${code} in ${isInPreact(place) ? "Preact" : place.file}`,
    message,
  ]);
  expect(Object.fromEntries(found)).toEqual(EXPLAINED);
}, 120_000);

const files = readZip(released(RELEASED.firefox));

function isInPreact({ file, line, column }: Pick<Message, "file" | "line" | "column">): boolean {
  const code = files.get(file)?.toString().split("\n")[line - 1] ?? "";
  // The linter counts columns from 1.
  return BY_PREACT.test(code.slice(column - 1));
}
