import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, leave, openTicket } from "../harness/steps.ts";
import { FACTS, SECRETS } from "../harness/witness/canaries.ts";
import { expect, test } from "./fixtures.ts";

test("what is copied for support says what has happened, and to nobody: no address, ID, zone, site or key", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await leave(page);
  await sandbox.fault({ match: "GET", times: 1, status: 403, body: { message: PEOPLE.ada.email } });
  const failing = await hover(page, page.getByTestId(TEST_IDS.affectedEmail).nth(2));
  await expect(failing.locator("main")).toHaveAttribute("data-state", "failed");

  const options = await optionsPage(connected);
  await options.bringToFront();
  await options.getByRole("button", { name: "Copy diagnostics" }).press("Enter");
  await expect(options.getByRole("status").getByText("Copied")).toBeAttached();

  // What the clipboard holds, in the one field that takes several lines.
  const field = options.getByLabel("Patterns, one per line");
  await field.fill("");
  await field.press("Control+V");
  const copied = await field.inputValue();
  expect(copied).toBe(await options.locator("pre").textContent());
  expect(copied).toMatch(/^Version: \d+\.\d+\.\d+$/m);
  expect(copied).toMatch(/^Browser: .*Chrome/m);
  expect(copied).toMatch(/^Permissions: .*activeTab.*storage/m);
  expect(copied).toContain("- forbidden (HTTP 403): 1, last 0 min ago");
  expect(copied).toContain("Connection: ready\nKey: api-key, kept: device");
  expect(copied).toContain("Zone's list: filtered\nAnswers kept: 1 found");
  const { hostname } = new URL(sandbox.url);
  for (const canary of [...SECRETS, ...FACTS, ACME.id, ACME.name, hostname, "@", PEOPLE.ada.id])
    expect.soft(copied).not.toContain(canary);
});
