import { memoryDeviceKeys } from "../credentials/memory-device-keys.ts";
import { type Call, fakeApi } from "../keycard/fake-api.ts";
import { type FakeBrowser, fakeBrowser } from "./fake-browser.ts";
import { fakeNative } from "./fake-native.ts";
import type { WorkerParts } from "./parts.ts";

/** What the background receives in the tests of this folder: a browser and an API in memory, and a clock. */

export const NOW = Date.parse("2026-11-20T12:00:00Z");

/** A user whom the API knows, in its only zone. */
export const ADA = { id: "ab3def8hij2klm9opq5rst7uvw", email: "ada@example.com", zone_id: "acme" };

const list = (...items: object[]) =>
  Response.json({
    items,
    pagination: { after_cursor: null, before_cursor: null, total_count: items.length },
  });

/** An API with one zone and one user. A service account gets a new token at each exchange. */
export function acmeApi({ url: { pathname }, method }: Call, before: number): Response {
  if (method === "POST") return Response.json({ access_token: `token${before}`, expires_in: 3600 });
  if (pathname === "/zones") return list({ id: "acme", name: "Acme" });
  if (pathname === "/zones/acme") return Response.json({ id: "acme", name: "Acme" });
  if (pathname === "/zones/acme/users") return list(ADA);
  if (pathname === `/zones/acme/users/${ADA.id}`) return Response.json(ADA);
  return new Response("", { status: 404 });
}

/** @param answer what the API replies @param fake the browser, if an earlier worker has used it */
export function fakeParts(
  answer: (call: Call, before: number) => Response | Promise<Response> = acmeApi,
  fake: FakeBrowser = fakeBrowser(),
) {
  const api = fakeApi(answer);
  const native = fakeNative();
  const clock = { now: NOW, elapsed: 0, isOnline: true };
  let tickets = 0;
  const parts: WorkerParts = {
    browser: fake.browser,
    native: native.native,
    fetch: api.fetch,
    deviceKeys: memoryDeviceKeys(),
    isOnline: () => clock.isOnline,
    newTicket: () => `ticket${++tickets}`,
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    async sleep(ms) {
      clock.now += ms;
      clock.elapsed += ms;
    },
    random: () => 0,
  };
  return { parts, fake, api, native, clock };
}
