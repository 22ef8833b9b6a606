import type { Page } from "@playwright/test";
import { POINTER_LOOK_MS } from "../../lib/page/pointer.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { contentWorld } from "../harness/content-world.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { hover } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * Only a user can start a lookup (design, invariant 3). The sandbox's page /hostile/ has a script full of tricks;
 * whatever it does, no request is sent.
 */

/** What a trick gets: where the pointer rests, and what a page would have to guess. */
interface Given {
  x: number;
  y: number;
  /** The extension's ID. */
  id: string;
}

declare global {
  /** In the sandbox's page /hostile/: its tricks by name. */
  var attempts: Record<string, (given: Given) => unknown>;
  /** What it tries on an open card, whose URL it would have to guess. */
  var attemptsOnCard: Record<string, (url: string) => unknown>;
}

/** Where the pointer rests: on nothing. */
const REST = { x: 640, y: 520 };

/** Milliseconds in which a lookup would have started, and reached the API. */
const LOOK_UP_MS = 800;

/**
 * Opens the page as a user does, with a pointer that has moved and now rests. A mention under it while it moves, and
 * until the look is done, is hovered, whoever put it there; so this waits for the look.
 */
async function restOn(browser: ExtensionBrowser, page: Page, url: string): Promise<void> {
  await page.goto(`${url}/hostile/`);
  await page.mouse.move(REST.x + 20, REST.y, { steps: 3 });
  await page.mouse.move(REST.x, REST.y, { steps: 3 });
  const world = await contentWorld(browser, page);
  await expect.poll(() => world?.read("typeof keycardLookupLook")).toBe("function");
  await page.waitForTimeout(2 * POINTER_LOOK_MS);
}

/** The API's requests. */
async function asked(sandbox: Sandbox): Promise<string[]> {
  return (await sandbox.log()).map(({ method, path, query }) => `${method} ${path}?${query}`);
}

/** Not retried. */
const REFUSED = { match: "GET", times: null, status: 400 };

async function attempt(page: Page, name: string, { extensionId }: ExtensionBrowser): Promise<void> {
  const given: Given = { ...REST, id: extensionId };
  await page
    .evaluate(async ([trick, told]) => attempts[trick]?.(told), [name, given] as const)
    .catch((error: unknown) => {
      // The trick can navigate to another page.
      if (!/context was destroyed|navigation/.test(String(error))) throw error;
    });
}

test("a page's script can't cause a request: by events, focus, selections, mentions planted below the pointer, forged messages, or its own frames", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(240_000);
  // Failures aren't cached: each lookup would be a request.
  await sandbox.fault(REFUSED);
  const page = await connected.context.newPage();
  await restOn(connected, page, sandbox.url);
  const names = await page.evaluate(() => Object.keys(attempts));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names)
    await test.step(name, async () => {
      await restOn(connected, page, sandbox.url);
      await attempt(page, name, connected);
      await page.waitForTimeout(LOOK_UP_MS);
      expect.soft(await asked(sandbox), name).toEqual([]);
      await sandbox.clearLog();
    });
  // The same page, the same place of the mention, and a user.
  await restOn(connected, page, sandbox.url);
  const card = await hover(page, page.locator("#mention"));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  // After the refusal it was requested again with less, down to nothing (lib/directory/step-down.ts).
  expect(await sandbox.log()).not.toEqual([]);
});

test("a page's script can't cause a request with a pinned card: by clicks on its host, by copying and removing it, or by its URL", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await sandbox.fault(REFUSED);
  const page = await connected.context.newPage();
  await restOn(connected, page, sandbox.url);
  const card = await hover(page, page.locator("#mention"));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  await card.getByRole("button", { name: "Pin" }).click();
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  await sandbox.clearLog();
  for (const name of await page.evaluate(() => Object.keys(attemptsOnCard)))
    await test.step(name, async () => {
      await page.evaluate(async ([trick, url]) => attemptsOnCard[trick]?.(url), [
        name,
        card.url(),
      ] as const);
      await page.waitForTimeout(LOOK_UP_MS);
      expect.soft(await asked(sandbox), name).toEqual([]);
      await sandbox.clearLog();
    });
});
