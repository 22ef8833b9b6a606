import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { ExtensionRunner } from "wxt";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import { allowReload } from "../tests/harness/reload-extension.ts";
import { openTicket } from "../tests/harness/steps.ts";
import { OWN_SIGNALS } from "./clean-ups.ts";

/** Where WXT writes the build that it keeps up to date. */
const EXTENSION = resolve(".output/chrome-mv3-dev");
/** For this run only: each starts connected, and otherwise freshly installed. */
const PROFILE = resolve(".output/dev-profile");

interface Wanted {
  sandbox: { url: string };
  headless: boolean;
  say: (text: string) => void;
}

/**
 * The browser that WXT's server opens, closes, and reopens: connected, on a ticket, and open to a debugger. WXT's own
 * runner is web-ext: 131 more packages, for a browser that the test harness can start as well, and that wouldn't be
 * connected.
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
      // Not awaited: while saved code is broken, WXT must continue, and notice when it is fixed.
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

/** How long (ms) a page can take to appear: on first request, each of its files is compiled. */
const PATIENCE_MS = 120_000;

async function setUp(
  browser: ExtensionBrowser,
  extensionsPage: Page,
  sandbox: { url: string },
): Promise<void> {
  browser.context.setDefaultTimeout(PATIENCE_MS);
  await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
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
