import type { Page } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { casesOf, PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { pageOf } from "../harness/hostile-data.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { attachSidePanel } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { hover, leave, openTicket, shownCard, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const { ada, grace, markup } = PEOPLE;

async function openPanel({ context, address }: ExtensionBrowser): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto(address("sidepanel.html"));
  return panel;
}

/** What the API itself returns, requested directly. */
async function listed(url: string, path: string): Promise<{ id: string; status: string }[]> {
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/${path}`, { headers });
  return ((await reply.json()) as { items: { id: string; status: string }[] }).items;
}

const part = (panel: Page, name: string) => panel.getByRole("region", { name });

test("shows a user's sessions and grants from the API, follows the next lookup, and stays when pinned by keyboard", async ({
  connected,
  sandbox,
}) => {
  const sessions = await listed(sandbox.url, `sessions?user_id=${ada.id}&status=active`);
  const grants = await listed(sandbox.url, `delegated-grants?user_id=${ada.id}`);
  const ticket = await openTicket(connected, sandbox, 1);
  await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
  await leave(ticket);
  const panel = await openPanel(connected);
  const shown = panel.locator("article");
  await expect(shown).toHaveAttribute("data-user-id", ada.id);
  await expect(part(panel, "Sessions").getByRole("listitem")).toHaveCount(sessions.length);
  await expect(part(panel, "Delegated grants").getByRole("listitem")).toHaveCount(grants.length);
  await expect(panel.getByText("The record says")).toHaveCount(0);
  await expect(part(panel, "Timeline").getByRole("img")).toBeVisible();

  const look = async (email: string) => {
    await ticket.bringToFront();
    await hover(ticket, await written(ticket, email));
    await leave(ticket);
    await panel.bringToFront();
  };
  await look(grace.email);
  await expect(shown).toHaveAttribute("data-user-id", grace.id);

  await panel.keyboard.press("Tab");
  await expect(panel.getByRole("combobox", { name: "Search users" })).toBeFocused();
  await panel.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: "Pin", exact: true })).toBeFocused();
  await panel.keyboard.press("Enter");
  await look(ada.email);
  await expect(panel.getByRole("button", { name: "Pin", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  // The pin outlives the panel and the worker.
  await killWorker(connected);
  await panel.reload();
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  await panel.keyboard.press("Tab");
  await panel.keyboard.press("Tab");
  await panel.keyboard.press("Enter");
  await expect(shown).toHaveAttribute("data-user-id", ada.id);

  const list = part(panel, "Timeline").getByText("As a list");
  while (!(await list.evaluate((element) => element === document.activeElement)))
    await panel.keyboard.press("Tab");
  await panel.keyboard.press("Enter");
  await expect(part(panel, "Timeline").getByRole("listitem").first()).toBeVisible();
});

test("searches by keyboard in the panel itself, shows a disabled person's active sessions first, and follows the next lookup", async ({
  connected,
  sandbox,
}) => {
  // In the sandbox disabled users have no sessions, as it should be.
  const live = { id: "s1", user_id: grace.id, session_type: "user", status: "active" };
  const body = pageOf(JSON.stringify(live));
  await sandbox.fault({ match: `GET /zones/${ACME.id}/sessions`, times: null, body });
  const ticket = await openTicket(connected, sandbox, 1);
  const panel = await openPanel(connected);
  const field = panel.getByRole("combobox", { name: "Search users" });
  const shown = panel.locator("article");
  // No one is shown yet: the focus is in the field.
  await expect(field).toBeFocused();
  await panel.keyboard.type(grace.email);
  await expect(panel.getByRole("option")).toHaveCount(1);
  await panel.keyboard.press("Enter");
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  await expect(field).toHaveValue("");
  await expect(shown.getByRole("heading", { level: 3 }).first()).toHaveText("Sessions · 1 active");
  // It is remembered like any lookup, and is in the recents.
  await panel.reload();
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  await field.click();
  await expect(panel.getByRole("option")).toContainText([grace.email]);
  await panel.keyboard.press("Escape");
  await expect(panel.getByRole("option")).toHaveCount(0);
  await expect(shown).toBeVisible();

  await ticket.bringToFront();
  await hover(ticket, await written(ticket, ada.email));
  await leave(ticket);
  await panel.bringToFront();
  await expect(shown).toHaveAttribute("data-user-id", ada.id);

  // A pin moves to whoever is opened here.
  await panel.getByRole("button", { name: "Pin", exact: true }).click();
  await field.click();
  await panel.keyboard.press("Enter");
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  await ticket.bringToFront();
  await hover(ticket, await written(ticket, ada.email));
  await leave(ticket);
  await panel.reload();
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
});

test("a key that can’t read sessions still shows everything else, and isn't taken for one that can read nothing", async ({
  connected,
  sandbox,
}) => {
  await sandbox.fault({ match: `GET /zones/${ACME.id}/sessions`, times: null, status: 403 });
  const ticket = await openTicket(connected, sandbox, 1);
  await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
  await leave(ticket);
  const panel = await openPanel(connected);
  await expect(part(panel, "Sessions")).toContainText("This key can’t read sessions.");
  await expect(panel.locator("article").getByText("Active", { exact: true }).first()).toBeVisible();
  await expect(part(panel, "Delegated grants")).not.toContainText("can’t read");
  await panel.getByRole("button", { name: "Refresh" }).click();
  await expect(panel.locator("article")).toHaveAttribute("data-user-id", ada.id);
});

test("sessions have browsers and apps by name, unreadable ones are counted, and a grant that is renewed hasn't expired", async ({
  connected,
  sandbox,
}) => {
  const cases = casesOf(ACME.id);
  const panel = await openPanel(connected);
  const pin = (value: string) =>
    sendFromExtensionPage(connected, { type: "pinInspected", query: { kind: "id", value } });
  await sandbox.clearLog();
  await pin(cases.noor.id);
  const sessions = part(panel, "Sessions");
  for (const name of ["Firefox on Linux", "Visual Studio Code", "Acme CLI"])
    await expect(sessions).toContainText(name);
  await expect(sessions).not.toContainText("can’t be read");
  const asked = (await sandbox.log()).map(({ path }) => path.slice(`/zones/${ACME.id}/`.length));
  expect(asked.filter((path) => path.startsWith("user-agents"))).toEqual(["user-agents"]);

  await pin(cases.ivan.id);
  await expect(sessions).toContainText("1 session couldn’t be read.");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expect(part(panel, "Delegated grants")).toContainText("No delegated grants");

  await pin(cases.rosa.id);
  const grants = part(panel, "Delegated grants");
  await expect(grants.getByText("Active, renews itself")).toHaveCount(2);
  await expect(grants.getByText("Last renewed").first()).toBeVisible();
  await expect(grants.getByText("Expired", { exact: true })).toHaveCount(1);
  await expect(panel.getByText("The record says")).toHaveCount(0);
});

test("hostile names of sessions, and hostile scopes of grants, are plain text", async ({
  connected,
  sandbox,
}) => {
  const ticket = await openTicket(connected, sandbox, 1);
  await hover(ticket, await written(ticket, markup.id));
  await leave(ticket);
  const panel = await openPanel(connected);
  await expect(panel.locator("article")).toHaveAttribute("data-user-id", markup.id);
  await expect(part(panel, "Sessions")).toContainText("<img src=x");
  await expect(part(panel, "Delegated grants")).toContainText("<script>alert(1)");
  expect(await panel.locator("article img, article script").count()).toBe(0);
});

test("a command opens the side panel, on a page where nothing else is permitted", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, await written(page, ada.email));
  await shownCard(page);
  const closed = await connected.context.newPage();
  await closed.goto("chrome://version");
  await pressCommand(closed, "L");
  const panel = await attachSidePanel(connected);
  await panel.until(`document.querySelector('article[data-user-id="${ada.id}"]')`);
});

test("by keyboard alone: from an address in the page into the card, into the side panel, and through it", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await page.bringToFront();
  const link = page.getByTestId(TEST_IDS.threadMailto).first();
  await tabUntil(page, () => link.evaluate((element) => element === document.activeElement));
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", grace.id);
  await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
  const open = card.getByRole("button", { name: "Open in side panel" });
  await tabUntil(page, () => open.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("Enter");

  const panel = await attachSidePanel(connected);
  const article = `document.querySelector('article[data-user-id="${grace.id}"]')`;
  const focused = "document.activeElement";
  await panel.until(`${article} && document.querySelector("svg[role=img]")`);
  for (const part of ["Sessions", "Delegated grants", "Timeline"])
    await panel.until(
      `[...document.querySelectorAll("h3")].some((h) => h.innerText.startsWith("${part}"))`,
    );
  const stops: string[] = [];
  for (let presses = 0; presses < 12 && !stops.includes("As a list"); presses++) {
    await panel.press("Tab");
    stops.push(
      await panel.read(`${focused}.getAttribute("aria-label") ?? ${focused}.innerText.trim()`),
    );
  }
  expect(stops).toEqual(expect.arrayContaining(["Pin", "Refresh", "As a list"]));
  await panel.press("Enter");
  await panel.until('document.querySelector("details[open] li")');

  // The active ticket changes; the panel stays, and follows lookups there.
  const other = await openTicket(connected, sandbox, 2);
  await hover(other, await written(other, ada.email));
  await panel.until(`document.querySelector('article[data-user-id="${ada.id}"]')`);
});

async function tabUntil(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never came there.");
}
