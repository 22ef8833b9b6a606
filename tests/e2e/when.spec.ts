import type { Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { fill, hover, isShown, leave, openTicket, pointAt, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Longer than any card takes to open. */
const NEVER_MS = 900;

async function expectNoCard(page: Page): Promise<void> {
  await page.waitForTimeout(NEVER_MS);
  expect(await isShown(page)).toBe(false);
}

test("a card opens only while a key is held, if that is set: pressed before or while the pointer rests", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  await hover(page, place);
  await leave(page);

  // Open pages follow at once.
  await sendFromExtensionPage(connected, {
    type: "changeSettings",
    modifier: "Shift",
  });
  await page.bringToFront();
  await pointAt(page, place);
  await expectNoCard(page);
  await page.keyboard.down("Shift");
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  // It stays when the key is released, and closes as usual.
  await page.keyboard.up("Shift");
  await page.waitForTimeout(500);
  expect(await isShown(page)).toBe(true);
  await leave(page);
  expect(await isShown(page)).toBe(false);

  await page.keyboard.down("Shift");
  await hover(page, page.getByTestId(TEST_IDS.threadId).first());
  await page.keyboard.up("Shift");
  await leave(page);
  await page.keyboard.down("Control");
  await pointAt(page, place);
  await page.keyboard.up("Control");
  await expectNoCard(page);

  // In a frame, and on a page that is loaded later.
  const inFrame = page
    .frameLocator(`[data-testid="${TEST_IDS.mailFrame}"]`)
    .getByTestId(TEST_IDS.mailEmail);
  await pointAt(page, inFrame);
  await expectNoCard(page);
  await leave(page);
  await page.keyboard.down("Shift");
  await hover(page, inFrame);
  await page.keyboard.up("Shift");
  await page.goto(`${sandbox.url}/tickets/2`);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expectNoCard(page);
});

test("a card opens for the identity provider's own IDs, if a pattern for them is set", async ({
  connected,
  sandbox,
}) => {
  const { subject } = await sendFromExtensionPage<{ subject: string }>(connected, {
    type: "lookUp",
    query: { kind: "id", value: PEOPLE.ada.id },
  }).then((answer) => (answer as unknown as { users: { subject: string }[] }).users[0] ?? never());
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, `<p style="margin:80px">sub: <b>${subject}</b></p>`);
  await pointAt(page, page.locator("b"));
  await expectNoCard(page);
  const [provider, id = ""] = subject.split("|");
  const template = `${provider}|{${/^[\da-f]+$/.test(id) ? "hex" : "alnum"}:${id.length}}`;
  await sendFromExtensionPage(connected, {
    type: "changeSettings",
    subjects: [template],
  });
  await page.bringToFront();
  await leave(page);
  const card = await hover(page, page.locator("b"));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

function never(): never {
  throw new Error("Ada is not in the sandbox.");
}

test("no card opens while a button is down or text is being selected", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  const box = await place.boundingBox();
  if (!box) throw new Error("The requester is not on the page.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, y, { steps: 12 });
  await expectNoCard(page);
  expect((await page.evaluate(() => String(getSelection()))).length).toBeGreaterThan(0);
  await page.mouse.up();
  await expectNoCard(page);
  expect(await sandbox.log()).toEqual([]);
  await page.mouse.move(box.x + 34, y + 1, { steps: 3 });
  await shownCard(page);
});

test("no card opens while the site's own menu is open, its context menu or a button's", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<p style="margin:120px"><b>ada@example.com</b></p>
     <ul role=menu hidden style="position:absolute;left:400px;top:100px"><li role=menuitem>Assign</li></ul>
     <nav style="position:fixed;right:0;top:0;bottom:0;width:100px"><ul role=menu><li role=menuitem>Home</li></ul></nav>`,
  );
  const mention = page.locator("b");
  await hover(page, mention);
  await leave(page);

  await page.evaluate(() => {
    const menu = document.querySelector<HTMLElement>("ul[hidden]");
    Object.assign(window, { menu });
    menu?.removeAttribute("hidden");
  });
  await pointAt(page, mention);
  await expectNoCard(page);
  await page.evaluate(() => {
    (window as unknown as { menu: HTMLElement }).menu.hidden = true;
  });
  await leave(page);
  await hover(page, mention);
  await leave(page);

  // A context menu of the site's own, drawn in any way.
  await page.evaluate(() => addEventListener("contextmenu", (event) => event.preventDefault()));
  await page.mouse.click(300, 300, { button: "right" });
  await pointAt(page, mention);
  await expectNoCard(page);
  await page.mouse.click(300, 300);
  await hover(page, mention);
});

test("mentions are found in a form or document whose element names shadow its properties", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const names = [
    "getClientRects",
    "getBoundingClientRect",
    "getRootNode",
    "checkVisibility",
    "parentNode",
    "localName",
    "shadowRoot",
    "closest",
    "contains",
    "querySelectorAll",
    "elementFromPoint",
    "elementsFromPoint",
    "caretPositionFromPoint",
    "createRange",
    "documentElement",
  ];
  await fill(
    page,
    `${names.map((name) => `<img name=${name} width=1 height=1>`).join("")}
     <form style="position:relative;margin:60px">${names.map((name) => `<input type=hidden name=${name}>`).join("")}
     ask ada@example.com</form>`,
  );
  const { x, y } = await page.evaluate(() => {
    const form = Document.prototype.querySelector.call(document, "form") as HTMLFormElement;
    const text = form.lastChild as Text;
    const range = Document.prototype.createRange.call(document);
    range.setStart(text, text.data.indexOf("ada"));
    range.setEnd(text, text.data.indexOf("ada") + 15);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.move(x - 4, y - 1, { steps: 5 });
  await page.mouse.move(x, y);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a touch opens nothing", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  const cdp = await connected.context.newCDPSession(page);
  await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const box = await page.getByTestId(TEST_IDS.requesterEmail).boundingBox();
  if (!box) throw new Error("The requester is not on the page.");
  const touchPoints = [{ x: box.x + 20, y: box.y + box.height / 2 }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await page.waitForTimeout(700);
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expectNoCard(page);
  expect(await sandbox.log()).toEqual([]);
});

test("from one mention to the next, the card moves over without flickering", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<p style="position:fixed;left:120px;top:40px;white-space:nowrap">ask <b>${PEOPLE.ada.email}</b> or <i>${PEOPLE.alan.email}</i></p>`,
  );
  const card = await hover(page, page.locator("b"));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await page.evaluate(() => {
    const host = document.querySelector("[popover=manual]") as HTMLElement;
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    const look = () => {
      seen.push(getComputedStyle(host).visibility === "visible");
      requestAnimationFrame(look);
    };
    look();
  });
  const to = await page.locator("i").boundingBox();
  if (!to) throw new Error("Alan is not on the page.");
  await page.mouse.move(to.x + 10, to.y + to.height / 2, { steps: 25 });
  await page.mouse.move(to.x + 12, to.y + to.height / 2);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.alan.id);
  const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
  // It is hidden once, while it moves, and at no other time.
  const changes = seen.filter((visible, n) => n > 0 && visible !== seen[n - 1]).length;
  expect(changes).toBeLessThanOrEqual(2);
});

test("the command finds a mention in nested frames, and the card appears next to it", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const other = sandbox.url.replace("127.0.0.1", "localhost");
  await fill(
    page,
    `<div style="height:60px"></div><iframe id=outer style="margin:30px;width:700px;height:500px" src="${other}/tickets/2/mail"></iframe>`,
  );
  const outer = page.frameLocator("#outer");
  await outer.locator("body").evaluate((body, url) => {
    body.innerHTML = `<div style="height:80px"></div><iframe id=inner style="margin-left:90px;width:400px;height:300px" src="${url}/tickets/1/mail"></iframe>`;
  }, sandbox.url);
  const mention = outer.frameLocator("#inner").getByTestId(TEST_IDS.mailEmail);
  const text = (await mention.textContent()) ?? "";
  await mention.evaluate((element) => {
    window.focus();
    getSelection()?.selectAllChildren(element);
  });
  await (await connected.worker()).evaluate(async () => {
    const command = chrome.commands.onCommand as unknown as { dispatch(name: string): void };
    command.dispatch("look-up");
  });
  const card = await shownCard(page);
  await expect(card.locator("main")).toContainText(text);
  const word = await mention.boundingBox();
  const host = await page.locator("[popover=manual]").boundingBox();
  if (!word || !host) throw new Error("Word or card is not on the page.");
  const gap = Math.min(
    Math.abs(host.y - (word.y + word.height)),
    Math.abs(word.y - (host.y + host.height)),
  );
  expect(gap).toBeLessThan(12);
  expect(host.x).toBeLessThan(word.x + word.width);
  expect(host.x + host.width).toBeGreaterThan(word.x);
});
