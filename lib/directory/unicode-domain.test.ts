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
])("%s is read as %s", (ascii, unicode) => {
  expect(unicodeDomain(ascii)).toBe(unicode);
});

test.each([
  ["no Punycode", "xn--b\u00fc.example"],
  ["that ends in the middle", "xn--bcher-kv.example"],
  ["beyond all characters", "xn--99999999999999.example"],
  ["of half a character", "xn--ib0c.example"],
  ["of what is written plainly", "xn--abc-.example"],
  ["of nothing", "xn--.example"],
  ["longer than a label", `xn--${"a".repeat(64)}`],
])("a domain with a label that is %s stays", (_, domain) => {
  expect(unicodeDomain(domain)).toBe(domain);
});

test("every domain is read as Node reads it", () => {
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
