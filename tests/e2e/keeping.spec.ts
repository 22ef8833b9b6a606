import type { Page } from "@playwright/test";
import { LOCK_AFTER_MIN } from "../../lib/limits.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { removeKey, showKeyForm, typeApiKey, typeNewPassphrase } from "../harness/connect.ts";
import { findInFolder } from "../harness/find-in-folder.ts";
import { lockDelay } from "../harness/lock-alarm.ts";
import { attachPopup } from "../harness/popup.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { test as base, expect } from "./fixtures.ts";

const PASSPHRASE = "correct horse battery";

interface Machine {
  /** Starts a browser on the same profile as before. */
  start(): Promise<ExtensionBrowser>;
  profile: string;
}

/** One profile over several starts of the browser. */
const test = base.extend<{ machine: Machine }>({
  machine: async ({ profile, launch }, use) => {
    const started: ExtensionBrowser[] = [];
    await use({
      profile,
      async start() {
        const browser = await launch({ profile });
        started.push(browser);
        return browser;
      },
    });
    await Promise.all(started.map((browser) => browser.close()));
  },
});

async function open({ context, address }: ExtensionBrowser, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address(name));
  return page;
}

/** Connects in the options, with one of the ways to keep the key. @returns the options page */
async function connectKept(browser: ExtensionBrowser, way: string): Promise<Page> {
  const options = await open(browser, "options.html");
  await showKeyForm(options);
  await options.getByRole("radio", { name: way }).check();
  if (way === "With a passphrase") await typeNewPassphrase(options, PASSPHRASE);
  await typeApiKey(options, API_KEYS.full);
  await options.getByRole("combobox", { name: "Zone" }).selectOption(ACME.id);
  await options.getByText("Users are looked up in").first().waitFor();
  return options;
}

async function canSearch(browser: ExtensionBrowser): Promise<void> {
  const popup = await open(browser, "popup.html");
  await popup.getByLabel("Search users").fill("ada");
  await expect(popup.locator("[role=option][data-user-id]").first()).toBeVisible();
}

/** What the extension has stored permanently, in all its places. */
function atRest(page: Page): Promise<{ local: unknown; deviceKeys: number }> {
  return page.evaluate(async () => {
    const { credential } = await chrome.storage.local.get("credential");
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("credentials")) return { local: credential, deviceKeys: 0 };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("credentials");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = db.transaction("keys").objectStore("keys").count();
    const deviceKeys = await new Promise<number>((resolve) => {
      count.onsuccess = () => resolve(count.result);
    });
    db.close();
    return { local: credential, deviceKeys };
  });
}

test("on this device: connected after a restart, and the key is in no file of the profile", async ({
  machine,
}) => {
  const first = await machine.start();
  const options = await open(first, "options.html");
  await showKeyForm(options);
  await expect(options.getByRole("radio", { name: "On this device" })).toBeChecked();
  await connectKept(first, "On this device");
  await canSearch(first);
  await first.close();
  expect(await findInFolder(machine.profile, [API_KEYS.full])).toEqual([]);
  // The search would find it if it were there.
  expect(
    await findInFolder(machine.profile, ["keycard-lookup credential", "settings"]),
  ).not.toEqual([]);

  const second = await machine.start();
  await canSearch(second);
  const again = await open(second, "options.html");
  await expect(again.getByText("The key is kept on this device.")).toBeVisible();
  const stored = await atRest(again);
  expect(stored).toMatchObject({ local: { version: 1, way: "device" }, deviceKeys: 1 });
  expect(JSON.stringify(stored)).not.toContain(API_KEYS.full);
});

test("until the browser closes: nothing is stored, and after a restart there is no key", async ({
  machine,
}) => {
  const first = await machine.start();
  const options = await connectKept(first, "Until the browser closes");
  await expect(options.getByText("The key is kept until the browser closes.")).toBeVisible();
  expect(await atRest(options)).toEqual({ local: undefined, deviceKeys: 0 });
  await canSearch(first);
  await first.close();
  expect(await findInFolder(machine.profile, [API_KEYS.full])).toEqual([]);
  const popup = await open(await machine.start(), "popup.html");
  await expect(popup.getByRole("button", { name: "Connect" })).toBeVisible();
});

test("a locked card's button opens the popup at the field; unlocked there, the card answers by itself", async ({
  extension: browser,
  sandbox,
}) => {
  const options = await connectKept(browser, "With a passphrase");
  await options.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(options.getByText("The key is locked.").first()).toBeVisible();

  const page = await openTicket(browser, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.getByRole("button", { name: "Pin" }).click();
  await card.getByRole("button", { name: "Unlock" }).click();
  const popup = await attachPopup(browser);
  await popup.until("document.activeElement?.type === 'password'");
  await popup.type(PASSPHRASE);
  await popup.press("Enter");
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("with a passphrase: locked after a restart, by hand, after the set time, and with the system", async ({
  machine,
  sandbox,
}) => {
  const first = await machine.start();
  await connectKept(first, "With a passphrase");
  await canSearch(first);
  await first.close();
  expect(await findInFolder(machine.profile, [API_KEYS.full, PASSPHRASE])).toEqual([]);

  const second = await machine.start();
  // Options, which opens on each start, would list the zones after each unlocking.
  await (await second.firstPage)?.close();
  await sandbox.clearLog();
  const page = await openTicket(second, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.getByText("The key is locked.").first()).toBeVisible();
  expect(await sandbox.log()).toEqual([]);

  const popup = await open(second, "popup.html");
  await popup.getByRole("textbox", { name: "Passphrase" }).fill("wrong horse");
  await popup.getByRole("button", { name: "Unlock" }).click();
  await expect(popup.getByText("Wrong passphrase")).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
  await popup.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
  await popup.getByRole("textbox", { name: "Passphrase" }).press("Enter");
  await expect(popup.getByLabel("Search users")).toBeVisible();
  await canSearch(second);

  await popup.getByRole("button", { name: "Lock" }).click();
  await expect(popup.getByRole("button", { name: "Unlock" })).toBeVisible();
  const kept = () => popup.evaluate(async () => Object.keys(await chrome.storage.session.get()));
  expect((await kept()).filter((key) => /credential|answer|token|inspect/.test(key))).toEqual([]);

  // Unused for long enough, though the alarm hasn't fired yet.
  const unlock = async () => {
    await popup.reload();
    await popup.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
    await popup.getByRole("textbox", { name: "Passphrase" }).press("Enter");
    await expect(popup.getByLabel("Search users")).toBeVisible();
  };
  await unlock();
  await expect.poll(() => lockDelay(popup)).toBe(LOCK_AFTER_MIN * 60_000);
  await popup.evaluate(async () => {
    await chrome.storage.session.set({ "credential.last-use": Date.now() - 16 * 60_000 });
  });
  await sandbox.clearLog();
  await popup.getByLabel("Search users").fill("grace");
  await expect(popup.getByRole("heading", { name: "The key is locked" })).toBeVisible();
  await expect(popup.getByRole("textbox", { name: "Passphrase" })).toBeVisible();
  expect(await sandbox.log()).toEqual([]);

  // The system is locked: the browser reports that, and a test can only simulate it.
  await unlock();
  await (await second.worker()).evaluate(() => {
    const { onStateChanged } = chrome.idle as unknown as {
      onStateChanged: { dispatch(state: string): void };
    };
    onStateChanged.dispatch("locked");
  });
  await expect.poll(kept).not.toContain("credential");
});

test("changing the way leaves no old copy behind; removing the key removes every copy", async ({
  extension: browser,
}) => {
  const options = await connectKept(browser, "On this device");
  const change = async (way: string) => {
    await options.getByText("Change how to keep the key").click();
    const folded = options.locator("details[open]");
    await folded.getByRole("radio", { name: way }).check();
    if (way === "With a passphrase") await typeNewPassphrase(folded, PASSPHRASE);
    await folded.getByRole("button", { name: "Save key" }).click();
  };
  await change("With a passphrase");
  await expect(options.getByText("The key is protected with a passphrase.").first()).toBeVisible();
  expect(await atRest(options)).toMatchObject({ local: { way: "passphrase" }, deviceKeys: 0 });
  await change("Until the browser closes");
  await expect(
    options.getByText("The key is kept until the browser closes.").first(),
  ).toBeVisible();
  expect(await atRest(options)).toEqual({ local: undefined, deviceKeys: 0 });
  await change("On this device");
  await expect(options.getByText("The key is kept on this device.").first()).toBeVisible();
  expect(await atRest(options)).toMatchObject({ local: { way: "device" }, deviceKeys: 1 });
  await canSearch(browser);

  await removeKey(options);
  await expect(options.getByText("The key is removed.").first()).toBeAttached();
  expect(await atRest(options)).toEqual({ local: undefined, deviceKeys: 0 });
  const session = await options.evaluate(() => chrome.storage.session.get());
  expect(JSON.stringify(session)).not.toMatch(/@|credential/);
});
