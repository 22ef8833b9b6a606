import { expect, test, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));
vi.mock("../build.ts", () => ({ API_ORIGIN: "https://api.keycard.ai" }));
const { siteFromText } = await import("./sites.ts");

test.each([
  ["tickets.example.com", "https://tickets.example.com/*"],
  [" https://tickets.example.com/agent/1?x=y ", "https://tickets.example.com/*"],
  ["http://tickets.example.com", "http://tickets.example.com/*"],
  ["https://tickets.example.com:8443/", "https://tickets.example.com/*"],
  ["tickets.example.com:8443", "https://tickets.example.com/*"],
  ["localhost:3000", "https://localhost/*"],
  ["TICKETS.example.com", "https://tickets.example.com/*"],
  ["bücher.example", "https://xn--bcher-kva.example/*"],
])("%s is the site %s", (text, pattern) => {
  expect(siteFromText(text)).toEqual({ ok: true, pattern });
});

test.each([
  "",
  "not a site",
  "chrome://settings",
  "file:///etc/hosts",
  "*",
  "https://*.example.com",
])("%s is refused in a sentence", (text) => {
  expect(siteFromText(text)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
});
