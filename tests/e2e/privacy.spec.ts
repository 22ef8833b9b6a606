import { createHash } from "node:crypto";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { ABSENT, PEOPLE } from "../../sandbox/people.ts";
import { hover, leave, openTicket, pointAt, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const { ada, grace } = PEOPLE;

test("before the first mention is pointed at, the page is as it was: no change, no observer, no request", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) => {
      for (const { type, addedNodes } of records)
        for (const node of addedNodes.length > 0 ? addedNodes : [undefined])
          if (document.readyState === "complete") seen.push(`${type} ${node?.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.goto(`${sandbox.url}/tickets/1`);
  await page.waitForTimeout(300);
  await page.mouse.move(600, 110, { steps: 5 });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);

  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await leave(page);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.filter((change) => change.startsWith("childList"))).toEqual(["childList DIV"]);
  expect(await page.evaluate(() => document.querySelectorAll("[popover=manual]").length)).toBe(1);
});

test("nothing of the answer can be read by the page, and hit and miss look the same to it", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener("message", (event) => heard.push(String(event.data)));
  });
  const recordings: unknown[] = [];
  for (const [who, state] of [
    [PEOPLE.ada.email, "found"],
    [ABSENT.email, "absent"],
  ] as const) {
    const place = await written(page, who);
    const card = await hover(page, place);
    await expect(card.locator("main")).toHaveAttribute("data-state", state);
    await page.waitForTimeout(300);
    recordings.push(
      await page.evaluate(() => {
        const host = document.querySelector<HTMLElement>("[popover=manual]");
        const { width, height } = host?.getBoundingClientRect() ?? {};
        const style = host
          ? [...getComputedStyle(host)].map(
              (name) => `${name}: ${getComputedStyle(host).getPropertyValue(name)}`,
            )
          : [];
        getSelection()?.removeAllRanges();
        // Words that stand in the card only.
        const words = [
          "E-mail verified",
          "Identity provider",
          "auth0|",
          "Last sign-in",
          "No user with this",
        ];
        return {
          width,
          height,
          // Where the card stands follows from where the word stands.
          style: style.filter(
            (line) =>
              !/^(left|top|right|bottom|inset|transform-origin|perspective-origin)/.test(line),
          ),
          found: words.filter((word) =>
            (window as unknown as { find(text: string): boolean }).find(word),
          ),
          frames: window.length,
          html: host?.outerHTML,
          shadow: String(host?.shadowRoot),
          text: document.documentElement.textContent?.includes("E-mail verified"),
          resources: performance
            .getEntriesByType("resource")
            .filter((entry) => entry.name.includes("extension")).length,
          heard: (window as unknown as { heard: string[] }).heard,
          highlights: CSS.highlights.size,
        };
      }),
    );
    await leave(page);
  }
  expect(recordings[0]).toEqual(recordings[1]);
  expect(recordings[0]).toMatchObject({
    width: 400,
    height: 340,
    found: [],
    frames: 1,
    html: '<div popover="manual"></div>',
    shadow: "null",
    text: false,
    heard: [],
    highlights: 0,
  });
});

test("a page's script cannot start a look-up", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  const box = await place.boundingBox();
  if (!box) throw new Error("The address is not on the page.");
  await page.evaluate(
    ({ x, y }) => {
      const target = document.elementFromPoint(x, y);
      const at = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: "mouse" };
      for (let n = 0; n < 20; n++) {
        target?.dispatchEvent(
          new PointerEvent("pointermove", { ...at, clientX: x + n / 4, screenX: n }),
        );
        target?.dispatchEvent(
          new MouseEvent("mousemove", { ...at, clientX: x + n / 4, screenX: n }),
        );
      }
      target?.dispatchEvent(new MouseEvent("contextmenu", at));
      target?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "K", altKey: true, shiftKey: true, bubbles: true }),
      );
      (target as HTMLElement).click();
    },
    { x: box.x + 20, y: box.y + 8 },
  );
  await page.waitForTimeout(800);
  expect(await sandbox.log()).toEqual([]);

  // A mention planted under a resting pointer: the browser itself makes events when the page moves below it.
  await page.mouse.move(600, 112);
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    const trap = document.createElement("div");
    trap.textContent = "ada@example.com ".repeat(200);
    trap.style.cssText = "position:fixed;inset:0;background:white;z-index:9";
    document.body.append(trap);
  });
  await page.waitForTimeout(1_000);
  expect(await sandbox.log()).toEqual([]);
});

test("only the sandbox is asked, only by GET, with the key in no place but its header", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const log = await sandbox.log();
  expect(log.length).toBeGreaterThan(0);
  for (const request of log) {
    expect(request.method).toBe("GET");
    const { authorization, ...others } = request.headers;
    expect(authorization).toBe(`Bearer ${API_KEYS.full}`);
    expect(JSON.stringify([request.path, request.query, others])).not.toContain(API_KEYS.full);
    expect(others["cookie"]).toBeUndefined();
    expect(others["referer"]).toBeUndefined();
    expect(others["origin"]).not.toBe(new URL(page.url()).origin);
  }
});

test("a content script cannot read what is stored", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  const worker = await connected.worker();
  const readable = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: async () => {
        const read = async (area: "session" | "local") => {
          try {
            return JSON.stringify(await chrome.storage[area].get());
          } catch {
            return "refused";
          }
        };
        return [await read("session"), await read("local")];
      },
    });
    return frame?.result;
  });
  expect(readable).toEqual(["refused", "refused"]);
});

test("whoever the card showed before is never painted again when it shows somebody else", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = await written(page, "this person");
  const pointAtPerson = async (email: string) => {
    await place.evaluate((element, label) => element.setAttribute("aria-label", label), email);
    return hover(page, place);
  };
  const cdp = await page.context().newCDPSession(page);
  const painted: string[] = [];
  cdp.on("Page.screencastFrame", ({ data, sessionId }) => {
    painted.push(createHash("sha256").update(data).digest("hex"));
    void cdp.send("Page.screencastFrameAck", { sessionId });
  });
  await cdp.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  for (const email of [ada, grace, ada, grace, ada, grace].map((person) => person.email)) {
    const card = await pointAtPerson(email);
    await expect(card.locator("article h2")).toHaveText(email);
    await page.waitForTimeout(500);
    const before = painted.at(-1);
    expect(before).toBeDefined();
    await leave(page);
    await page.waitForTimeout(700);
    painted.length = 0;
    await pointAtPerson(email === ada.email ? grace.email : ada.email);
    await page.waitForTimeout(500);
    expect(painted.length).toBeGreaterThan(0);
    expect(painted).not.toContain(before);
    await leave(page);
  }
});
