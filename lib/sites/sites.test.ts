import { expect, test, vi } from "vitest";

const permissions = vi.hoisted(() => ({
  request: vi.fn(async () => true),
  remove: vi.fn(async () => true),
}));
vi.mock("wxt/browser", () => ({ browser: { permissions } }));
vi.mock("../build.ts", () => ({ API_ORIGIN: "https://api.keycard.ai" }));
const { removeSite, requestSite, siteFromText } = await import("./sites.ts");

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
  ["", "not-an-address"],
  ["not a site", "not-an-address"],
  ["chrome://settings", "not-the-web"],
  ["file:///etc/hosts", "not-the-web"],
  ["*", "not-one-site"],
  ["https://*.example.com", "not-one-site"],
])("refuses %j as %s", (text, why) => {
  expect(siteFromText(text)).toEqual({ ok: false, why });
});

test("requests several patterns in one prompt, before anything is awaited", async () => {
  const origins = ["https://app.tickets.example/*", "https://app.eu.tickets.example/*"];
  const asked = requestSite(...origins);
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins });
  expect(await asked).toBe(true);
  await removeSite(...origins);
  expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins });
});
