import type { Page } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE, peopleOf } from "../../sandbox/people.ts";
import { ACME, SMALL_LEGACY } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { endFirstRun, showKeyForm, typeApiKey, typeNewPassphrase } from "../harness/connect.ts";
import { extensionId } from "../harness/extension-id.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { launchBare, offer } from "../harness/force-install.ts";
import { lockDelay } from "../harness/lock-alarm.ts";
import { clickMenuItem } from "../harness/menu.ts";
import {
  forExtension,
  type Policies,
  preparePolicies,
  whyNoPolicies,
} from "../harness/policies.ts";
import { attachPopup } from "../harness/popup.ts";
import { hover, isShown, leave, openTicket, pointAt } from "../harness/steps.ts";
import { test as base, expect } from "./fixtures.ts";
import { expectGoesOn, pinCard } from "./pinned/tricks.ts";

/** A Chromium that reads an organization's settings from a real policy file. */
interface Managed {
  /** @param policy keys of docs/enterprise.md */
  start(policy: object): Promise<ExtensionBrowser>;
  /** Replaces the policy file while the browser is running. */
  change(policy: object): Promise<void>;
}

const test = base.extend<{ managed: Managed }>({
  managed: async ({ launch, station }, use) => {
    const why = await whyNoPolicies();
    base.skip(why !== undefined, why);
    const policies: Policies = await preparePolicies();
    const started: ExtensionBrowser[] = [];
    const id = extensionId(station.extension);
    const change = (policy: object) => policies.set(forExtension(id, policy));
    await use({
      change,
      async start(policy) {
        await change(policy);
        const browser = await launch({ executablePath: policies.executablePath });
        started.push(browser);
        await holds(browser, policy);
        return browser;
      },
    });
    await Promise.all(started.map((browser) => browser.close()));
    await policies.remove();
  },
});

/** Waits until the browser has given the extension the whole policy. */
async function holds(browser: ExtensionBrowser, policy: object): Promise<void> {
  const worker = await browser.worker();
  await expect
    .poll(() => worker.evaluate(() => chrome.storage.managed.get()), { timeout: 30_000 })
    .toEqual(policy);
  const applied = () => worker.evaluate(() => chrome.storage.session.get());
  await expect.poll(applied, { timeout: 30_000 }).toHaveProperty("policy-applied");
}

async function openOptions({ context, address }: ExtensionBrowser): Promise<Page> {
  const options = await context.newPage();
  await options.goto(address("options.html"));
  return options;
}

/** The way in which the stored key is kept. */
async function wayAtRest(page: Page): Promise<unknown> {
  const { credential } = await page.evaluate(() => chrome.storage.local.get("credential"));
  return (credential as { way?: unknown } | undefined)?.way;
}

test("what the organization sets is locked in the options and used by lookups, and wrong values are reported", async ({
  managed,
  sandbox,
}) => {
  const browser = await managed.start({
    zone: SMALL_LEGACY.id,
    keepKey: "session",
    lockAfterMin: 99_999,
    consoleUrl: "https://console.example.com/z/{zone_id}/u/{user_id}",
    subjectPatterns: ["auth0|{hex:24}", "[a-z]+"],
    sitesOn: ["https://tickets.example.com/*"],
    cacheMin: 0,
  });
  const options = await openOptions(browser);
  const warnings = options.getByRole("status").filter({ hasText: "2 mistakes" });
  await expect(warnings).toContainText("lockAfterMin: “99999” is ignored");
  await expect(warnings).toContainText("subjectPatterns: “[a-z]+” is ignored");
  await endFirstRun(options);
  await showKeyForm(options);
  const session = options.getByRole("radio", { name: "Until the browser closes" });
  await expect(session).toBeChecked();
  await expect(session).toBeDisabled();
  await expect(options.getByRole("textbox", { name: "Patterns, one per line" })).toBeDisabled();
  await expect(options.getByRole("button", { name: "Turn on 1 site" })).toBeVisible();
  await typeApiKey(options, API_KEYS.full);
  await expect(options.getByText("The key is kept until the browser closes.")).toBeVisible();
  const zone = options.getByRole("combobox", { name: "Zone" });
  await expect(zone).toBeDisabled();
  await expect(zone).toHaveValue(SMALL_LEGACY.id);
  const set = options.getByText("Set by your organization").filter({ visible: true });
  await expect(set.first()).toBeVisible();
  expect(await wayAtRest(options)).toBeUndefined();
  // Nor can a page of the extension change it.
  expect(await sendFromExtensionPage(browser, { type: "chooseZone", zoneId: ACME.id })).toEqual({
    state: "failed",
    failure: { why: "setByPolicy" },
  });

  await sandbox.clearLog();
  const page = await openTicket(browser, sandbox, 1);
  const { id } = peopleOf(SMALL_LEGACY.id).ada;
  const look = async () => {
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", id);
    return card;
  };
  const card = await look();
  await expect(card.getByRole("link", { name: "Open in console" })).toHaveAttribute(
    "href",
    `https://console.example.com/z/${SMALL_LEGACY.id}/u/${id}`,
  );
  const asked = () => sandbox.lookUps();
  const first = (await asked()).length;
  expect(first).toBeGreaterThan(0);
  for (const { path } of await asked()) expect(path).toContain(SMALL_LEGACY.id);
  // Nothing is cached: the same person is requested again.
  await leave(page);
  await look();
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(first);
  const stored = await options.evaluate(() => chrome.storage.session.get());
  expect(Object.keys(stored).filter((key) => key.startsWith("answer."))).toEqual([]);
  expect(
    JSON.stringify(Object.entries(stored).filter(([key]) => key.startsWith("zone."))),
  ).not.toContain("@");
});

test("if the organization doesn't let answers be cached, a page that hides, removes or covers a pinned card causes no request", async ({
  managed,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const browser = await managed.start({ zone: ACME.id, cacheMin: 0 });
  const options = await openOptions(browser);
  await typeApiKey(options, API_KEYS.full);
  await options.getByText("Users are looked up in").first().waitFor();
  const page = await openTicket(browser, sandbox, 1);
  await pinCard(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expectGoesOn((name, body) => test.step(name, body), page, sandbox, PEOPLE.ada.id);
});

test("where a site is turned off, nothing is shown or sent, whatever the browser permits, until the policy changes", async ({
  managed,
  sandbox,
}) => {
  const browser = await managed.start({ zone: ACME.id, sitesOff: ["127.0.0.1"] });
  const options = await openOptions(browser);
  await typeApiKey(options, API_KEYS.full);
  await options.getByText("Users are looked up in").first().waitFor();
  await sandbox.clearLog();
  const page = await openTicket(browser, sandbox, 1);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  await page.waitForTimeout(1_200);
  await expect(page.locator("[popover=manual]")).toHaveCount(0);
  expect(await sendFromExtensionPage(browser, { type: "tabMentions" })).toMatchObject({
    ok: false,
  });

  // The menu opens the popup instead of the card.
  await clickMenuItem(browser, page, { selectionText: "ada@example.com", frameId: 0 });
  const popup = await attachPopup(browser);
  await popup.until(`document.querySelector('article[data-user-id]')`);
  await popup.until(`document.body.innerText.includes('by your organization')`);
  expect(await popup.read(`document.querySelector('[role=switch]').disabled`)).toBe(true);
  expect(await page.locator("[popover=manual]").count()).toBe(0);
  await sandbox.clearLog();

  await managed.change({ zone: ACME.id });
  await holds(browser, { zone: ACME.id });
  await page.bringToFront();
  await page.reload();
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));

  // And back, with the card open.
  await managed.change({ sitesOff: ["*://*/*"] });
  await expect(page.locator("[popover=manual]")).toHaveCount(0, { timeout: 30_000 });
  await pointAt(page, page.getByTestId(TEST_IDS.threadEmail).first());
  await page.waitForTimeout(800);
  expect(await isShown(page)).toBe(false);
});

test("a key that is kept in another way doesn't stay so when the policy arrives, and options follow at once", async ({
  managed,
}) => {
  const browser = await managed.start({ zone: ACME.id });
  const options = await openOptions(browser);
  await typeApiKey(options, API_KEYS.full);
  await expect(options.getByText("The key is kept on this device.")).toBeVisible();
  expect(await wayAtRest(options)).toBe("device");

  await managed.change({ zone: ACME.id, keepKey: "passphrase", lockAfterMin: 5 });
  await expect(
    options.getByText("Your organization asks for the key to be protected with a passphrase"),
  ).toBeVisible({
    timeout: 30_000,
  });
  expect(await wayAtRest(options)).toBeUndefined();
  const folded = options.locator("details[open]");
  await typeNewPassphrase(folded, "correct horse battery");
  await folded.getByRole("button", { name: "Save key" }).click();
  await expect(options.getByText("The key is protected with a passphrase.").first()).toBeVisible();
  expect(await wayAtRest(options)).toBe("passphrase");
  const lockAfter = options.getByRole("combobox", { name: "Lock after" });
  await expect(lockAfter).toBeDisabled();
  await expect(lockAfter).toHaveValue("5");
  await expect.poll(() => lockDelay(options)).toBe(5 * 60_000);

  await managed.change({ zone: ACME.id, keepKey: "device" });
  await expect(options.getByText("The key is kept on this device.").first()).toBeVisible({
    timeout: 30_000,
  });
  expect(await wayAtRest(options)).toBe("device");
});

test("an organization can install the extension by policy, without the first-run page", async ({
  station,
}) => {
  const why = await whyNoPolicies();
  test.skip(why !== undefined, why);
  const offered = await offer(station.extension);
  const policies = await preparePolicies();
  const { id, updateUrl } = offered;
  /** What is open some time after the extension was installed and has its policy. */
  async function openedBy(policy: object): Promise<string[]> {
    await policies.set({
      ExtensionSettings: { [id]: { installation_mode: "force_installed", update_url: updateUrl } },
      // Otherwise no one can inspect such an extension.
      DeveloperToolsAvailability: 1,
      ...forExtension(id, policy),
    });
    const { context, close } = await launchBare(policies.executablePath);
    const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    await expect
      .poll(() => worker.evaluate(() => chrome.storage.session.get()), { timeout: 30_000 })
      .toHaveProperty("policy-applied");
    expect(await worker.evaluate(() => chrome.management.getSelf())).toMatchObject({
      installType: "admin",
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const pages = context.pages().map((page) => page.url());
    await close();
    return pages;
  }
  try {
    const options = `chrome-extension://${id}/options.html`;
    expect(await openedBy({ cacheMin: 5, firstRunPage: false })).not.toContain(options);
    expect(await openedBy({ cacheMin: 5 })).toContain(options);
  } finally {
    await offered.stop();
    await policies.remove();
  }
});
