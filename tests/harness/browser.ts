import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";
import { ensureChromium } from "../../scripts/chromium.ts";
import { QUIET_SWITCHES, resolverSwitch } from "./quiet-switches.ts";

/** How long (ms) the page of the first run can take to open: 300 after the browser's start, seconds on a busy machine. */
const FIRST_PAGE_MS = 10_000;

/** A real Chromium with the built extension in a fresh profile. */
export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  /** The service worker. After a stop, Playwright returns a new one. */
  worker(): Promise<Worker>;
  /** URL of a page of the extension. */
  address(page: string): string;
  /** Options, which opens at installation: on each start, as the extension is unpacked. Undefined if it doesn't. */
  firstPage: Promise<Page | undefined>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless: boolean;
  colorScheme?: "light" | "dark";
  /** Null: as large as the window. */
  viewport?: { width: number; height: number } | null;
  args?: string[];
  env?: Record<string, string>;
  /** Host names that resolve to this machine. */
  hosts?: readonly string[];
  /** A command other than the usual Chromium's. */
  executablePath?: string;
  /** Keeps pages in the back/forward cache, which Playwright turns off. */
  pageCache?: boolean;
  /** Folder of the profile, which is kept when the browser closes; by default a fresh one, which is deleted. */
  profile?: string;
  /** Whether Playwright ends this process on a signal, once it has closed the browser; true by default. */
  handleSIGINT?: boolean;
  handleSIGTERM?: boolean;
  handleSIGHUP?: boolean;
  /** Called as soon as there is a context, before the extension's worker is awaited. */
  onContext?: (context: BrowserContext) => void;
}

/** @param extension folder of the built extension */
export async function launchWithExtension(
  extension: string,
  {
    args = [],
    hosts = [],
    pageCache = false,
    profile: given,
    onContext,
    ...options
  }: LaunchOptions,
): Promise<ExtensionBrowser> {
  const profile = given ?? (await mkdtemp(join(tmpdir(), "keycard-lookup-")));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await ensureChromium()),
    ...options,
    ...(pageCache && { ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...QUIET_SWITCHES,
      resolverSwitch(hosts),
      ...args,
    ],
  });
  onContext?.(context);
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extensionId = new URL((await worker()).url()).host;
  const address = (page: string) => `chrome-extension://${extensionId}/${page}`;
  return {
    context,
    extensionId,
    worker,
    address,
    firstPage: firstPageOf(context, address("options.html")),
    async close() {
      await context.close();
      if (given === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

async function firstPageOf(context: BrowserContext, url: string): Promise<Page | undefined> {
  const isIt = (page: Page) => page.url() === url;
  return (
    context.pages().find(isIt) ??
    context.waitForEvent("page", { predicate: isIt, timeout: FIRST_PAGE_MS }).catch(() => undefined)
  );
}
