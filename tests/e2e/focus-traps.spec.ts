import type { Page } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import { pressCommand } from "../harness/press-command.ts";
import { fill, isShown, openTicket, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";
import { DIALOG, TRAPS } from "./focus-traps/traps.ts";

/** The keyboard in and out of the card: the page hears no key that is meant for the card, and nothing of its way. */

const { ada } = PEOPLE;

/** Notes in the page, from now on, which keys, focus moves and submits reach it. */
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

/** Rests the keyboard in the field that names somebody, with the caret behind its third letter. */
const focusField = (page: Page) =>
  page.evaluate(() => {
    const field = document.getElementById("who") as HTMLInputElement;
    field.focus();
    field.setSelectionRange(3, 3);
  });

const isIn = (page: Page) =>
  shownCard(page).then((card) => card.evaluate(() => document.hasFocus()));

for (const [name, { html, set }] of Object.entries(TRAPS))
  test(`in a dialog with a focus trap the card has the keyboard, and gives it back: ${name}`, async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await fill(page, html);
    await page.evaluate(set);
    await focusField(page);
    await listen(page);
    await pressCommand(page);
    // Somebody who does not wait until the card can be seen.
    await page.locator("[popover=manual]").waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await expect.poll(() => isIn(page)).toBe(true);
    await page.waitForTimeout(1_000);
    expect(await isIn(page)).toBe(true);
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

test("a page that goes on taking the keyboard has it: the card does not look as if it had, keys are the page's, Esc closes", async ({
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
    // From when the card comes on, so that it is known whom the command means.
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

test("a card that has the keyboard looks so", async ({ connected, sandbox }) => {
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

test("what a page hears of the keyboard when a person goes on elsewhere from the card: that it left the field for there", async ({
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

  // A pinned card stays, and so do the page's ways to hear.
  await focusField(page);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect.poll(() => isIn(page)).toBe(true);
  await card.getByRole("button", { name: "Pin" }).focus();
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

test("the caret of an editor, in the page and in a frame, is where it was", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As Draft.js: focusing it puts the caret first.
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

  // As TinyMCE: a document in a frame is what is edited.
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
  // The host of the card before is still there, closed.
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

test("an editor that draws its own text and types into a field nobody sees: whoever stands at its caret", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As Monaco: lines of spans, the caret a box, and a transparent textarea below them at its place.
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

test("an editor that tells the browser its text itself: whoever stands at its caret", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  // As Monaco 0.57: lines of spans, and below them an element without width that has an EditContext of the caret's line.
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

test("Esc between the command and its card: no card, no key reaches the page, the keyboard stays", async ({
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

  // The part that draws cards waits until it is let in.
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

  // Another card is shown when it is asked for, and was the first.
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
