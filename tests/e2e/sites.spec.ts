import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connect } from "../harness/connect.ts";
import { liveScripts } from "../harness/content-world.ts";
import { canStartDisplay, startDisplay } from "../harness/display.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { hover, isShown, pointAt } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

test("a site is turned on through the browser's own prompt, works in its open tab, and is turned off again", async ({
  launch,
  sandbox,
}) => {
  test.skip(!canStartDisplay(), "the browser's prompt needs Xvfb and xdotool");
  const display = await startDisplay();
  const site = `http://tickets.example:${new URL(sandbox.url).port}`;
  const browser = await launch({
    headless: false,
    viewport: { width: 1280, height: 800 },
    pages: [site],
    hosts: ["tickets.example"],
    env: { ...process.env, ...display.env } as Record<string, string>,
  });
  try {
    await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
    const page = await browser.context.newPage();
    await page.goto(`${site}/tickets/1`);
    await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
    await page.waitForTimeout(800);
    expect(await isShown(page)).toBe(false);

    const options = await browser.context.newPage();
    await options.goto(browser.address("options.html"));
    await options.getByRole("textbox", { name: "Site address" }).fill("http://tickets.example");
    await options.getByRole("button", { name: "Turn on", exact: true }).click();
    await options.waitForTimeout(1_000);
    // The prompt has the focus: Tab goes to "Allow".
    await display.press("Tab", "Return");
    const off = options.getByRole("button", { name: "Turn off http://tickets.example" });
    await expect(off).toBeVisible();

    await page.bringToFront();
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
    await page.reload();
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    const marks = () => page.evaluate(() => CSS.highlights.get("keycard-lookup")?.size ?? 0);
    const pattern = "http://tickets.example/*";
    await sendFromExtensionPage(browser, { type: "switchMarks", pattern, on: true });
    await page.bringToFront();
    await expect.poll(marks).toBeGreaterThan(5);

    // The permission is removed with the card open.
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await options.bringToFront();
    await off.click();
    await expect(off).toHaveCount(0);
    await page.bringToFront();
    await expect(page.locator("[popover=manual]")).toHaveCount(0);
    expect(await marks()).toBe(0);
    expect(await liveScripts(browser, page)).toBe(0);
    await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
    await page.waitForTimeout(800);
    expect(await isShown(page)).toBe(false);
  } finally {
    await browser.close();
    display.stop();
  }
});
