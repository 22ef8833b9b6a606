import { expect, test } from "vitest";
import type { Connection } from "../connection/replies.ts";
import { diagnostics } from "./diagnostics.ts";
import { fakeBrowser } from "./fake-browser.ts";

/** A worker with only this connection. */
function worker(connection: Connection) {
  const { browser, settings } = fakeBrowser();
  const services = {
    settings,
    connections: { state: async () => connection } as Parameters<
      typeof diagnostics
    >[1]["connections"],
    failures: {
      watch: (traffic: never) => traffic,
      read: async () => [{ why: "server", count: 2, lastAt: 5, status: 503 } as const],
    },
  };
  return { settings, read: () => diagnostics(browser, services) };
}

test("contain no figures and no key if nothing is set up", async () => {
  expect(await worker({ state: "no-key" }).read()).toEqual({
    connection: "no-key",
    kept: { found: 0, absent: 0, inconclusive: 0, contract: "unknown" },
    failures: [{ why: "server", count: 2, lastAt: 5, status: 503 }],
    marks: 0,
    subjects: 0,
    policy: { keys: [], warnings: 0 },
  });
});

test("contain kinds, names of keys and counts of the setup, but no one's name, site or zone", async () => {
  const zone = { id: "zone-id", name: "Secret Zone" };
  const { settings, read } = worker({ state: "ready", keyKind: "api-key", way: "device", zone });
  await settings.change({
    marks: ["https://tickets.example/*"],
    subjects: ["a-{digit:6}", "b-{digit:6}"],
  });
  await settings.takePolicy(async () => ({ zone: "zone-id", lockAfterMin: "x", other: 1 }));
  const told = await read();
  expect(told).toMatchObject({
    connection: "ready",
    key: { kind: "api-key", way: "device" },
    marks: 1,
    subjects: 2,
    policy: { keys: ["zone"], warnings: 2 },
  });
  expect(JSON.stringify(told)).not.toMatch(/zone-id|Secret|tickets|digit/);
});
