import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from "../browser.ts";
import { BARE } from "../extension-page.ts";
import { findInFolder } from "../find-in-folder.ts";
import { FACTS, SECRETS } from "./canaries.ts";
import { type Consoles, listenToConsoles } from "./consoles.ts";
import { readNetLog } from "./net-log.ts";
import { judgeNetwork } from "./network.ts";
import { prepareProfile } from "./profile.ts";
import { judgeRuntimeErrors } from "./runtime-errors.ts";
import { judgeStorage } from "./storage.ts";

export interface WitnessedOptions extends LaunchOptions {
  /** The origin that the extension was built for. */
  api: string;
  /** Further origins from which the test opens pages. */
  pages?: readonly string[];
  /** Allows the extension in private windows. */
  inPrivate?: boolean;
}

/** A browser that is watched from start to end. */
export interface WitnessedBrowser extends ExtensionBrowser {
  /**
   * @returns everything seen since the last call that must not happen, in words, as far as it shows while the browser
   * runs
   */
  judge(): Promise<string[]>;
  /** Ends the browser. @returns everything seen that must not happen and wasn't reported before, in words */
  end(): Promise<string[]>;
}

/**
 * Starts a Chromium with the extension, and watches what it contacts, logs, stores and leaves behind.
 *
 * @param extension folder of the built extension
 */
export async function launchWitnessed(
  extension: string,
  { api, pages = [], inPrivate = false, profile: given, args = [], ...options }: WitnessedOptions,
): Promise<WitnessedBrowser> {
  const profile = given ?? (await mkdtemp(join(tmpdir(), "keycard-lookup-")));
  const notes = await mkdtemp(join(tmpdir(), "keycard-witness-"));
  const netLog = join(notes, "net-log.json");
  await prepareProfile(profile, extension, inPrivate);
  let consoles: Consoles | undefined;
  const browser = await launchWithExtension(extension, {
    ...options,
    profile,
    args: [...args, `--log-net-log=${netLog}`, "--net-log-capture-mode=IncludeSensitive"],
    onContext: (context) => {
      consoles = listenToConsoles(context);
    },
  });
  const origin = `chrome-extension://${browser.extensionId}`;

  async function judge(): Promise<string[]> {
    return [...(consoles?.judge(origin) ?? []), ...(await judgeAlive(browser))];
  }

  async function end(): Promise<string[]> {
    const seen = await judge();
    await browser.close();
    seen.push(...judgeNetwork(await readNetLog(netLog), { api, pages, extension: origin }));
    const left = await findInFolder(profile, [...SECRETS, ...FACTS]);
    seen.push(...left.map((found) => `left in the profile: ${found}`));
    await rm(notes, { recursive: true, force: true });
    if (given === undefined) await rm(profile, { recursive: true, force: true });
    return seen;
  }

  let ended: Promise<string[]> | undefined;
  const endOnce = () => {
    ended ??= end();
    return ended;
  };
  return {
    ...browser,
    judge,
    end: endOnce,
    async close() {
      await endOnce();
    },
  };
}

/** A document of the browser's extensions page that runs no script. */
const EXTENSIONS = "chrome://extensions/strings.m.js";

/** What shows only while the browser runs. */
async function judgeAlive({ context, address, extensionId }: ExtensionBrowser): Promise<string[]> {
  const errors = await judgeRuntimeErrors(await extensionsPage(context), extensionId);
  const open = context.pages().find((page) => page.url().startsWith(address("")));
  if (open) return [...errors, ...(await judgeStorage(context, open))];
  const page = await context.newPage();
  await page.goto(address(BARE));
  const stored = await judgeStorage(context, page);
  await page.close();
  return [...errors, ...stored];
}

/** The extensions page, which is kept for the next time: opening one costs as much as a short test. */
async function extensionsPage(context: BrowserContext): Promise<Page> {
  const opened = context.pages().find(isWitness);
  if (opened) return opened;
  // The page that the browser itself opened first, if it is still there: it comes before all others.
  const page =
    context.pages().find((one) => one.url() === "about:blank") ?? (await context.newPage());
  await page.goto(EXTENSIONS);
  // Otherwise its long text would be in the report of each failed test.
  await page.evaluate(() => document.documentElement.replaceChildren());
  return page;
}

/** Whether a page is the witness's, which tests that share a browser leave open. */
export function isWitness(page: Page): boolean {
  return page.url() === EXTENSIONS;
}
