import type { Page } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { hover, leave, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const { ada, grace } = PEOPLE;

async function openPanel({ context, address }: ExtensionBrowser): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto(address("sidepanel.html"));
  return panel;
}

/** What the API itself says, by a way of its own. */
async function listed(url: string, path: string): Promise<{ id: string; status: string }[]> {
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/${path}`, { headers });
  return ((await reply.json()) as { items: { id: string; status: string }[] }).items;
}

const part = (panel: Page, name: string) => panel.getByRole("region", { name });

test("shows what the API tells of somebody's sessions and grants, follows the next look-up, and stays when pinned by keyboard", async ({
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
  await expect(part(panel, "Active sessions").getByRole("listitem")).toHaveCount(sessions.length);
  await expect(part(panel, "Delegated grants").getByRole("listitem")).toHaveCount(grants.length);
  await expect(panel.getByText("The record counts")).toHaveCount(0);
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
  await expect(panel.getByRole("button", { name: "Pin", exact: true })).toBeFocused();
  await panel.keyboard.press("Enter");
  await look(ada.email);
  await expect(panel.getByRole("button", { name: "Pin", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(shown).toHaveAttribute("data-user-id", grace.id);
  await panel.keyboard.press("Enter");
  await expect(shown).toHaveAttribute("data-user-id", ada.id);

  const list = part(panel, "Timeline").getByText("As a list");
  while (!(await list.evaluate((element) => element === document.activeElement)))
    await panel.keyboard.press("Tab");
  await panel.keyboard.press("Enter");
  await expect(part(panel, "Timeline").getByRole("listitem").first()).toBeVisible();
});

test("a key that may not read sessions still shows all the rest, and is not taken for one that reads nothing", async ({
  connected,
  sandbox,
}) => {
  await sandbox.fault({ match: `GET /zones/${ACME.id}/sessions`, times: null, status: 403 });
  const ticket = await openTicket(connected, sandbox, 1);
  await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
  await leave(ticket);
  const panel = await openPanel(connected);
  await expect(part(panel, "Active sessions")).toContainText("This key may not read sessions.");
  await expect(panel.locator("article").getByText("Active", { exact: true }).first()).toBeVisible();
  await expect(part(panel, "Delegated grants")).not.toContainText("may not read");
  await panel.getByRole("button", { name: "Refresh" }).click();
  await expect(panel.locator("article")).toHaveAttribute("data-user-id", ada.id);
});
