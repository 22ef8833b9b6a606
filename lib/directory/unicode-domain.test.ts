import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unicodeDomain } from "./unicode-domain.ts";

test.each([
  ["example.com", "example.com"],
  ["xn--bcher-kva.example", "b\u00fccher.example"],
  ["mail.xn--grn-ioa.example", "mail.gr\u00fcn.example"],
  ["xn--3e0b707e", "\ud55c\uad6d"],
  ["xn--ls8h.la", "\u{1f4a9}.la"],
])("%s is decoded as %s", (ascii, unicode) => {
  expect(unicodeDomain(ascii)).toBe(unicode);
});

test.each([
  ["not Punycode", "xn--b\u00fc.example"],
  ["incomplete", "xn--bcher-kv.example"],
  ["outside of Unicode", "xn--99999a.example"],
  ["a surrogate", "xn--ib0c.example"],
  ["plain ASCII", "xn--abc-.example"],
  ["empty", "xn--.example"],
  ["longer than allowed", `xn--${"a".repeat(64)}`],
])("a domain with a label that is %s stays unchanged", (_, domain) => {
  expect(unicodeDomain(domain)).toBe(domain);
});

test("every domain is decoded as Node does it", () => {
  const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const ascii = domainToASCII(labels.join("."));
      if (ascii === "" || !/^[a-z0-9.-]+$/.test(ascii)) return;
      expect(unicodeDomain(ascii)).toBe(domainToUnicode(ascii));
    }),
    { numRuns: 400 },
  );
});
