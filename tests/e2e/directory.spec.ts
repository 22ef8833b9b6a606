import type { Answer } from "../../lib/directory/answer.ts";
import { LOOK_UPS_PER_MESSAGE } from "../../lib/limits.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { SMALL_LEGACY } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { removeKey } from "../harness/connect.ts";
import { slices } from "../harness/slices.ts";
import { hover, leave, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Looks people up as the extension's lists do: message after message, each with as many as it can have. */
async function lookUpAll(browser: ExtensionBrowser, values: string[], kind: "id" | "email") {
  const page = await browser.context.newPage();
  await page.goto(browser.address("popup.html"));
  const found: (string | undefined)[] = [];
  for (const slice of slices(values, LOOK_UPS_PER_MESSAGE)) {
    const queries = slice.map((value) => ({ kind, value }));
    const { answers } = await page.evaluate(
      (asked): Promise<{ answers: Answer[] }> =>
        chrome.runtime.sendMessage({ type: "lookUpMany", queries: asked, fresh: false }),
      queries,
    );
    for (const answer of answers)
      found.push(answer.state === "found" ? answer.users[0]?.id : answer.state);
  }
  return found;
}

async function idsOf(sandbox: string, zone: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ""; ; ) {
    const query = new URLSearchParams({ limit: "100", ...(after && { after }) });
    const reply = await fetch(`${sandbox}/zones/${zone}/users?${query}`, {
      headers: { Authorization: "Bearer sandbox-api-key" },
    });
    const { items, pagination } = (await reply.json()) as {
      items: { id: string }[];
      pagination: { after_cursor: string | null };
    };
    ids.push(...items.map(({ id }) => id));
    if (pagination.after_cursor === null) return ids;
    after = pagination.after_cursor;
  }
}

test("n distinct IDs needed at once cost ceil(n / 100) requests, and none when requested again", async ({
  connected,
  sandbox,
  zone,
}) => {
  const ids = await idsOf(sandbox.url, zone);
  expect(ids.length).toBe(250);
  await sandbox.clearLog();
  expect(await lookUpAll(connected, ids, "id")).toEqual(ids);
  expect(await sandbox.lookUps()).toHaveLength(3);
  expect(await lookUpAll(connected, ids, "id")).toEqual(ids);
  expect(await sandbox.lookUps()).toHaveLength(3);
});

test("hover, popup and side panel share one path: someone who was looked up isn't requested again", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await leave(page);
  await hover(page, await written(page, "ADA@example.com"));
  const panel = await connected.context.newPage();
  await panel.goto(connected.address("sidepanel.html"));
  await expect(panel.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await sandbox.lookUps()).toHaveLength(1);
});

test.describe("a zone without filtering and 60 users", () => {
  test.use({ zone: SMALL_LEGACY.id });

  test("one list request, and one to confirm it, serve every lookup and search", async ({
    connected,
    sandbox,
    zone,
  }) => {
    const ids = await idsOf(sandbox.url, zone);
    await sandbox.clearLog();
    const some = ids.slice(0, 40);
    expect(await lookUpAll(connected, [...some, "n0b0dyhasth1s1d7k2m9q4x1v8"], "id")).toEqual([
      ...some,
      "absent",
    ]);
    await lookUpAll(connected, ["nobody@example.com", "grace@example.com"], "email");
    const page = await connected.context.newPage();
    await page.goto(connected.address("popup.html"));
    await page.getByRole("combobox", { name: "Search users" }).fill("grace");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    expect(await sandbox.lookUps()).toHaveLength(2);
  });
});

test("removing the key clears the cache", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const kept = async () =>
    (await connected.worker()).evaluate(async () =>
      JSON.stringify(await chrome.storage.session.get()),
    );
  await expect.poll(kept).toContain("auditor");
  const options = await connected.context.newPage();
  await options.goto(connected.address("options.html"));
  await removeKey(options);
  await expect(options.getByText("The key is removed.").first()).toBeAttached();
  for (const gone of ["auditor", "ada@example.com", "sandbox-api-key"])
    expect(await kept()).not.toContain(gone);
});
