import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { ExtensionRunner } from "wxt";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { connect } from "../tests/harness/connect.ts";
import { allowReload } from "../tests/harness/reload-extension.ts";
import { openTicket } from "../tests/harness/steps.ts";
import { OWN_SIGNALS } from "./clean-ups.ts";

/** Where WXT writes the build that it keeps up to date. */
const EXTENSION = resolve(".output/chrome-mv3-dev");
/** Of this run only: each begins connected, and otherwise as just installed. */
const PROFILE = resolve(".output/dev-profile");

interface Wanted {
  sandbox: { url: string };
  headless: boolean;
  say: (text: string) => void;
}

/**
 * The browser that WXT's server opens, closes, and opens again: connected, on a ticket, and open to a debugger. WXT's own
 * runner is web-ext: 131 more packages, for a browser that the tests' harness starts as well, and that nobody connects.
 */
export function devBrowser({ sandbox, headless, say }: Wanted): Required<ExtensionRunner> {
  let running: ExtensionBrowser | undefined;
  return {
    canOpen: () => true,
    async openBrowser() {
      const port = await freePort();
      await rm(PROFILE, { recursive: true, force: true });
      running = await launchWithExtension(EXTENSION, {
        ...OWN_SIGNALS,
        headless,
        viewport: headless ? { width: 1280, height: 800 } : null,
        profile: PROFILE,
        args: [`--remote-debugging-port=${port}`],
      });
      const extensions = await allowReload(running);
      if (headless) say(howToAttach(port, sandbox.url));
      // Not waited for: while what is saved does not work, WXT must go on and see it mended.
      void setUp(running, extensions, sandbox).then(
        () => say("Connected, and on a ticket."),
        (error) => say(`The extension isn't connected. Reopen the browser to try again.\n${error}`),
      );
    },
    async closeBrowser() {
      await running?.close();
    },
  };
}

/** How long (ms) a page may take to come: the first time each file of it is compiled when it is asked for. */
const PATIENCE_MS = 120_000;

async function setUp(
  browser: ExtensionBrowser,
  extensionsPage: Page,
  sandbox: { url: string },
): Promise<void> {
  browser.context.setDefaultTimeout(PATIENCE_MS);
  await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
  await openTicket(browser, sandbox, 1);
  await extensionsPage.close();
}

function howToAttach(port: number, sandbox: string): string {
  return `
There's no display, so the browser has no window. To see it:
  - in Chromium on this machine, open chrome://inspect, "Configure", and add 127.0.0.1:${port};
    from another machine, first: ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE
  - a program attaches to http://127.0.0.1:${port} (Playwright: chromium.connectOverCDP)
  - or load the folder ${EXTENSION} in your own browser ("Load unpacked"), and go to
    ${sandbox}/tickets/1 there, with the API key ${API_KEYS.full}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There's no free port.");
  return address.port;
}
