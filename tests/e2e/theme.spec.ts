import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const LIGHT = "rgb(255, 255, 255)";
const DARK = "rgb(22, 24, 29)";

/** Runs in the page. */
const ground = () => getComputedStyle(document.documentElement).backgroundColor;

test("the theme follows the system until the user sets one, and then applies everywhere at once", async ({
  connected,
  sandbox,
}) => {
  const options = await optionsPage(connected);
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const all = [options, popup, card];
  for (const document of all) expect(await document.evaluate(ground)).toBe(LIGHT);

  // The card is open while the options in another window are used.
  await options.evaluate(() => chrome.storage.local.set({ theme: "dark" }));
  for (const document of all) await expect.poll(() => document.evaluate(ground)).toBe(DARK);
  await options.getByRole("radio", { name: "Light" }).check();
  for (const document of all) await expect.poll(() => document.evaluate(ground)).toBe(LIGHT);

  await options.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(() => options.evaluate(() => localStorage.getItem("theme"))).toBe("dark");
  for (const name of ["popup.html", "options.html", "sidepanel.html"]) {
    const opened = await connected.context.newPage();
    // Before any script of the page itself runs, and so before anything is painted.
    await opened.addInitScript(() => {
      new MutationObserver((_, watching) => {
        if (!document.body) return;
        watching.disconnect();
        const { theme } = document.documentElement.dataset;
        Object.assign(window, { themeAtFirst: theme });
      }).observe(document, { childList: true, subtree: true });
    });
    await opened.goto(connected.address(name));
    expect(await opened.evaluate("themeAtFirst"), name).toBe("dark");
    expect(await opened.evaluate(ground), name).toBe(DARK);
    await opened.close();
  }
  await page.bringToFront();
  await page.mouse.move(700, 12);
  const again = await hover(page, page.getByTestId(TEST_IDS.threadEmail).first());
  expect(await again.evaluate(ground)).toBe(DARK);
  // The page isn't told.
  expect(await page.evaluate(ground)).not.toBe(DARK);

  await options.getByRole("radio", { name: "System" }).check();
  await options.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => options.evaluate(ground)).toBe(LIGHT);
  await options.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => options.evaluate(ground)).toBe(DARK);
});
