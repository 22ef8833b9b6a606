import type { Page } from "@playwright/test";
import { ABSENT, PEOPLE } from "../../sandbox/people.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { attachPopup, type Popup } from "../harness/popup.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { slices } from "../harness/slices.ts";
import { openTicket } from "../harness/steps.ts";
import { LIST_WIDTHS, unmarkedCuts } from "../harness/unmarked-cuts.ts";
import { expect, test } from "./fixtures.ts";

/** Looking up many people at once: On this page, and Paste a list. By keyboard alone. */

/** The accessible name of the focused element, or its text. */
const FOCUSED = "(document.activeElement.ariaLabel ?? document.activeElement.innerText.trim())";

/** Presses Tab until something with this name has the focus. */
async function tabTo(popup: Popup, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (name.test(await popup.read<string>(FOCUSED))) return;
    await popup.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}

/** A tab as a popup, so that the same steps work for both. */
const tabOf = (page: Page): Pick<Popup, "read" | "press"> => ({
  read: (expression) => page.evaluate(expression),
  press: (key) => page.keyboard.press(key),
});

/** A button of the popup by its accessible name, as an expression. */
const buttonNamed = (name: string) =>
  `[...document.querySelectorAll("button")].find((b) => (b.ariaLabel ?? b.innerText.trim()).startsWith(${JSON.stringify(name)}))`;

const ROWS = "[...document.querySelectorAll('tbody tr')]";

/** The popup over a page. */
async function popupOver(connected: ExtensionBrowser): Promise<Popup> {
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  return popup;
}

test("finding out who on a page is disabled takes two clicks, and eight people are visible without scrolling", async ({
  connected,
  sandbox,
}) => {
  await openTicket(connected, sandbox, 1);
  const popup = await popupOver(connected);
  let clicks = 0;
  const click = async (name: string) => {
    await popup.click(buttonNamed(name));
    clicks++;
  };
  await click("On this page");
  await popup.until(`${ROWS}.length > 8`);
  await click("Look up all");
  await popup.until("document.querySelector('[data-filter=all] strong')?.innerText === '8'");
  await popup.until(`${ROWS}.length === 8`);
  expect(clicks).toBe(2);

  const first = await popup.read<string>(`${ROWS}[0].innerText`);
  expect(first).toContain(PEOPLE.grace.email);
  expect(first).toContain("Disabled: can’t sign in.");
  const counts = await popup.read<string[]>(
    "[...document.querySelectorAll('.people-filter')].map(({ innerText }) => innerText)",
  );
  expect(counts).toEqual([
    "Needs attention 3",
    "Disabled 1",
    "Not verified 1",
    "Not in zone 0",
    "All 8",
  ]);
  expect(await popup.read("document.querySelector('.list-count').innerText")).toBe("8 people");
  expect(await popup.read(`Boolean(${buttonNamed("Look up")})`)).toBe(false);

  // As large as the browser makes it; without a display its window has another size.
  await popup.read(
    `Object.assign(document.querySelector(".popup").style, { inset: "0 auto auto 0", width: "400px", height: "568px" })`,
  );
  const seen = await popup.read<{ rows: number; above: number }>(`(() => {
    const end = document.querySelector(".people-body").getBoundingClientRect().bottom;
    const boxes = ${ROWS}.map((row) => row.getBoundingClientRect());
    return { rows: boxes.filter(({ bottom }) => bottom <= end).length, above: boxes[0].top };
  })()`);
  expect(seen.rows).toBe(8);
  expect(seen.above).toBeLessThanOrEqual(110);

  await popup.click("document.querySelector('[data-filter=disabled]')");
  await popup.until(`${ROWS}.length === 1`);
  await popup.click("document.querySelector('[data-filter=disabled]')");
  await popup.until(`${ROWS}.length === 8`);
});

test("On this page: no one is looked up without a click; then all at once, filtered, opened and copied by keyboard", async ({
  connected,
  sandbox,
}) => {
  await openTicket(connected, sandbox, 1);
  const popup = await popupOver(connected);
  await tabTo(popup, /^On this page$/);
  await popup.press("Enter");
  await popup.until(`${ROWS}.length > 5`);
  const count = await popup.read<number>(`${ROWS}.length`);
  expect(await sandbox.lookUps()).toEqual([]);

  await tabTo(popup, new RegExp(`^Look up all ${count}$`));
  await popup.press("Enter");
  await popup.until(
    "document.querySelector('[role=status]').innerText.includes('8 people found.')",
  );
  // One request for the IDs, one for the addresses, one more for those that match no one.
  expect((await sandbox.lookUps()).length).toBeLessThanOrEqual(3);
  expect(await popup.read(FOCUSED)).toBe("Needs attention 3");
  await popup.press("Enter");
  await popup.until(`${ROWS}.length === 3`);
  await popup.press("Enter");
  await popup.until(`${ROWS}.length === 8`);

  // The last one is further down, and the list comes back there.
  await tabTo(popup, /^Open /);
  await popup.press("End");
  await popup.press("Enter");
  await popup.until("document.querySelector('article[data-user-id]')");
  await popup.press("Escape");
  await popup.until(`${ROWS}.at(-1)?.contains(document.activeElement)`);
  const asked = (await sandbox.lookUps()).length;

  await popup.read("document.querySelector('h2').focus()");
  await tabTo(popup, /^Copy list$/);
  await popup.press("Enter");
  await popup.until("document.activeElement.role === 'menuitem'");
  await popup.press("ArrowDown");
  await popup.press("ArrowDown");
  expect(await popup.read(FOCUSED)).toBe("TSV table");
  await popup.press("Enter");
  await popup.until("document.querySelector('[role=status]').innerText === 'Copied 8 lines'");
  const reader = await connected.context.newPage();
  await reader.goto(connected.address("popup.html"));
  await reader.getByRole("button", { name: "Paste a list" }).click();
  const list = reader.getByRole("textbox");
  await expect(list).toBeFocused();
  await reader.keyboard.press("Control+V");
  await expect(list).not.toHaveValue("");
  const copied = (await list.inputValue()).trimEnd().split("\n");
  expect(copied).toHaveLength(9);
  expect(copied[0]?.split("\t")).toEqual([
    "Mentioned as",
    "E-mail",
    "Status",
    "Verification",
    "Roles",
    "Last sign-in (UTC)",
    "Signs in with",
    "Zone",
    "User ID",
    "Note",
  ]);
  const ada = copied.find((line) => line.includes(PEOPLE.ada.email))?.split("\t") ?? [];
  const [names, email, status, verification, roles, signIn, provider, zone, id] = ada;
  // The page mentions her by both.
  expect(names).toBe(`${PEOPLE.ada.email}, ${PEOPLE.ada.id}`);
  expect([email, status, verification, id]).toEqual([
    PEOPLE.ada.email,
    "Active",
    "Verified",
    PEOPLE.ada.id,
  ]);
  expect(roles).toContain("admin (direct, zone)");
  expect(roles).not.toMatch(/resource [a-z0-9]{26}/);
  expect(signIn).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect([provider, zone]).toEqual(["Acme Identity", "Acme Support"]);
  expect((await sandbox.lookUps()).length).toBe(asked);
});

/** IDs and usual addresses of everyone in a zone. */
async function everybody(sandbox: Sandbox, zone: string) {
  const ids: string[] = [];
  const emails = new Set<string>();
  for (let after: string | null = ""; after !== null; ) {
    const query = new URLSearchParams({ limit: "100", ...(after && { after }) });
    const reply = await fetch(`${sandbox.url}/zones/${zone}/users?${query}`, {
      headers: { Authorization: "Bearer sandbox-api-key" },
    });
    const { items, pagination } = (await reply.json()) as {
      items: { id: string; email: string }[];
      pagination: { after_cursor: string | null };
    };
    for (const { id, email } of items) {
      ids.push(id);
      if (/^[a-z.]+\d*@example\.com$/.test(email)) emails.add(email);
    }
    after = pagination.after_cursor;
  }
  return { ids, emails: [...emails] };
}

test("Paste a list: employee numbers are recognized with one click, and looked up as identifiers", async ({
  connected,
}) => {
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await popup.getByRole("button", { name: "Paste a list" }).click();
  await popup.getByRole("textbox").fill("employee-00417\nemployee-99999");
  await expect(popup.getByText("2 lines not recognized")).toBeVisible();
  await popup.getByRole("button", { name: "Recognize identifiers like employee-00417" }).click();
  await popup.getByRole("button", { name: "Look up all 2" }).click();
  const table = popup.getByRole("table", { name: "People in the pasted list" });
  await expect(table.locator(`[data-user-id="${PEOPLE.mary.id}"]`)).toBeVisible();
  await expect(table.getByRole("row").filter({ hasText: "employee-99999" })).toContainText(
    "Not in this zone",
  );
});

test("Paste a list: a thousand at once in as few requests as possible, copied, and stopped by Cancel", async ({
  connected,
  sandbox,
  zone,
}) => {
  const { ids, emails } = await everybody(sandbox, zone);
  expect(ids).toHaveLength(250);
  const nobody = Array.from(
    { length: 1_000 - ids.length - emails.length },
    (_, n) => `nobody${n}@example.com`,
  );
  const addresses = [...emails, ...nobody];
  await sandbox.clearLog();
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  const popup = tabOf(page) as Popup;
  const field = page.getByRole("textbox");
  await expect(page.getByRole("combobox", { name: "Search users" })).toBeFocused();
  await tabTo(popup, /^Paste a list$/);
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.insertText(
    `Dear all, please check:\n${ids.join("\n")}\n${addresses.join("; ")} ${ids[0]}`,
  );
  await expect(page.getByText("1,000 addresses and IDs")).toBeVisible();
  expect(await sandbox.lookUps()).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("people found.", { timeout: 40_000 });

  const asked = await sandbox.lookUps();
  const byIds = asked.filter(({ query }) => query.includes(ids[0]?.slice(0, 3) ?? ""));
  expect(byIds.length).toBeGreaterThan(0);
  const ofIds = asked.filter(({ query }) => !decodeURIComponent(query).includes("@example.com"));
  expect(ofIds).toHaveLength(Math.ceil(ids.length / 100));
  // Addresses that the exact filter doesn't find are requested once more, ignoring case.
  const batches = slices(addresses, 100).flatMap((message) => slices(message, 50));
  const again = batches.filter((batch) => batch.some((email) => email.startsWith("nobody")));
  expect(asked.length - ofIds.length).toBe(batches.length + again.length);

  const rows = page.getByRole("table", { name: "People in the pasted list" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Disabled");
  await expect(
    page.getByRole("button", { name: `Not in zone ${nobody.length}`, exact: true }),
  ).toBeVisible();
  // A hundred rows below the headings, and a hundred more when their end scrolls into view.
  expect(await rows.count()).toBe(101);
  await page.getByRole("button", { name: "Show 100 more" }).scrollIntoViewIfNeeded();
  await expect(rows).toHaveCount(201);
  const size = page.viewportSize();
  for (const width of LIST_WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await unmarkedCuts(page), `${width} px`).toEqual([]);
  }
  if (size) await page.setViewportSize(size);
  await tabTo(popup, /^Copy list$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("c");
  await expect(page.getByRole("menuitem", { name: "CSV table" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText(/^Copied \d+ lines$/);
  await page.getByRole("heading", { name: "Paste a list" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // The text is still there, and pasting replaces it.
  await expect(field).toBeFocused();
  expect(await field.inputValue()).toContain("Dear all");
  await page.keyboard.press("Control+V");
  await expect(field).not.toHaveValue(/Dear all/);
  const copied = (await field.inputValue()).trimEnd().split("\n");
  expect(copied[0]).toBe(
    "Mentioned as,E-mail,Status,Verification,Roles,Last sign-in (UTC),Signs in with,Zone,User ID,Note",
  );
  expect(copied.filter((line) => /Not in this zone/.test(line))).toHaveLength(nobody.length);
  for (const id of ids) expect(copied.join("\n")).toContain(id);

  // None of these is cached: each message takes a while.
  await page.keyboard.press("Control+A");
  const strangers = Array.from({ length: 600 }, (_, n) => `stranger${n}@example.com`);
  await page.keyboard.insertText(strangers.join("\n"));
  await expect(page.getByText("600 addresses and IDs")).toBeVisible();
  await sandbox.clearLog();
  await sandbox.latency(300);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar", { name: "Looking people up" })).toBeVisible();
  const run = page.locator(".people-run");
  await expect(run).toContainText("100 of 600 looked up");
  await tabTo(popup, /^Cancel$/);
  await page.keyboard.press("Enter");
  await expect(run).toContainText(/Stopped\. \d00 of 600 looked up\./);
  await expect(page.getByRole("button", { name: /^Look up \d00 more$/ })).toBeFocused();
  await sandbox.latency(0);
  const before = (await sandbox.lookUps()).length;
  expect(before).toBeLessThan(24);
  // Anything still to be sent would be among the requests by the time that these are answered.
  for (const value of [ABSENT.email, ABSENT.misspeltEmail])
    await page.evaluate(
      (address) =>
        chrome.runtime.sendMessage({
          type: "lookUp",
          query: { kind: "email", value: address },
          fresh: true,
        }),
      value,
    );
  const strange = (await sandbox.lookUps()).filter(({ query }) => query.includes("stranger"));
  expect(strange.length).toBe(before);
  const local = await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(local).not.toContain("stranger");
});
