import type { Frame, Page } from "@playwright/test";
import { CLICK_STEADY_MS } from "../../components/card/click-guard.ts";
import { SIGHT_REPORT_MS } from "../../components/card/plain-sight.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * A page that misdirects clicks to the card's buttons. The clicks are real browser input, at the button's place on the
 * screen; Pin stands for all buttons.
 */

/** A position in the window, CSS px. */
interface Place {
  x: number;
  y: number;
}

const host = "document.querySelector('[popover=manual]')";

/** Puts an element of the page above the card. @param style its position; by default it fills the window */
const cover = (style = "") => `{
  const cover = document.createElement("div");
  cover.id = "cover";
  cover.popover = "manual";
  cover.style.cssText = "position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0; padding: 0;"
    + "background: white; pointer-events: none;" + ${JSON.stringify(style)};
  cover.textContent = "You have won. Click here.";
  document.body.append(cover);
  cover.showPopover();
}`;

const UNCOVER = "document.getElementById('cover').remove()";

/** Ways to cover or distort the card: clicks do nothing. `undo` makes it visible again. */
const COVERING: Record<string, { trick: (pin: Place) => string; undo: string }> = {
  "a full-size overlay that lets clicks through": { trick: () => cover(), undo: UNCOVER },
  "an overlay with a hole where the button is": {
    trick: ({ x, y }) =>
      cover(
        `clip-path: path(evenodd, "M0 0H3000V3000H0Z M${x - 14} ${y - 14}h28v28h-28Z"); color: transparent`,
      ),
    undo: UNCOVER,
  },
  "an overlay over the card's content": {
    trick: ({ x, y }) =>
      cover(`inset: auto; left: ${x - 300}px; top: ${y + 40}px; width: 200px; height: 60px`),
    undo: UNCOVER,
  },
  "a hardly visible overlay": { trick: () => cover("opacity: 0.05"), undo: UNCOVER },
  "a popover that competes for the top": {
    trick: () => `${cover()}
      globalThis.fight = setInterval(() => { cover.hidePopover(); cover.showPopover(); }, 5);`,
    undo: `clearInterval(fight); ${UNCOVER}`,
  },
};

/**
 * What pages have done to extensions' elements, and what has no effect on this one: it is there and looks as before.
 */
const HARMLESS: Record<string, string> = {
  "root opacity": "document.documentElement.style.opacity = '0.01'",
  "body opacity": "document.body.style.opacity = '0'",
  "element opacity": `${host}.style.setProperty('opacity', '0.01', 'important')`,
  "opacity for all": "style('* { opacity: 0.01 !important }')",
  filter: "document.documentElement.style.filter = 'opacity(0.01) blur(20px)'",
  "a filter on the element": `${host}.style.setProperty('filter', 'opacity(0)', 'important')`,
  scale: "document.documentElement.style.transform = 'scale(0.3)'",
  "scale of the element": `${host}.style.setProperty('scale', '0.1', 'important')`,
  "an animation of the element": `${host}.animate({ opacity: [0, 0], translate: ['300px', '300px'] }, { duration: 1e6 })`,
  "a transition of the element":
    "style('[popover] { transition: all 1000s !important; left: 600px !important; opacity: 0 }')",
  "a position of the page's choice": `${host}.style.cssText = 'inset: 0 !important; left: 700px !important; z-index: -1 !important'`,
  mask: "document.documentElement.style.mask = 'linear-gradient(transparent, transparent)'",
  "clip-path": "document.documentElement.style.clipPath = 'inset(0 0 100% 0)'",
  "a blend mode": "document.documentElement.style.mixBlendMode = 'difference'",
};

async function pinPlace(card: Frame): Promise<Place> {
  const box = await card.getByRole("button", { name: "Pin" }).boundingBox();
  if (!box) throw new Error("There is no Pin in the card.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const isPinned = async (card: Frame) =>
  (await card.getByRole("button", { name: "Pin" }).getAttribute("aria-pressed")) === "true";

async function openCard(page: Page): Promise<{ card: Frame; pin: Place }> {
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toHaveAttribute("data-state", "found");
  const pin = await pinPlace(card);
  // Into the card, next to the button.
  await page.mouse.move(pin.x - 60, pin.y, { steps: 10 });
  return { card, pin };
}

/** Runs a trick in the page, in a world with the page's own powers. @returns when, ms since the epoch */
const run = (page: Page, code: string) =>
  page.evaluate<number>(
    `const style = (css) => { const s = document.createElement("style"); s.textContent = css; document.head.append(s); };
     const time = performance.timeOrigin + performance.now();
     ${code}; time`,
  );

/** Records in the card when it was last clicked, for {@link clickedAt}. */
const noteClicks = (card: Frame) =>
  card.evaluate(() =>
    addEventListener(
      "mouseup",
      ({ timeStamp }) => {
        document.documentElement.dataset["clicked"] = String(performance.timeOrigin + timeStamp);
      },
      { capture: true },
    ),
  );

/** When the card was last clicked, ms since the epoch; 0 if never. */
const clickedAt = (card: Frame) =>
  card.evaluate(() => Number(document.documentElement.dataset["clicked"] ?? 0));

/** A screenshot taken once nothing changes any more. */
async function still(page: Page, clip: Place & { width: number; height: number }): Promise<Buffer> {
  let last = await page.screenshot({ clip });
  for (let tries = 0; tries < TRIES; tries++) {
    await page.waitForTimeout(200);
    const next = await page.screenshot({ clip });
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

/** How often a trick is repeated until the clicks after it come soon enough: they can be slow on a busy machine. */
const TRIES = 10;

/** Waits until the browser has also told the card's guard that the card is covered. */
const coverIsReported = (card: Frame) =>
  card.evaluate(async (reportMs) => {
    const seenPlainly = () =>
      new Promise<boolean>((resolve) => {
        const observer = new IntersectionObserver(
          ([entry]) => {
            observer.disconnect();
            resolve((entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible);
          },
          { trackVisibility: true, delay: reportMs } as IntersectionObserverInit,
        );
        observer.observe(document.body);
      });
    while (await seenPlainly()) await new Promise(requestAnimationFrame);
    // The guard's own observer is notified at most once in this many ms; after that with the next frame, as a new
    // observer is.
    await new Promise((resolve) => setTimeout(resolve, reportMs));
    await seenPlainly();
  }, SIGHT_REPORT_MS);

test("a click in a card that a page covers does nothing, until the card has been visible again for a while", async ({
  connected,
  sandbox,
}) => {
  for (const [name, { trick, undo }] of Object.entries(COVERING))
    await test.step(name, async () => {
      const page = await openTicket(connected, sandbox, 1);
      const { card, pin } = await openCard(page);
      await noteClicks(card);
      await page.mouse.move(pin.x, pin.y, { steps: 3 });

      for (let tries = 0, inTime = false; !inTime; tries++) {
        expect(tries).toBeLessThan(TRIES);
        const before = await isPinned(card);
        await run(page, trick(pin));
        await coverIsReported(card);
        for (let clicks = 0; clicks < 5; clicks++) {
          await page.mouse.click(pin.x, pin.y);
          await page.waitForTimeout(60);
        }
        expect(await isPinned(card)).toBe(before);
        await expect(card.getByText("your click was ignored")).toBeAttached();

        // Uncovered just before the click.
        const since = await run(page, undo);
        await page.waitForTimeout(150);
        await page.mouse.click(pin.x, pin.y);
        await page.waitForTimeout(100);
        inTime = (await clickedAt(card)) - since < CLICK_STEADY_MS;
        if (inTime) expect(await isPinned(card)).toBe(before);
      }

      const before = await isPinned(card);
      await expect(async () => {
        await page.waitForTimeout(CLICK_STEADY_MS + 200);
        if ((await isPinned(card)) === before) await page.mouse.click(pin.x, pin.y);
        await expect.poll(() => isPinned(card), { timeout: 2_000 }).toBe(!before);
      }).toPass();
      await expect(card.getByText("your click was ignored")).toHaveCount(0);
      await page.close();
    });
});

test("nothing that a page does to itself and to the card's element changes the card, which can be clicked as before", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const { card, pin } = await openCard(page);
  // Without its rounded corners, where the page shows through, and the button that the pointer was on.
  const clip = { x: pin.x - 320, y: pin.y + 30, width: 340, height: 260 };
  const before = await still(page, clip);
  // Each is added to the previous ones.
  for (const [name, trick] of Object.entries(HARMLESS))
    await test.step(name, async () => {
      await run(page, trick);
      await page.waitForTimeout(200);
      expect((await still(page, clip)).equals(before)).toBe(true);
      expect(await pinPlace(card)).toEqual(pin);
    });
  await page.mouse.click(pin.x, pin.y);
  await expect.poll(() => isPinned(card)).toBe(true);
});

/**
 * Ways to move the frame so that the button ends up below a resting pointer. `at`: the pointer's position, given the
 * button's.
 */
const MOVING: Record<string, { trick: string; at: (pin: Place) => Place }> = {
  "zoom of the root": {
    trick: "document.documentElement.style.zoom = 1.05",
    at: ({ x, y }) => ({ x: x * 1.05, y: y * 1.05 }),
  },
  "moving it from the top layer into an element that is moved": {
    trick: `{
      const box = document.createElement("div");
      box.style.cssText = "transform: translate(-40px, 0); z-index: 99; position: relative";
      document.body.prepend(box);
      const host = ${host};
      box.moveBefore(host, null);
      host.removeAttribute("popover");
    }`,
    at: ({ x, y }) => ({ x: x - 40, y }),
  },
  "moving it into another element": {
    trick: `document.body.append(${host})`,
    at: (pin) => pin,
  },
  "hiding it and showing it again": {
    trick: `{ const host = ${host}; host.hidePopover(); setTimeout(() => host.isConnected && host.showPopover(), 20); }`,
    at: (pin) => pin,
  },
};

test("a click in a card that a page has moved below the pointer does nothing", async ({
  connected,
  sandbox,
}) => {
  for (const [name, { trick, at }] of Object.entries(MOVING))
    await test.step(name, async () => {
      for (let tries = 0, inTime = false; !inTime; tries++) {
        expect(tries).toBeLessThan(TRIES);
        const page = await openTicket(connected, sandbox, 1);
        const { card, pin } = await openCard(page);
        await noteClicks(card);
        const { x, y } = at(pin);
        await page.mouse.move(x, y, { steps: 5 });
        await page.waitForTimeout(CLICK_STEADY_MS + 200);
        const since = await run(page, trick);
        for (let clicks = 0; clicks < 8; clicks++) {
          await page.mouse.click(x, y);
          if (Date.now() - since > CLICK_STEADY_MS / 2) break;
          await page.waitForTimeout(30);
        }
        // A card that is gone wasn't pinned.
        const last = await clickedAt(card).catch(() => 0);
        inTime = last - since < CLICK_STEADY_MS;
        if (inTime) expect(await isPinned(card).catch(() => false)).toBe(false);
        await page.close();
      }
    });
});

test("clicks made by a script in the page don't reach the card", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  const { card, pin } = await openCard(page);
  await sandbox.clearLog();
  await run(
    page,
    `const host = ${host};
     for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
       for (const target of [host, document.elementFromPoint(${pin.x}, ${pin.y}), document, window])
         target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: ${pin.x}, clientY: ${pin.y} }));
     host.click(); host.focus();
     for (const key of ["Tab", "Enter", " "])
       host.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));`,
  );
  await page.waitForTimeout(300);
  expect(await isPinned(card)).toBe(false);
  expect(await sandbox.besideNames()).toEqual([]);
});
