import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { closeFirstRunPage, install } from "../harness/firefox/extension.ts";
import { launchFirefox } from "../harness/firefox/launch.ts";
import { judge, watch } from "../harness/firefox/witness.ts";
import { connectByForm } from "../scenarios/connect.ts";
import { expectCard, pointAt } from "../scenarios/steps.ts";
import { firefoxDriver, openOwnPage, tab } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

/** Breaches of what the witness of all tests in Firefox watches. */
function planted(elsewhere: string): string {
  return `{
    const real = fetch;
    globalThis.fetch = (url, init) => {
      const key = new Headers(init.headers).get("authorization");
      real("${elsewhere}/seen").catch(() => {});
      return real(url + (String(url).includes("?") ? "&" : "?") + "copy=" + encodeURIComponent(key), init);
    };
    chrome.storage.session.onChanged.addListener((changes) =>
      chrome.storage.local.set({ ["copy" + Math.random()]: JSON.stringify(changes) }));
    setTimeout(() => { throw new Error("planted"); }, 100);
  }`;
}

const SAID = [
  /\/seen: asks somebody else/,
  /sandbox-api-key is in the address/,
  /the browser recorded an error in moz-extension:.*background\.js.*planted/,
  /^sandbox-api-key is in storage\.local/,
  /^id\.acme\.example is in storage\.local/,
];

test("the witness reports a request to another server, the key in a URL, an error, and answers and key on disk", async ({
  station,
  sandbox: _,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "keycard-planted-"));
  const server = createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await plant(station.extension, folder, planted(elsewhere));
  const firefox = await launchFirefox();
  try {
    const { marionette } = firefox;
    await watch(marionette);
    await install(marionette, folder);
    await closeFirstRunPage(marionette);
    const options = await openOwnPage(marionette, "options.html");
    await connectByForm(tab(marionette, options), { apiKey: API_KEYS.full, zone: ACME.name });
    const page = await firefoxDriver(firefox, station.sandbox).open("/tickets/1");
    await pointAt(page, TEST_IDS.requesterEmail);
    await expectCard(page, { state: "found", users: [PEOPLE.ada.id] });
    const seen = await judge(marionette, station.sandbox);
    for (const said of SAID) expect.soft(seen).toContainEqual(expect.stringMatching(said));
  } finally {
    await firefox.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Copies a build, and puts code before its background's own; without the policy that would prevent it. */
async function plant(extension: string, folder: string, code: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  const script = join(folder, "background.js");
  await writeFile(script, `${code}\n${await readFile(script, "utf8")}`);
  const manifest = join(folder, "manifest.json");
  const { content_security_policy: _, ...rest } = JSON.parse(await readFile(manifest, "utf8"));
  await writeFile(manifest, JSON.stringify(rest));
}
