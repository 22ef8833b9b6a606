import type { Page } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import { pressCommand } from "../harness/press-command.ts";
import { fill, focusButton, isShown, openTicket, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";
import { DIALOG, TRAPS } from "./focus-traps/traps.ts";

/**
 * Moving the keyboard focus into and out of the card: the page gets no key that is meant for the card, and no sign of
 * the focus's way.
 */

const { ada } = PEOPLE;

/** Records in the page, from now on, which keys, focus moves and submits reach it. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ["keydown", "keypress", "keyup", "input", "submit"])
      document.addEventListener(
        type,
        (event) => {
          heard.push(`${type} ${(event as KeyboardEvent).key ?? ""}`);
          if (type === "submit") event.preventDefault();
        },
        true,
      );
    for (const type of ["focus", "blur", "focusin", "focusout"])
      document.addEventListener(
        type,
        ({ target }) => heard.push(`${type} ${(target as Element).id}`),
        true,
      );
  });

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

/** Focuses the field with a mention, with the caret behind its third letter. */
const focusField = (page: Page) =>
  page.evaluate(() => {
    const field = document.getElementById("who") as HTMLInputElement;
    field.focus();
    field.setSelectionRange(3, 3);
  });

const isIn = (page: Page) =>
  shownCard(page).then((card) => card.evaluate(() => document.hasFocus()));

for (const [name, { html, set }] of Object.entries(TRAPS))
  test(`in a dialog with a focus trap, the card gets the focus, and returns it: ${name}`, async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await fill(page, html);
    await page.evaluate(set);
    await focusField(page);
    await listen(page);
    await pressCommand(page);
    // Someone who doesn't wait until the card is visible.
    await page.locator("[popover=manual]").waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await expect.poll(() => isIn(page)).toBe(true);
    await page.waitForTimeout(1_000);
    expect(await isIn(page)).toBe(true);
    // A render much later. The test triggers it, so that it never falls between two of its own keys.
    await page.evaluate(() => (window as { renderAgain?: () => void }).renderAgain?.());
    await expect.poll(() => isIn(page)).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(card.getByRole("button", { name: "Less", exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
    expect(await heard(page)).toEqual([]);
    await page.keyboard.press("x");
    await expect(page.locator("#who")).toHaveValue("adax@example.com");
    expect(await heard(page)).toEqual(["keydown x", "keypress x", "input ", "keyup x"]);
  });

test("a page that keeps taking the focus gets it: the card doesn't look focused, keys go to the page, Esc closes the card", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, DIALOG);
  await page.evaluate(() => {
    const take = () => {
      if (document.activeElement?.id !== "first") document.getElementById("first")?.focus();
      requestAnimationFrame(take);
    };
    // Starts when the card appears, so that it's already known who the command refers to.
    new MutationObserver(take).observe(document.documentElement, { childList: true });
  });
  await focusField(page);
  await listen(page);
  await pressCommand(page);
  const card = await shownCard(page);
  const looksIt = () => card.locator("html").getAttribute("data-keyboard");
  await page.waitForTimeout(600);
  expect(await card.evaluate(() => document.hasFocus())).toBe(false);
  await expect.poll(looksIt).toBeNull();
  await heard(page);
  await page.keyboard.press("x");
  await expect(page.locator("#first")).toHaveValue(/x/);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  expect(await heard(page)).not.toContain("keydown Escape");
});

test("a card with the keyboard focus looks focused", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, DIALOG);
  await focusField(page);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("html")).toHaveAttribute("data-keyboard", "");
  expect(await card.locator("main").evaluate((main) => getComputedStyle(main).outlineStyle)).toBe(
    "solid",
  );
  await page.mouse.click(600, 500);
});

test("when the user moves on from the card to another element, the page sees only that the focus left the field for that element", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, DIALOG);
  await focusField(page);
  await pressCommand(page);
  await shownCard(page);
  await expect.poll(() => isIn(page)).toBe(true);
  await listen(page);
  await page.locator("#first").click();
  await expect(page.locator("#first")).toBeFocused();
  const moves = ["blur who", "focusout who", "focus first", "focusin first"];
  expect(await heard(page)).toEqual(moves);

  // A pinned card stays, and so do the page's listeners.
  await focusField(page);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect.poll(() => isIn(page)).toBe(true);
  await focusButton(page, card, "Pin");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  await page.waitForTimeout(1_100);
  await heard(page);
  await page.locator("#first").click();
  await expect(page.locator("#first")).toBeFocused();
  expect(await heard(page)).toEqual(moves);
  await page.keyboard.press("x");
  await expect(page.locator("#first")).toHaveValue(/x/);
});

test("an editor's caret, in the page and in a frame, is where it was", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As in Draft.js: focusing it moves the caret to the start.
  await fill(
    page,
    `<div id="editor" contenteditable style="margin: 60px"><p>hello</p><p><span>write to ada@example.com now</span></p></div>`,
  );
  await page.evaluate(() => {
    const editor = document.getElementById("editor") as HTMLElement;
    editor.focus();
    getSelection()?.collapse(editor.querySelector("span")?.firstChild ?? null, 12);
  });
  await listen(page);
  await pressCommand(page);
  await shownCard(page);
  await expect.poll(() => isIn(page)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  expect(await heard(page)).toEqual([]);
  await page.keyboard.press("x");
  await expect(page.locator("#editor span")).toHaveText("write to adax@example.com now");

  // As in TinyMCE: the edited text is a document in a frame.
  await fill(page, `<iframe width="600" height="200" style="margin: 40px"></iframe>`);
  await page.locator("iframe").evaluate((frame) => {
    (frame as HTMLIFrameElement).srcdoc =
      `<body contenteditable><p>hello</p><p><span>write to ada@example.com now</span></p></body>`;
  });
  const text = page.frameLocator("iframe").locator("span");
  await text.click();
  await text.evaluate((span) => {
    span.ownerDocument.getSelection()?.collapse(span.firstChild, 12);
  });
  await pressCommand(page);
  // The previous card's host is still there, closed.
  await page.locator("[popover=manual]:popover-open").waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await shownCard(page);
  await expect.poll(() => isIn(page)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  await expect
    .poll(() => text.evaluate(({ ownerDocument }) => ownerDocument.hasFocus()))
    .toBe(true);
  await page.keyboard.press("x");
  await expect(text).toHaveText("write to adax@example.com now");
});

test("an editor that draws its own text and reads input from an invisible field: uses the mention at its caret", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As in Monaco: lines of spans, a box as the caret, and a transparent textarea below them at its position.
  await fill(
    page,
    `<style>
      #editor { position: relative; margin: 60px; font: 14px/20px monospace; height: 60px }
      .view-line { position: absolute; white-space: pre }
      #input { position: absolute; z-index: -10; width: 1px; height: 20px; padding: 0; border: 0; outline: 0;
        resize: none; overflow: hidden; color: transparent; background: transparent }
    </style>
    <div id="editor" role="code">
      <div class="view-line" style="top: 0"><span><span>const owner = "</span><span>grace@example.com</span>"</span></div>
      <div class="view-line" style="top: 20px"><span><span>// ask ada@example.com first</span></span></div>
      <textarea id="input" aria-roledescription="editor"></textarea>
    </div>`,
  );
  const caretAt = (line: number, column: number) =>
    page.evaluate(
      ([top, left]) => {
        const input = document.getElementById("input") as HTMLElement;
        input.style.top = `${top}px`;
        input.style.left = `${left}ch`;
        input.focus();
      },
      [line * 20, column] as const,
    );
  await caretAt(1, 10);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  await expect(page.locator("#input")).toBeFocused();
  await caretAt(0, 20);
  await pressCommand(page);
  const next = await shownCard(page);
  await expect(next.locator("article")).toHaveAttribute("data-user-id", PEOPLE.grace.id);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
});

test("an editor that gives the browser its text by EditContext: uses the mention at its caret", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As in Monaco 0.57: lines of spans, and below them a zero-width element with an EditContext for the caret's line.
  await fill(
    page,
    `<div style="position: relative; margin: 60px; font: 14px/20px monospace; height: 60px">
      <div style="position: absolute; top: 0">hello</div>
      <div style="position: absolute; top: 20px"><span>write to ada@example.com now</span></div>
      <div id="input" tabindex="0" role="textbox" aria-roledescription="editor"
        style="position: absolute; top: 20px; left: 0; width: 0; height: 20px; z-index: -10"></div>
    </div>`,
  );
  const caretAt = (offset: number) =>
    page.evaluate((at) => {
      const input = document.getElementById("input") as HTMLElement & { editContext: unknown };
      const { EditContext } = window as unknown as { EditContext: new (init: object) => unknown };
      const text = "write to ada@example.com now";
      input.editContext = new EditContext({ text, selectionStart: at, selectionEnd: at });
      input.focus();
    }, offset);
  await caretAt(12);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  await expect(page.locator("#input")).toBeFocused();
});

test("Esc between the command and its card: no card, no key reaches the page, and the focus stays", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, DIALOG);
  await focusField(page);
  await listen(page);
  await page.evaluate(() => {
    const look = () => {
      const host = document.querySelector("[popover=manual]:popover-open");
      if (host && getComputedStyle(host).visibility === "visible")
        Object.assign(window, { wasShown: true });
      requestAnimationFrame(look);
    };
    look();
  });
  const wasShown = () => page.evaluate(() => "wasShown" in window);

  // Holds back the part that draws cards.
  const worker = await connected.worker();
  await worker.evaluate(() => {
    const { scripting } = chrome;
    const executeScript = scripting.executeScript.bind(scripting) as (asked: object) => unknown;
    const gate = { isReached: false, open: () => {} };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    Object.assign(globalThis, { gate });
    Object.assign(scripting, {
      async executeScript(asked: { files?: string[] }) {
        if (asked.files?.some((file) => file.includes("page-card"))) {
          gate.isReached = true;
          await opened;
          Object.assign(scripting, { executeScript });
        }
        return executeScript(asked);
      },
    });
  });
  await pressCommand(page);
  await expect
    .poll(() =>
      worker.evaluate(
        () => (globalThis as unknown as { gate: { isReached: boolean } }).gate.isReached,
      ),
    )
    .toBe(true);
  await page.keyboard.press("Escape");
  await worker.evaluate(() => (globalThis as unknown as { gate: { open(): void } }).gate.open());
  await page.keyboard.press("x");
  await expect(page.locator("#who")).toHaveValue("adax@example.com");
  expect(await heard(page)).toEqual(["keydown x", "keypress x", "input ", "keyup x"]);

  // Another command shows a card, the first one so far.
  await page.evaluate(() => {
    const field = document.getElementById("who") as HTMLInputElement;
    field.value = "ada@example.com";
    field.setSelectionRange(3, 3);
  });
  expect(await wasShown()).toBe(false);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
  await expect.poll(() => isIn(page)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);
  await expect(page.locator("#who")).toBeFocused();
});
