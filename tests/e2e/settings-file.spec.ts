import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { MEANT_MS } from "../../lib/page/card/rest.ts";
import { SETTINGS_VERSION } from "../../lib/settings/versions.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { contentWorld } from "../harness/content-world.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, isShown, leave, openTicket, pointAt, shownCard } from "../harness/steps.ts";
import { FACTS, SECRETS } from "../harness/witness/canaries.ts";
import { expect, test } from "./fixtures.ts";

const delay = (options: Page) => options.getByRole("textbox", { name: "Delay in milliseconds" });
const patterns = (options: Page) =>
  options.getByRole("textbox", { name: "Patterns, one per line" });

test("settings are exported to a file without secrets or people, and imported from it", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const options = await optionsPage(connected);
  await options.bringToFront();
  await options.reload();
  await patterns(options).fill("auth0|{hex:24}");
  await options.getByRole("button", { name: "Save", exact: true }).click();
  const link = options.getByRole("textbox", { name: "Address of a user in your console" });
  await link.fill("https://console.example.com/{zone_id}/{user_id}");
  await options.getByRole("button", { name: "Save link" }).click();
  await delay(options).fill("700");
  await delay(options).blur();
  await options.getByRole("radio", { name: "Dark" }).check();
  await options.getByRole("switch", { name: "Underline addresses and IDs on localhost" }).click();

  const coming = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export settings" }).click();
  const file = await (await coming).path();
  const text = await readFile(file, "utf8");
  expect(JSON.parse(text)).toMatchObject({
    format: "keycard-lookup-settings",
    version: SETTINGS_VERSION,
    settings: { hoverMs: 700, theme: "dark", subjects: ["auth0|{hex:24}"] },
  });
  for (const canary of [...SECRETS, ...FACTS, ...Object.values(PEOPLE).map(({ email }) => email)])
    expect(text).not.toContain(canary);

  // Everything changed, and then an invalid file: nothing happens.
  await delay(options).fill("300");
  await delay(options).blur();
  await options.getByRole("radio", { name: "Light" }).check();
  await patterns(options).fill("");
  await options.getByRole("button", { name: "Save", exact: true }).click();
  const choose = options.getByLabel("Settings file");
  const wrong = text.replace("700", "5");
  await choose.setInputFiles({
    name: "wrong.json",
    mimeType: "application/json",
    buffer: Buffer.from(wrong),
  });
  await expect(options.getByRole("alert")).toContainText(
    "settings.hoverMs is wrong. Expected: whole",
  );
  await expect(delay(options)).toHaveValue("300");

  await choose.setInputFiles(file);
  const preview = options.getByRole("region", { name: "What would change" });
  await expect(preview.getByRole("heading")).toBeFocused();
  await expect(preview).toContainText("300 milliseconds becomes 700 milliseconds");
  await expect(preview).not.toContainText("Zone");
  await preview.getByRole("button", { name: "Replace these settings" }).click();
  await expect(delay(options)).toHaveValue("700");
  await expect(options.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(patterns(options)).toHaveValue("auth0|{hex:24}");

  await options.getByRole("button", { name: "Undo" }).click();
  await expect(delay(options)).toHaveValue("300");
  await expect(options.getByRole("radio", { name: "Light" })).toBeChecked();
});

test("the configured delay passes before the card opens", async ({ connected, sandbox }) => {
  const options = await optionsPage(connected);
  await options.bringToFront();
  await options.reload();
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  // The card's part is loaded from then on.
  await hover(page, place);
  const world = await contentWorld(connected, page);
  for (const ms of ["2000", "700"]) {
    await options.bringToFront();
    await delay(options).fill(ms);
    await delay(options).press("Enter");
    await expect(options.locator("[role=status].heard-only")).toHaveText("Saved.");
    await page.bringToFront();
    await leave(page);
    expect(await isShown(page)).toBe(false);
    // The part of it that remains once the lookup has started; a wait of that length ends when the test says so.
    const left = Number(ms) - MEANT_MS;
    await world?.read(`{
      globalThis.wait ??= setTimeout;
      globalThis.waiting = undefined;
      globalThis.setTimeout = (end, ms) => {
        if (ms === ${left}) globalThis.waiting = end;
        return wait(end, ms === ${left} ? 2 ** 30 : ms);
      };
    }`);
    await pointAt(page, place);
    await expect.poll(() => world?.read("waiting !== undefined")).toBe(true);
    expect(await isShown(page)).toBe(false);
    await world?.read("waiting()");
    await shownCard(page);
  }
});
