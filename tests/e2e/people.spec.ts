import type { Page } from "@playwright/test";
import { ABSENT, PEOPLE } from "../../sandbox/people.ts";
import { attachPopup, type Popup } from "../harness/popup.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Looking many people up at once: On this page, and Paste a list. By keyboard alone. */

/** The accessible name of what has the focus, or its text. */
const FOCUSED = "(document.activeElement.ariaLabel ?? document.activeElement.innerText.trim())";

/** Presses Tab until something of this name has the focus. */
async function tabTo(popup: Popup, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (name.test(await popup.read<string>(FOCUSED))) return;
    await popup.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}

/** A tab as a popup, so that the same steps do for both. */
const tabOf = (page: Page): Pick<Popup, "read" | "press"> => ({
  read: (expression) => page.evaluate(expression),
  press: (key) => page.keyboard.press(key),
});

const requests = async (sandbox: Sandbox) =>
  (await sandbox.log()).filter(({ path }) => path.includes("/users"));

test("On this page: nobody is looked up but on a click; then all at once, sorted, opened and copied", async ({
  connected,
  sandbox,
}) => {
  await openTicket(connected, sandbox, 1);
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  await tabTo(popup, /^On this page$/);
  await popup.press("Enter");
  const rows = "[...document.querySelectorAll('tbody tr')]";
  await popup.until(`${rows}.length > 5`);
  const count = await popup.read<number>(`${rows}.length`);
  expect(await requests(sandbox)).toEqual([]);

  await tabTo(popup, new RegExp(`^Look up all ${count}$`));
  await popup.press("Enter");
  await popup.until("document.querySelector('.people-run')?.innerText.includes('looked up.')");
  // One request for the IDs, one for the addresses, one more for those that are nobody's.
  expect((await requests(sandbox)).length).toBeLessThanOrEqual(3);
  const first = await popup.read<string>(`${rows}[0].innerText`);
  expect(first).toContain(PEOPLE.grace.email);
  expect(first).toContain("Disabled");

  await tabTo(popup, /^Times$/);
  for (const direction of ["ascending", "descending"]) {
    await popup.press("Enter");
    await popup.until(`document.querySelector('[aria-sort=${direction}]')?.innerText === 'Times'`);
  }
  expect(await popup.read(`${rows}[0].innerText`)).toContain(PEOPLE.ada.email);
  await popup.press("Tab");
  await popup.press("ArrowDown");
  await popup.press("ArrowUp");
  await popup.press("Enter");
  await popup.until(`document.querySelector('article[data-user-id="${PEOPLE.ada.id}"]')`);
  await popup.press("Escape");
  await popup.until(`${rows}[0].contains(document.activeElement)`);
  await popup.press("Tab");
  expect(await popup.read(FOCUSED)).toBe(`Show on page: ${PEOPLE.ada.email}`);
  await popup.press("Enter");
  await popup.until("document.body.innerText.includes('1 of ')");
  const asked = (await requests(sandbox)).length;
  const lines = await popup.read<number>(`${rows}.length`);

  await popup.read("document.querySelector('h2').focus()");
  await tabTo(popup, /^Copy as TSV$/);
  await popup.press("Enter");
  await popup.until("document.querySelector('[role=status]').innerText === 'Copied'");
  const reader = await connected.context.newPage();
  await reader.goto(connected.address("popup.html"));
  await reader.getByRole("button", { name: "Paste a list" }).click();
  await reader.keyboard.press("Control+V");
  const copied = (await reader.getByRole("textbox").inputValue()).trimEnd().split("\n");
  expect(copied).toHaveLength(lines + 1);
  expect(copied[0]?.split("\t")).toEqual([
    "Mention",
    "E-mail",
    "User ID",
    "Status",
    "Verification",
    "Roles",
    "Last sign-in (UTC)",
    "Times",
    "Note",
  ]);
  const [mention, , id, status, , roles, signIn] = copied[1]?.split("\t") ?? [];
  // The page names her by both.
  const names = `${PEOPLE.ada.email}, ${PEOPLE.ada.id}`;
  expect([mention, id, status]).toEqual([names, PEOPLE.ada.id, "Active"]);
  expect(roles).toContain("admin (zone, direct)");
  expect(signIn).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect((await requests(sandbox)).length).toBe(asked);
});

/** IDs and usual addresses of everybody in a zone. */
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

const slices = <T>(all: T[], size: number) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  );

test("Paste a list: a thousand at once in as few requests as can be, copied, and stopped by Cancel", async ({
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
    `Dear all, please check:\n${ids.join("\n")}\n${addresses.join("; ")} ${ids[0]}\none-too-many@example.com`,
  );
  await expect(
    page.getByText("1,001 different mentions. Only the first 1,000 are looked up, 1 are left out."),
  ).toBeVisible();
  expect(await requests(sandbox)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const run = page.locator(".people-run");
  await expect(run).toContainText("1,000 looked up.", { timeout: 40_000 });

  const asked = await requests(sandbox);
  const byIds = asked.filter(({ query }) => query.includes(ids[0]?.slice(0, 3) ?? ""));
  expect(byIds.length).toBeGreaterThan(0);
  const ofIds = asked.filter(({ query }) => !decodeURIComponent(query).includes("@example.com"));
  expect(ofIds).toHaveLength(Math.ceil(ids.length / 100));
  // Who is nobody's by the exact filter is asked for once more, without regard to case.
  const batches = slices(addresses, 100).flatMap((message) => slices(message, 50));
  const again = batches.filter((batch) => batch.some((email) => email.startsWith("nobody")));
  expect(asked.length - ofIds.length).toBe(batches.length + again.length);

  const rows = page.getByRole("table", { name: "People of the pasted list" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Disabled");
  await expect(rows.filter({ hasText: "Not in this zone" })).toHaveCount(nobody.length);
  await tabTo(popup, /^Copy as CSV$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Copied");
  await page.getByRole("heading", { name: "Paste a list" }).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  // The text is still there, and what is pasted takes its place.
  await expect(field).toBeFocused();
  expect(await field.inputValue()).toContain("Dear all");
  await page.keyboard.press("Control+V");
  const copied = (await field.inputValue()).trimEnd().split("\n");
  expect(copied[0]).toBe(
    "Mention,E-mail,User ID,Status,Verification,Roles,Last sign-in (UTC),Note",
  );
  expect(copied.filter((line) => /Not in this zone/.test(line))).toHaveLength(nobody.length);
  for (const id of ids) expect(copied.join("\n")).toContain(id);

  // Nobody of these is kept: each message takes a while.
  await page.keyboard.press("Control+A");
  const strangers = Array.from({ length: 600 }, (_, n) => `stranger${n}@example.com`);
  await page.keyboard.insertText(strangers.join("\n"));
  await expect(page.getByText("600 different mentions")).toBeVisible();
  await sandbox.clearLog();
  await sandbox.latency(300);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar", { name: "Looking people up" })).toBeVisible();
  await expect(run).toContainText("100 of 600 looked up");
  await tabTo(popup, /^Cancel$/);
  await page.keyboard.press("Enter");
  await expect(run).toContainText(/Stopped\. \d00 of 600 looked up\./);
  await expect(page.getByRole("button", { name: "Look up all 600" })).toBeFocused();
  await sandbox.latency(0);
  const before = (await requests(sandbox)).length;
  expect(before).toBeLessThan(24);
  // Whatever was still to go out would be among the requests by the time that these are answered.
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
  const strange = (await requests(sandbox)).filter(({ query }) => query.includes("stranger"));
  expect(strange.length).toBe(before);
  const local = await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(local).not.toContain("stranger");
});
