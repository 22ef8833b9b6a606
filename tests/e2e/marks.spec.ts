import type { Page } from "@playwright/test";
import { MARKS_REDRAWN_PER_S } from "../../lib/page/marks/calm.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { contentWorld } from "../harness/content-world.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { fill, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const PATTERN = "http://127.0.0.1/*";

async function switchMarks(browser: ExtensionBrowser, page: Page, on: boolean): Promise<void> {
  await sendFromExtensionPage(browser, { type: "switchMarks", pattern: PATTERN, on });
  await page.bringToFront();
}

/** What is underlined, as the page itself can read it; undefined if it has no highlight. */
function marked(page: Page): Promise<string[] | undefined> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get("keycard-lookup");
    if (!highlight) return undefined;
    return [...(highlight as unknown as Set<StaticRange>)]
      .map((range) => {
        if (range.endOffset > (range.endContainer as Text).data.length) return "(out of date)";
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return String(live);
      })
      .sort((a, b) => (a < b ? -1 : 1));
  });
}

test("marks underline every mention of an open page before any lookup, change nothing, and leave nothing behind", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const look = () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      highlights: [...CSS.highlights.keys()],
    }));
  const before = await look();
  expect(await marked(page)).toBeUndefined();

  await switchMarks(connected, page, true);
  const shown = await page.evaluate((ids) => {
    const texts = [
      ids.requesterEmail,
      ids.threadEmail,
      ids.threadId,
      ids.affectedEmail,
      ids.affectedId,
    ]
      .flatMap((id) => [...document.querySelectorAll(`[data-testid="${id}"]`)])
      .map((element) => element.textContent ?? "");
    return texts;
  }, TEST_IDS);
  expect(shown.length).toBeGreaterThan(8);
  await expect.poll(() => marked(page)).toEqual(expect.arrayContaining(shown));
  const mailto = await page.getByTestId(TEST_IDS.threadMailto).first().textContent();
  expect(await marked(page)).toContain(mailto);
  const shadow = page.getByTestId(TEST_IDS.shadowOpen).getByTestId(TEST_IDS.shadowEmail);
  expect(await marked(page)).toContain(await shadow.textContent());
  expect(await look()).toEqual({ ...before, highlights: ["keycard-lookup"] });
  expect(await sandbox.log()).toEqual([]);
  const world = await contentWorld(connected, page);
  expect(await world?.count("MutationObserver")).toBeGreaterThan(0);

  await switchMarks(connected, page, false);
  await expect.poll(() => marked(page)).toBeUndefined();
  expect(await look()).toEqual(before);
  await expect.poll(() => world?.count("MutationObserver")).toBe(0);
  expect(await sandbox.log()).toEqual([]);
});

test("a line is painted below the word, also in the frame and in shadow trees", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const picture = async (id: string) => {
    const place = page.getByTestId(id).first();
    await place.scrollIntoViewIfNeeded();
    return (await place.screenshot()).toString("base64");
  };
  const mail = page.frameLocator(`[data-testid="${TEST_IDS.mailFrame}"]`);
  const inFrame = async () =>
    (await mail.getByTestId(TEST_IDS.mailEmail).screenshot()).toString("base64");
  const ids = [TEST_IDS.requesterEmail, TEST_IDS.shadowEmail];
  const plain = [await inFrame()];
  for (const id of ids) plain.push(await picture(id));
  await switchMarks(connected, page, true);
  await expect.poll(async () => (await marked(page))?.length).toBeGreaterThan(5);
  await expect.poll(inFrame).not.toBe(plain[0]);
  for (const [n, id] of ids.entries()) await expect.poll(() => picture(id)).not.toBe(plain[n + 1]);
  await switchMarks(connected, page, false);
  await expect.poll(inFrame).toBe(plain[0]);
  for (const [n, id] of ids.entries()) await expect.poll(() => picture(id)).toBe(plain[n + 1]);
});

test("marks follow what the page adds, removes, moves, splits and rewrites", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await switchMarks(connected, page, true);
  await fill(page, "<p id=one>ada@example.com</p><p id=two>nobody</p>");
  await expect.poll(() => marked(page)).toEqual(["ada@example.com"]);

  // Rewritten in place, as frameworks do.
  await page.evaluate(() => {
    const text = document.querySelector("#one")?.firstChild as Text;
    text.nodeValue = "now grace@example.com";
  });
  await expect.poll(() => marked(page)).toEqual(["grace@example.com"]);
  await page.evaluate(() => {
    const text = document.querySelector("#two")?.firstChild as Text;
    text.data = "it was linus@example.com";
  });
  await expect.poll(() => marked(page)).toEqual(["grace@example.com", "linus@example.com"]);

  // Moved and removed.
  await page.evaluate(() => {
    document.querySelector("#two")?.after(document.querySelector("#one") as Node);
  });
  await page.waitForTimeout(300);
  await expect.poll(() => marked(page)).toEqual(["grace@example.com", "linus@example.com"]);
  await page.evaluate(() => document.querySelector("#one")?.remove());
  await expect.poll(() => marked(page)).toEqual(["linus@example.com"]);

  // A recycled row: rewritten while it is out of the document.
  await page.evaluate(() => {
    const row = document.querySelector("#two") as HTMLElement;
    row.remove();
    (row.firstChild as Text).data = "alan@example.com";
    document.body.append(row);
  });
  await expect.poll(() => marked(page)).toEqual(["alan@example.com"]);

  // Split by a highlighter, then joined again.
  await page.evaluate(() => {
    (document.querySelector("#two") as HTMLElement).innerHTML =
      "al<mark>an@exam</mark>ple<wbr>.com";
  });
  await expect.poll(() => marked(page)).toEqual(["alan@example.com"]);
  await page.evaluate(() => {
    const row = document.querySelector("#two") as HTMLElement;
    row.querySelector("mark")?.replaceWith("an@exam");
  });
  await expect.poll(() => marked(page)).toEqual(["alan@example.com"]);
  await page.evaluate(() => {
    (document.querySelector("#two")?.lastChild as Text).data = ".org and more";
  });
  await expect.poll(() => marked(page)).toEqual(["alan@example.org"]);

  // Adjacent cells don't form a word; a shadow tree created later is read and followed.
  await fill(page, "<table><tr><td>ada@example</td><td>.com</td></tr></table><div id=host></div>");
  await expect.poll(() => marked(page)).toEqual([]);
  await page.evaluate(() => {
    const root = document.createElement("div");
    const shadow = root.attachShadow({ mode: "open" });
    shadow.innerHTML = "<p>bob@example.com</p>";
    document.querySelector("#host")?.append(root);
  });
  await expect.poll(() => marked(page)).toEqual(["bob@example.com"]);
  await page.evaluate(() => {
    const shadow = document.querySelector("#host div")?.shadowRoot as ShadowRoot;
    shadow.append("and eve@example.com");
  });
  await expect.poll(() => marked(page)).toEqual(["bob@example.com", "eve@example.com"]);
  expect(await sandbox.log()).toEqual([]);
});

test("script, style and fields have no marks; a page with very many says that there are more", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await switchMarks(connected, page, true);
  await fill(
    page,
    "<style>/* ada@example.com */</style><template>ada@example.com</template><textarea>ada@example.com</textarea><input value=ada@example.com><p>grace@example.com</p>",
  );
  await expect.poll(() => marked(page)).toEqual(["grace@example.com"]);
  // A form whose fields shadow its own properties.
  const names = ["localName", "shadowRoot", "nodeType", "contains", "closest", "querySelectorAll"];
  await fill(
    page,
    `<form>${names.map((name) => `<input type=hidden name=${name}>`).join("")}ada@example.com <b>gr</b>ace@example.com</form>`,
  );
  await expect.poll(() => marked(page)).toEqual(["ada@example.com", "grace@example.com"]);
  await fill(page, Array.from({ length: 600 }, (_, n) => `<p>user${n}@example.com</p>`).join(""));
  const world = await contentWorld(connected, page);
  await expect
    .poll(() => world?.read("keycardLookupMarks.state()"))
    .toEqual({ count: 500, lines: "capped" });
  await expect.poll(() => marked(page)).toHaveLength(500);
  expect(await marked(page)).toContain("user499@example.com");
  // Removed lines make room for others.
  await page.evaluate(() => {
    for (const row of [...document.querySelectorAll("p")].slice(0, 300)) row.remove();
  });
  await expect
    .poll(() => world?.read("keycardLookupMarks.state()"))
    .toEqual({ count: 300, lines: "all" });
  await expect.poll(() => marked(page)).toContain("user599@example.com");
});

test("on a large page that keeps changing, the lines pause, and come back", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await switchMarks(connected, page, true);
  // Three changes a second are too many for so many elements, which are hidden so that a busy machine gets that far.
  const many = Math.ceil(0.4 * MARKS_REDRAWN_PER_S);
  await fill(
    page,
    `<p>ada@example.com</p><p id=live></p><div hidden>${"<i></i>".repeat(many)}</div>`,
  );
  await expect.poll(() => marked(page)).toEqual(["ada@example.com"]);
  // An occasional change doesn't count, however large the page is.
  const change = () =>
    page.evaluate(() => {
      (document.querySelector("#live") as HTMLElement).textContent = `grace@example.com`;
    });
  for (let n = 0; n < 3; n++) {
    await change();
    await page.waitForTimeout(600);
    await expect.poll(() => marked(page)).toEqual(["ada@example.com", "grace@example.com"]);
  }
  await page.evaluate(() => {
    const timer = setInterval(() => {
      const live = document.querySelector("#live") as HTMLElement;
      live.textContent = `${performance.now()} linus@example.com`;
      if (document.body.dataset["stop"]) clearInterval(timer);
    }, 20);
  });
  const world = await contentWorld(connected, page);
  await expect
    .poll(() => world?.read("keycardLookupMarks.state()"))
    .toEqual({ count: 2, lines: "resting" });
  expect(await marked(page)).toEqual([]);
  await page.waitForTimeout(2_500);
  expect(await marked(page)).toEqual([]);
  await page.evaluate(() => {
    document.body.dataset["stop"] = "yes";
  });
  await expect.poll(() => marked(page)).toEqual(["ada@example.com", "linus@example.com"]);
  expect(await world?.read("keycardLookupMarks.state()")).toEqual({ count: 2, lines: "all" });
});

test("marks appear on a page that is loaded later, and come back after document.open", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await switchMarks(connected, page, true);
  await page.goto(`${sandbox.url}/tickets/2`);
  await expect.poll(async () => (await marked(page))?.length).toBeGreaterThan(5);
  await page.evaluate(() => {
    document.open();
    document.write("<p>written by ada@example.com</p>");
    document.close();
  });
  await expect.poll(() => marked(page)).toEqual(["ada@example.com"]);
});
