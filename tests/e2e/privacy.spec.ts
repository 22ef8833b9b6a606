import { createHash } from "node:crypto";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { hover, leave, openTicket, pointAt, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const { ada, grace } = PEOPLE;

test("before the first mention is hovered, the page is as it was: no change, no observer, no request", async ({
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

test("requests go only to the sandbox, only by GET, with the key only in its header", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  // The card is shown before it has its answer.
  await expect.poll(async () => (await sandbox.log()).length).toBeGreaterThan(0);
  for (const request of await sandbox.log()) {
    expect(request.method).toBe("GET");
    const { authorization, ...others } = request.headers;
    expect(authorization).toBe(`Bearer ${API_KEYS.full}`);
    expect(JSON.stringify([request.path, request.query, others])).not.toContain(API_KEYS.full);
    expect(others["cookie"]).toBeUndefined();
    expect(others["referer"]).toBeUndefined();
    expect(others["origin"]).not.toBe(new URL(page.url()).origin);
  }
});

test("a content script can't read what is stored", async ({ connected, sandbox }) => {
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

test("the previous person is never painted again when the card shows someone else", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = await written(page, "this person");
  const cdp = await page.context().newCDPSession(page);
  const recorded: { picture: string; at: number }[] = [];
  cdp.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    const picture = createHash("sha256").update(data).digest("hex");
    recorded.push({ picture, at: (metadata.timestamp ?? 0) * 1_000 });
    void cdp.send("Page.screencastFrameAck", { sessionId });
  });
  await cdp.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  /** The pictures painted while a person's card was opened; on a busy machine the recording is behind. */
  const painted = async (email: string) => {
    await place.evaluate((element, label) => element.setAttribute("aria-label", label), email);
    const start = Date.now();
    const card = await hover(page, place);
    await expect(card.locator("article h2")).toHaveText(email);
    const pictures = () => recorded.flatMap(({ picture, at }) => (at < start ? [] : [picture]));
    await expect.poll(() => pictures().length).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    return pictures();
  };
  let before: string | undefined;
  for (const { email } of [ada, grace, ada, grace, ada, grace, ada]) {
    const pictures = await painted(email);
    if (before) expect(pictures).not.toContain(before);
    before = pictures.at(-1);
    await leave(page);
  }
});
