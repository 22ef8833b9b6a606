import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const SENDING =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew (?:WebSocket|EventSource|WebTransport)\b/;
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/**
 * Source files of the package: everything in the folders that the extension is built from, except tests and their
 * fakes.
 */
const shipped = ["lib", "components", "entrypoints"]
  .flatMap((folder) => {
    try {
      return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      );
    } catch {
      return [];
    }
  })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/fake-/.test(file));

const SENDER = "lib/keycard/request.ts";

test("it sends GET, and POST for a token, and nothing else", () => {
  const source = readFileSync(join(ROOT, SENDER), "utf8").replace(COMMENTS, "");
  const sent = [...source.matchAll(/send\([^,]+, ([^,]+), \{ method: ("?\w+"?)/g)];
  expect(sent.map(([, address, method]) => [method, address])).toEqual([
    ['"GET"', "address.value"],
    ['"POST"', '"/service-account-token"'],
  ]);
  expect(source.match(/\bmethod\b/g)).toHaveLength(4);
});

test("one file sends (design, invariant 5)", () => {
  const senders = shipped.filter((file) =>
    SENDING.test(readFileSync(join(ROOT, file), "utf8").replace(COMMENTS, "")),
  );
  expect(senders).toEqual([SENDER]);
});
