import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readApiOrigin } from "../../lib/api-origin.ts";
import { KNOWN_REQUESTS } from "../harness/witness/known-requests.ts";
import { rows } from "./markdown.ts";

const PAGE = "docs/privacy.md";

test("names each kind of request that the witness permits, and no other", () => {
  const named = rows(PAGE, "What leaves your computer").map(([request]) => request);
  expect(named).toEqual(KNOWN_REQUESTS.map((request) => `\`${request}\``));
});

test("names the API's URL", () => {
  expect(readFileSync(PAGE, "utf8")).toContain(`\`${readApiOrigin(undefined)}\``);
});

test.each(rows(PAGE, "How we know"))("%s", (_said, _seen, named = "") => {
  const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/.exec(named) ?? [];
  // The tests of the witness are generated from a table.
  const [, planted] = /^the witness reports (.+)$/.exec(title) ?? [];
  expect(readFileSync(file, "utf8")).toContain(planted ? `"${planted}": {` : `test("${title}"`);
});
