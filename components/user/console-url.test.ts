import fc from "fast-check";
import { expect, it } from "vitest";
import { userId } from "../../lib/keycard/ids.ts";
import { ada, bare, zone } from "../testing/sample-users.ts";
import { consoleLink, DEFAULT_CONSOLE } from "./console-url.ts";

const consoleUrl = (...asked: Parameters<typeof consoleLink>) => consoleLink(...asked)?.href;

const template =
  "https://console.keycard.ai/o/{organization_id}/z/{zone_slug}/u/{user_id}?z={zone_id}";

it("is the console's root by default", () => {
  expect(consoleUrl(DEFAULT_CONSOLE, ada, zone)).toBe("https://console.keycard.ai");
});

it("fills in the template", () => {
  expect(consoleUrl(template, ada, zone)).toBe(
    `https://console.keycard.ai/o/${ada.organization_id}/z/prod/u/${ada.id}?z=${zone.id}`,
  );
});

it("falls back to the root if a value is unknown", () => {
  expect(consoleUrl(template, bare, zone)).toBe("https://console.keycard.ai");
  expect(consoleUrl(template, ada, undefined)).toBe("https://console.keycard.ai");
  expect(consoleUrl("https://console.keycard.ai/{nonsense}", ada, zone)).toBe(
    "https://console.keycard.ai",
  );
});

it("no value can lead elsewhere", () => {
  const id = (text: string) =>
    consoleUrl("https://c.example/u/{user_id}", { id: userId(text) }, zone);
  expect(id("../../x?y#z")).toBe("https://c.example/u/..%2F..%2Fx%3Fy%23z");
  expect(id("..")).toBe("https://c.example");
  expect(id("a\uD800")).toBe("https://c.example");
});

it("leads to the template's own origin by https, whatever the values", () => {
  const value = fc.oneof(
    fc.constantFrom(
      "javascript:alert(1)",
      "//evil.example",
      "@evil.example",
      ".evil.example",
      "\\",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(value, value, value, (user, organization, slug) => {
      const address = consoleUrl(
        template,
        { id: userId(user), organization_id: organization },
        { id: user, slug },
      );
      expect(new URL(address ?? "").origin).toBe("https://console.keycard.ai");
    }),
  );
});

it.each(["constructor", "__proto__", "toString"])("knows no value %s", (name) => {
  expect(consoleUrl(`https://c.example/{${name}}`, ada, zone)).toBe("https://c.example");
});

it.each([
  "http://console.keycard.ai",
  "javascript:alert(1)",
  "https://{zone_slug}.evil.example/",
  "https://console{zone_slug}.example/",
  "https://console.example@evil.example/",
  "https://console.keycard.ai{user_id}",
  "https://console.keycard.ai:{user_id}@evil.example/",
  "https://console.keycard.ai\\@evil.example/",
  "//console.keycard.ai",
  "",
])("makes no link of %j", (bad) => {
  expect(consoleUrl(bad, ada, zone)).toBeUndefined();
});

it.each([
  [template, ada, "user"],
  ["https://console.keycard.ai/{user_id}", bare, "user"],
  // The record lacks what it needs: it falls back to the root.
  [template, bare, "home"],
  [DEFAULT_CONSOLE, ada, "home"],
  ["https://console.keycard.ai/z/{zone_id}", ada, "home"],
])("%s leads to the user, or to the same page for everyone", (template, user, leadsTo) => {
  expect(consoleLink(template, user, zone)?.leadsTo).toBe(leadsTo);
});
