import { expect, test } from "vitest";
import { coveredBy, covers, isOff, isOn } from "./match.ts";

test.each([
  ["https://tickets.example.com", ["https://tickets.example.com/*"], true],
  ["https://tickets.example.com:8443", ["https://tickets.example.com/*"], true],
  ["http://tickets.example.com", ["https://tickets.example.com/*"], false],
  ["https://other.example.com", ["https://tickets.example.com/*"], false],
  ["https://a.example.com", ["https://*.example.com/*"], true],
  ["https://example.com", ["https://*.example.com/*"], true],
  ["https://badexample.com", ["https://*.example.com/*"], false],
  ["https://tickets.example.com", ["*://*/*"], true],
  ["https://tickets.example.com", ["<all_urls>"], true],
  ["https://tickets.example.com", [], false],
  ["null", [], true],
])("%s on %j: %s", (origin, patterns, expected) => {
  expect(isOn(origin, patterns)).toBe(expected);
});

test.each([
  ["https://tickets.example.com/*", "https://tickets.example.com/*", true],
  ["https://*.example.com/*", "https://tickets.example.com/*", true],
  ["https://*.example.com/*", "https://example.com/*", true],
  ["https://*.example.com/*", "https://*.example.com/*", true],
  ["https://*.example.com/*", "https://*.help.example.com/*", true],
  ["https://*.example.com/*", "https://badexample.com/*", false],
  ["https://tickets.example.com/*", "https://*.example.com/*", false],
  ["https://example.com/*", "https://*.example.com/*", false],
  ["https://*/*", "https://*.example.com/*", true],
  ["https://*/*", "http://tickets.example.com/*", false],
  ["*://*.example.com/*", "http://tickets.example.com/*", true],
  ["<all_urls>", "https://*.example.com/*", true],
])("%s includes %s: %s", (wider, pattern, expected) => {
  expect(covers(wider, pattern)).toBe(expected);
});

test.each([
  ["https://tickets.example.com", ["*://tickets.example.com/*"], true],
  ["http://tickets.example.com:8080", ["*://*.example.com/*"], true],
  ["https://tickets.example.com", ["*://*/*"], true],
  ["https://tickets.example.com", ["http://tickets.example.com/*"], false],
  ["https://badexample.com", ["*://*.example.com/*"], false],
  ["https://tickets.example.com", [], false],
  // A place without an origin is judged by its URL.
  ["null", ["*://*/*"], false],
])("%s off by %j: %s", (origin, patterns, expected) => {
  expect(isOff(origin, patterns)).toBe(expected);
});

test("sites that only a broader one has included are off with it, unless another still includes them", () => {
  const marks = ["https://a.example.com/*", "https://b.example.com/*", "http://other.example/*"];
  expect(coveredBy(["https://*.example.com/*"], marks)).toEqual(marks.slice(0, 2));
  expect(coveredBy(["https://a.example.com/*", "*://other.example/*"], marks)).toEqual([
    "https://a.example.com/*",
    "http://other.example/*",
  ]);
  expect(coveredBy([], marks)).toEqual([]);
});
