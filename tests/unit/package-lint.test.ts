import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { RELEASED, released } from "./package-builds.ts";

/**
 * What the Firefox store's own linter says of the package. It is what `web-ext lint` runs; web-ext itself would bring
 * twice as many packages along, for things that are done by other means here.
 */

interface Message {
  code: string;
  message: string;
  file: string;
}

/** Warnings that are as meant. One that comes no more is to be taken out. */
const EXPLAINED: Record<string, string> = {
  // Chromium's way into closed shadow roots, called only where it is (lib/page/shadow.ts); Firefox has its own.
  "UNSUPPORTED_API in page-asked.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-card.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-list.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-look.js": "dom.openOrClosedShadowRoot is not supported",
  "UNSUPPORTED_API in page-marks.js": "dom.openOrClosedShadowRoot is not supported",
  // Preact's dangerouslySetInnerHTML, which no component uses (tests/unit/import-directions.test.ts keeps innerHTML out),
  // and which Trusted Types would stop.
  "UNSAFE_VAR_ASSIGNMENT in a chunk": "Unsafe assignment to innerHTML",
};

test("the Firefox package has no error and no warning but those explained", () => {
  const { stdout } = spawnSync(
    "npx",
    ["addons-linter", "--output", "json", released(RELEASED.firefox)],
    { encoding: "utf8" },
  );
  const { errors, warnings } = JSON.parse(stdout) as Record<"errors" | "warnings", Message[]>;
  expect(errors).toEqual([]);
  const found = warnings.map(({ code, file, message }) => [
    `${code} in ${file.replace(/^chunks\/.+/, "a chunk")}`,
    message,
  ]);
  expect(Object.fromEntries(found)).toEqual(EXPLAINED);
}, 60_000);
