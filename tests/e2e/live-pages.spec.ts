import type { Page } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import { fill, isShown, leave, openTicket, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Lists that are constantly redrawn, as in queues, chats and dashboards. */

const { ada, grace } = PEOPLE;

const LIST = `<ul style="margin: 60px; font: 16px/2 sans-serif"></ul>`;

/** Ways in which pages redraw a list; each gets the list's element and the names in it. */
const WAYS = {
  innerHTML: (list: Element, names: string[]) => {
    list.innerHTML = names.map((name) => `<li><span>${name}</span></li>`).join("");
  },
  textContent: (list: Element, names: string[]) => {
    names.forEach((name, n) => {
      const row = list.children[n] ?? list.appendChild(document.createElement("li"));
      row.textContent = name;
    });
  },
  "a replaced row": (list: Element, names: string[]) => {
    names.forEach((name, n) => {
      const row = document.createElement("li");
      row.append(name);
      if (list.children[n]) list.children[n].replaceWith(row);
      else list.append(row);
    });
  },
};

type Way = keyof typeof WAYS;

/** Draws the list, and again every `ms` from now on, with the current `window.names`. */
async function keepDrawing(page: Page, way: Way, ms: number): Promise<void> {
  await fill(page, LIST);
  await page.evaluate(
    ([draw, names, every]) => {
      const drawn = new Function(`return ${draw}`)() as (list: Element, names: string[]) => void;
      const list = document.querySelector("ul") as Element;
      const state = window as unknown as { names: string[]; drawing?: number };
      state.names = names;
      clearInterval(state.drawing);
      drawn(list, state.names);
      state.drawing = window.setInterval(() => drawn(list, state.names), every);
    },
    [String(WAYS[way]), [ada.email, grace.email] as string[], ms] as const,
  );
}

/** Rests the pointer on the text of a row, or a few px beside it; the row can be a different element a moment later. */
async function restOn(page: Page, selector: string, beside = 0): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(wanted) as Element);
    return range.getBoundingClientRect();
  }, selector);
  if (!beside) await page.mouse.move(x + 34, y + 8, { steps: 8 });
  await page.mouse.move(x + 40 + beside, y + 10);
}

/** Whether the card stayed visible while the list was redrawn a few times. */
const staysShown = (page: Page, ms: number) =>
  page.evaluate(async (whole) => {
    for (let passed = 0; passed < whole; passed += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const host = document.querySelector("[popover=manual]:popover-open");
      if (!host || getComputedStyle(host).opacity !== "1") return false;
    }
    return true;
  }, ms);

for (const way of Object.keys(WAYS) as Way[])
  test(`a list that redraws the same text by ${way}: the card opens, and stays under a resting pointer`, async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    for (const ms of [100, 200, 1_000]) {
      await keepDrawing(page, way, ms);
      await restOn(page, "li");
      const card = await shownCard(page);
      await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
      expect(await staysShown(page, 3 * ms + 600), `every ${ms} ms`).toBe(true);
      // A hand is never quite still; the card is the same.
      for (const beside of [1, 2, 1]) await restOn(page, "li", beside);
      expect(await staysShown(page, 600), `every ${ms} ms, moving`).toBe(true);
      await leave(page);
      expect(await isShown(page)).toBe(false);
    }
  });

test("a redrawn row with another mention closes the card and requests nothing; so does one that has moved away", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  for (const names of [
    [grace.email, ada.email],
    ["nobody", "", "", "", ada.email],
    [grace.email],
  ]) {
    await keepDrawing(page, "innerHTML", 200);
    await restOn(page, "li");
    await shownCard(page);
    await sandbox.clearLog();
    await page.evaluate((next) => Object.assign(window, { names: next }), names);
    await expect.poll(() => isShown(page)).toBe(false);
    await page.waitForTimeout(600);
    expect(await isShown(page)).toBe(false);
    expect(await sandbox.besideNames()).toEqual([]);
    await leave(page);
  }
});

test("a redrawn list in a frame, and in a dialog", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  const redrawing = `<p style="margin: 40px"></p><script>
    const draw = () => { document.querySelector("p").innerHTML = "<b>${ada.email}</b>"; };
    draw();
    setInterval(draw, 100);
  </script>`;
  await fill(page, `<iframe width="500" height="200"></iframe>`);
  await page.locator("iframe").evaluate((frame, html) => {
    (frame as HTMLIFrameElement).srcdoc = html;
  }, redrawing);
  await page.frameLocator("iframe").locator("b").waitFor();
  const frame = await page.locator("iframe").boundingBox();
  if (!frame) throw new Error("The frame is not on the page.");
  // Only the paragraph's margin comes before its text.
  const [x, y] = [frame.x + 80, frame.y + 52];
  await page.mouse.move(x - 4, y - 2, { steps: 8 });
  await page.mouse.move(x, y);
  await shownCard(page);
  expect(await staysShown(page, 1_500)).toBe(true);
  await leave(page);

  await fill(page, `<dialog style="margin: 60px"><p></p></dialog>`);
  await page.evaluate((email) => {
    document.querySelector("dialog")?.showModal();
    const draw = () => {
      const place = document.querySelector("dialog p");
      if (place) place.innerHTML = `<b>${email}</b>`;
    };
    draw();
    setInterval(draw, 100);
  }, ada.email);
  await restOn(page, "dialog p");
  await shownCard(page);
  expect(await staysShown(page, 1_500)).toBe(true);
});
