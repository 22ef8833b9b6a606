import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { attachPopup } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { fill, hover, isShown, leave, openTicket, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Pointer, keyboard, menu, the popup's list and underlines find the same person, from every source of a name. */

/** For each source: a name with `id="name"`, and who it refers to. */
const SOURCES: Record<string, [html: string, who: string]> = {
  "the text": ['<p><b id="name">ada@agree.example</b></p>', "ada@agree.example"],
  "a tooltip that is referenced": [
    '<p><b id="name" aria-describedby="t">Grace</b></p><i id="t" role="tooltip" hidden>grace@agree.example</i>',
    "grace@agree.example",
  ],
  "a title that was removed": [
    '<p><b id="name" data-original-title="alan@agree.example">Alan Turing</b></p>',
    "alan@agree.example",
  ],
  "an attribute": [
    '<p><b id="name" data-email="kay@agree.example">Kay McNulty</b></p>',
    "kay@agree.example",
  ],
  "a link": [
    '<p><a id="name" href="/people?email=mary%40agree.example">Mary</a></p>',
    "mary@agree.example",
  ],
  "the address next to it": [
    '<div role="listitem"><div id="name">Hedy Lamarr</div><div>hedy@agree.example</div></div>',
    "hedy@agree.example",
  ],
  "the mailbox that it starts": [
    '<p><b id="name">Jean Bartik</b> &lt;jean@agree.example&gt;</p>',
    "jean@agree.example",
  ],
};

const asked = async (page: Page) =>
  (await (await shownCard(page)).locator("main .user-email").first().textContent())?.trim();

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
}

/** For each way: who it finds for the name, or everyone it finds. */
const WAYS: Record<
  string,
  (page: Page, browser: ExtensionBrowser, who: string) => Promise<unknown>
> = {
  async pointer(page) {
    await hover(page, page.locator("#name"));
    const who = await asked(page);
    await leave(page);
    return who;
  },
  async keyboard(page) {
    await page.evaluate(() => {
      const text = document.getElementById("name")?.firstChild as Text;
      getSelection()?.collapse(text, 1);
    });
    await pressCommand(page);
    const who = await asked(page);
    await close(page);
    return who;
  },
  async menu(page, browser) {
    const selectionText = await page.evaluate(() => {
      const text = document.querySelector("#name")?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, text.data.length);
      return String(getSelection());
    });
    await clickMenuItem(browser, page, { selectionText, frameId: 0 });
    const who = await asked(page);
    await close(page);
    return who;
  },
  async underlines(page, _, who) {
    const isUnderlined = () =>
      page.evaluate(() => {
        const name = document.getElementById("name");
        const highlight = CSS.highlights.get("keycard-lookup") as Iterable<StaticRange> | undefined;
        return [...(highlight ?? [])].some(({ startContainer }) => name?.contains(startContainer));
      });
    await expect.poll(isUnderlined).toBe(true);
    return who;
  },
  async list(page, browser, who) {
    await page.bringToFront();
    await (await browser.worker()).evaluate(() => chrome.action.openPopup());
    const popup = await attachPopup(browser);
    const button = `[...document.querySelectorAll("button")].find((b) => (b.ariaLabel ?? b.innerText.trim()) === "On this page")`;
    await popup.until(button);
    await popup.read(`${button}.click()`);
    await popup.until('document.body.innerText.includes("@agree.example")');
    const text = await popup.read<string>("document.body.innerText");
    await page.mouse.click(5, 5);
    return text.match(/\w+@agree\.example/)?.[0] ?? `not ${who}`;
  },
};

test("each way finds the person that each source names", async ({ connected, sandbox }) => {
  test.setTimeout(180_000);
  const page = await openTicket(connected, sandbox, 1);
  await sendFromExtensionPage(connected, {
    type: "switchMarks",
    pattern: "http://127.0.0.1/*",
    on: true,
  });
  await page.bringToFront();
  for (const [source, [html, who]] of Object.entries(SOURCES)) {
    await fill(page, `<div style="padding: 60px 300px">${html}</div>`);
    for (const [way, find] of Object.entries(WAYS))
      await test.step(`${source}: ${way}`, async () => {
        const found = await find(page, connected, who).catch(
          (error) => String(error).split("\n")[0],
        );
        expect.soft(found, `${source}: ${way}`).toBe(who);
      });
  }
});
