import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { attachPopup } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { fill, hover, isShown, leave, openTicket, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * People behind the visible text of a page: what the card says about the source, by keyboard, by menu, and in the
 * popup's list.
 */

const ROWS: readonly [about: string, html: string, expected: string, from?: string][] = [
  ["a button", "<button data-focus>ada@keys.example</button>", "ada@keys.example"],
  [
    "an option",
    '<div role="listbox"><div role="option" tabindex="0" data-focus>Grace, grace@keys.example</div></div>',
    "grace@keys.example",
  ],
  [
    "the active option of a list",
    '<div role="listbox" tabindex="0" data-focus aria-activedescendant="o2"><div role="option" id="o1">ada@keys.example</div><div role="option" id="o2">alan@keys.example</div></div>',
    "alan@keys.example",
  ],
  [
    "the active option of a combobox",
    '<input role="combobox" data-focus aria-activedescendant="o3" value="a"><div role="listbox"><div role="option" id="o3">annie@keys.example</div></div>',
    "annie@keys.example",
  ],
  [
    "a row with one person in its text",
    '<table><tr tabindex="0" data-focus><td>Ticket 7</td><td>hedy@keys.example</td></tr></table>',
    "hedy@keys.example",
  ],
  [
    "a row with a mail link",
    '<div role="row" tabindex="0" data-focus><span>Ticket 7</span><a href="mailto:jean@keys.example">Jean</a></div>',
    "jean@keys.example",
    "From this link",
  ],
  [
    "an item with a label",
    '<ul><li tabindex="0" data-focus><span title="kay@keys.example">Kay</span> wrote</li></ul>',
    "kay@keys.example",
    "From the page’s tooltip",
  ],
  [
    "a link with the address in its query, whatever its text",
    '<a href="/contacts?email=mary%40keys.example" data-focus>Summary</a>',
    "mary@keys.example",
    "From this link",
  ],
  [
    "a link with a user ID in its path",
    '<a href="/users/m4tr1xk3ys1dq7w2e9r4t6y8u1" data-focus>Profile</a>',
    "m4tr1xk3ys1dq7w2e9r4t6y8u1",
    "From this link",
  ],
  [
    "a link in a line that names someone else",
    '<p>From ada@keys.example to <a href="mailto:frances@keys.example" data-focus>Frances</a></p>',
    "frances@keys.example",
    "From this link",
  ],
  [
    "a closed drop-down",
    "<select data-focus><option>rosalind@keys.example</option></select>",
    "rosalind@keys.example",
  ],
  [
    "a button with a tooltip",
    '<button data-focus aria-describedby="t1">RP</button><div id="t1" hidden>radia@keys.example</div>',
    "radia@keys.example",
    "From the page’s tooltip",
  ],
  [
    "a cell with the name, in a row with the address",
    '<div role="grid"><div role="row"><div role="gridcell" tabindex="0" data-focus>Sophie Wilson</div><div role="gridcell">sophie.wilson@keys.example</div></div></div>',
    "sophie.wilson@keys.example",
    "From the address next to this name",
  ],
  [
    "a button in a shadow tree",
    '<div data-root><template><button data-focus data-email="sally@keys.example">Sally</button></template></div>',
    "sally@keys.example",
    "From data on the page",
  ],
];

/** Sets the page's content, and focuses the element with `data-focus`. */
async function focus(page: Page, html: string): Promise<void> {
  await fill(page, html);
  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    const host = document.querySelector("[data-root]");
    const template = host?.querySelector("template");
    const root = template ? host?.attachShadow({ mode: "open" }) : document;
    if (template && root instanceof ShadowRoot) root.append(template.content);
    root?.querySelector<HTMLElement>("[data-focus]")?.focus();
  });
}

test("the command uses the one person of the focused option, row, button or link", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  for (const [about, html, expected, from] of ROWS)
    await test.step(about, async () => {
      await focus(page, html);
      await pressCommand(page);
      const card = await shownCard(page);
      await expect.soft(card.locator("main .user-email").first(), about).toHaveText(expected);
      await expect.soft(card.locator(".card-source"), about).toHaveText(from ? [from] : []);
      await page.keyboard.press("Escape");
      await expect.poll(() => isShown(page)).toBe(false);
    });
  await test.step("a row with two people: no one, and the popup opens", async () => {
    await focus(
      page,
      '<div role="row" tabindex="0" data-focus><a href="mailto:a@keys.example">Ada</a> <a href="mailto:b@keys.example">Bob</a></div>',
    );
    await pressCommand(page);
    const popup = await attachPopup(connected);
    await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
    expect(await isShown(page)).toBe(false);
  });
});

test("the card names the part of the page that identified a hovered person, and nothing if the text itself did", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<div style="padding:300px 40px">
      <p><a id="link" href="?email=ada%40from.example">Ada Lovelace</a></p>
      <p><span id="tooltip" title="grace@from.example">Grace Hopper</span></p>
      <p><button id="label" aria-label="Mail to alan@from.example">Mail</button></p>
      <p><span id="data" data-email="kay@from.example">Kay</span></p>
      <div role="listitem"><div id="beside">Hedy Lamarr</div><div>hedy@from.example</div></div>
      <p id="text">jean@from.example</p>
    </div>`,
  );
  const expected: Record<string, [who: string, from: string[]]> = {
    link: ["ada@from.example", ["From this link"]],
    tooltip: ["grace@from.example", ["From the page’s tooltip"]],
    label: ["alan@from.example", ["From a label on the page"]],
    data: ["kay@from.example", ["From data on the page"]],
    beside: ["hedy@from.example", ["From the address next to this name"]],
    text: ["jean@from.example", []],
  };
  for (const [id, [who, from]] of Object.entries(expected))
    await test.step(id, async () => {
      const card = await hover(page, page.locator(`#${id}`));
      await expect(card.locator("main .user-email").first()).toHaveText(who);
      await expect(card.locator(".card-source")).toHaveText(from);
      await leave(page);
    });
});

test("a tooltip that the site draws only during hover is used, and the card stays when it disappears", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, '<p style="padding: 200px 300px"><b id="name">Ada Lovelace</b></p>');
  await page.evaluate(() => {
    const name = document.getElementById("name") as HTMLElement;
    let timer: ReturnType<typeof setTimeout>;
    // As in Radix and MUI: the tooltip, and the reference to it, come and go with the pointer.
    name.addEventListener("mouseenter", () => {
      timer = setTimeout(() => {
        const tooltip = document.createElement("div");
        Object.assign(tooltip, { id: "late", role: "tooltip", textContent: "ada@late.example" });
        tooltip.style.cssText = "position: fixed; z-index: 9; left: 320px; top: 40px";
        document.body.append(tooltip);
        name.setAttribute("aria-describedby", "late");
      }, 600);
    });
    name.addEventListener("mouseleave", () => {
      clearTimeout(timer);
      document.getElementById("late")?.remove();
      name.removeAttribute("aria-describedby");
    });
  });
  const card = await hover(page, page.locator("#name"));
  await expect(card.locator("main .user-email").first()).toHaveText("ada@late.example");
  await expect(card.locator(".card-source")).toHaveText("From the page’s tooltip");
  const box = await page.locator("[popover=manual]").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60, { steps: 12 });
  await expect(page.locator("#late")).toHaveCount(0);
  await page.waitForTimeout(1_500);
  expect(await isShown(page)).toBe(true);
});

/** The popup's list, with the number of occurrences. */
async function listed(browser: ExtensionBrowser): Promise<string> {
  await (await browser.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(browser);
  const button = `[...document.querySelectorAll("button")].find((b) => (b.ariaLabel ?? b.innerText.trim()) === "On this page")`;
  await popup.until(button);
  await popup.read(`${button}.click()`);
  await popup.until('document.body.innerText.includes("@list.example")');
  return popup.read<string>("document.body.innerText");
}

test("the popup lists the people that names refer to, once for each place", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<p title="ada@list.example"><span title="ada@list.example">ada@list.example</span></p>
     <p><span aria-describedby="t">Grace</span></p><div id="t" role="tooltip" hidden>grace@list.example</div>
     <p><span data-email="alan@list.example">Alan</span></p>
     <p><a href="sip:kay@list.example">Call</a> <a href="/u?m=mary%40list.example">Mary</a></p>
     <p><a href="/u?m=summary%40list.example">All tickets</a></p>
     <p><select><option>jean@list.example</option></select></p>
     <div role="row" aria-label="row@list.example">Ticket</div>
     <div style="position:relative;height:40px;font:14px monospace">
       <div style="position:absolute;inset:0"><div>hedy@list.example</div></div>
       <div style="position:absolute;inset:0;color:transparent" role="list"><div role="listitem">hedy@list.example</div></div>
     </div>
     <p>radia@list.example</p><p>radia@list.example</p>`,
  );
  const list = await listed(connected);
  const who = new Set(list.match(/\w+(?=@list\.example)/g));
  expect(who).toEqual(new Set(["ada", "grace", "alan", "kay", "mary", "jean", "hedy", "radia"]));
  // The last one is in two places, everyone else in one.
  expect(list.match(/\d+ times/g)).toEqual(["2 times"]);
});

test("a name is underlined if its link, attribute or tooltip says who it is", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<p><span data-email="alan@line.example">Alan</span> <span data-email="x">Nobody</span></p>
     <p><span aria-describedby="t">Grace</span></p><div id="t" hidden>grace@line.example</div>
     <p><a href="/u?m=mary%40line.example">Mary</a> <a href="/u?m=mary%40line.example">Tickets</a></p>
     <div role="row" title="row@line.example"><b>Row</b></div>`,
  );
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  const control = `document.querySelector('[role=switch][aria-label^="Underline addresses and IDs on"]')`;
  await popup.until(`${control}?.getAttribute("aria-checked") === "false"`);
  await popup.read(`${control}.click()`);
  const lines = () =>
    page.evaluate(() => {
      const highlight = CSS.highlights.get("keycard-lookup") as Iterable<StaticRange> | undefined;
      return [...(highlight ?? [])].map(({ startContainer }) => startContainer.textContent);
    });
  // The tooltip's own text has an underline too, which isn't drawn while the tooltip is hidden.
  const expected = new Set(["Alan", "Grace", "Mary", "grace@line.example"]);
  await expect.poll(async () => new Set(await lines())).toEqual(expected);
  await page.evaluate(() => {
    document.body.innerHTML = '<p title="kay@line.example">Kay</p>';
  });
  await expect.poll(lines).toEqual(["Kay"]);
});
