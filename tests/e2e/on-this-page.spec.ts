import type { Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { contentWorld } from "../harness/content-world.ts";
import { attachPopup, type Popup } from "../harness/popup.ts";
import { openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Clicks a button of the popup by its accessible name. */
async function click(popup: Popup, name: string): Promise<void> {
  const button = `[...document.querySelectorAll("button")].find((b) => (b.ariaLabel ?? b.innerText.trim()) === ${JSON.stringify(name)})`;
  await popup.until(button);
  await popup.read(`${button}.click()`);
}

/** A page's scroll position, and what is highlighted there. */
const lit = (page: Page) =>
  page.evaluate(() => {
    const light = CSS.highlights.get("keycard-lookup-here");
    const [range] = light ? [...(light as unknown as Set<StaticRange>)] : [];
    return {
      text: range?.startContainer.textContent ?? "",
      y: (range?.startContainer.parentElement?.getBoundingClientRect().y ?? -1) / innerHeight,
    };
  });

test("the popup lists a page's mentions, also in frames, shadow trees, fields and links, and scrolls to each", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  const text = async (id: string) => (await page.getByTestId(id).first().textContent()) ?? "";
  const mail = page.frameLocator(`[data-testid="${TEST_IDS.mailFrame}"]`);
  const expected = [
    await text(TEST_IDS.requesterEmail),
    await text(TEST_IDS.threadId),
    await page.getByTestId(TEST_IDS.requesterInput).inputValue(),
    (await page.getByTestId(TEST_IDS.threadMailto).first().getAttribute("href"))
      ?.replace("mailto:", "")
      .replace(/\?.*/, ""),
    await mail.getByTestId(TEST_IDS.mailEmail).textContent(),
    await page.getByTestId(TEST_IDS.shadowOpen).getByTestId(TEST_IDS.shadowEmail).textContent(),
    "katherine@example.com",
  ];
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  await click(popup, "On this page");
  await popup.until(`document.body.innerText.includes(${JSON.stringify(expected[0])})`);
  const list = await popup.read<string>("document.body.innerText");
  for (const value of expected) expect(list).toContain(value);
  // Not the modal dialog that is closed.
  const inDialog = await text(TEST_IDS.mergeEmail);
  if (!expected.includes(inDialog)) expect(list).not.toContain(inDialog);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
  const asked = await sandbox.lookUps();
  expect(asked).toEqual([]);
  const world = await contentWorld(connected, page);
  expect(await world?.count("MutationObserver")).toBe(0);

  const last = await text(TEST_IDS.affectedId);
  await page.evaluate(() => scrollTo(0, 0));
  await click(popup, `Show on page: ${last}`);
  await expect.poll(async () => (await lit(page)).text).toContain(last);
  await expect.poll(async () => (await lit(page)).y).toBeGreaterThan(0.1);
  await expect.poll(async () => (await lit(page)).y).toBeLessThan(0.9);
  await expect.poll(async () => (await lit(page)).text, { timeout: 5_000 }).toBe("");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);

  // Someone whose mention is gone by then.
  await page.evaluate(() => {
    document.body.innerHTML = "<p>nobody</p>";
  });
  await click(popup, `Show on page: ${last}`);
  await popup.until("/not there any more|no longer/.test(document.body.innerText)");
});

test("a page without mentions", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await page.evaluate(() => {
    document.body.innerHTML = "<p>nobody</p>";
  });
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  await click(popup, "On this page");
  await popup.until('document.body.innerText.includes("No e-mail address or ID on this page")');
});

test("a PDF, which extensions can't read, isn't said to mention no one", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await page.goto(`${sandbox.url}/tickets/printed.pdf`);
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  await click(popup, "On this page");
  await popup.until('document.body.innerText.includes("This page can’t be read.")');
});

test("underlines are turned on and off in the popup, which shows their number", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  const marks = () => page.evaluate(() => CSS.highlights.get("keycard-lookup")?.size ?? 0);
  const control = `document.querySelector('[role=switch][aria-label^="Underline addresses and IDs on"]')`;
  await popup.until(`${control}?.getAttribute("aria-checked") === "false"`);
  await popup.read(`${control}.click()`);
  await popup.until(`${control}.getAttribute("aria-checked") === "true"`);
  await popup.until("/\\d+ addresses and IDs underlined/.test(document.body.innerText)");
  expect(await marks()).toBeGreaterThan(5);

  await page.evaluate(() => {
    document.body.innerHTML = Array.from(
      { length: 520 },
      (_, n) => `<p>user${n}@example.com</p>`,
    ).join("");
  });
  await popup.until('document.body.innerText.includes("Only the first 500 are underlined")');
  await popup.read(`${control}.click()`);
  await popup.until(`${control}.getAttribute("aria-checked") === "false"`);
  await expect.poll(marks).toBe(0);
});
