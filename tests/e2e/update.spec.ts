import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { stopWorker } from "../harness/kill-worker.ts";
import { reloadExtension } from "../harness/reload-extension.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** As stored by the first version of the extension. */
const OLDER = {
  version: 1,
  zone: { id: ACME.id, name: ACME.name },
  modifier: "Alt",
  subjects: [],
  lockAfterMin: 15,
  marks: [],
};

const NEWER = { version: 99, zone: { by: "another name" } };

test.use({ alone: true });

test("an update migrates older settings; newer ones are left alone, reported, and don't keep anyone from working", async ({
  connected,
  sandbox,
}) => {
  const store = async (settings: object) =>
    (await optionsPage(connected)).evaluate((all) => chrome.storage.local.set(all), { settings });
  const stored = async () =>
    (await optionsPage(connected)).evaluate(() => chrome.storage.local.get("settings"));

  await store(OLDER);
  await reloadExtension(connected);
  const { zone, modifier } = OLDER;
  const firstRun = { done: true, skipped: [] };
  await expect.poll(stored).toEqual({ settings: { version: 2, zone, modifier, firstRun } });
  const options = await optionsPage(connected);
  await expect(options.getByLabel("Only while you hold a key")).toBeChecked();
  await expect(options.getByRole("combobox", { name: "Zone" })).toHaveValue(ACME.id);

  await store(NEWER);
  await stopWorker(connected);
  await options.reload();
  await expect(options.getByText("A newer version of this extension has stored")).toBeVisible();
  await options.getByRole("combobox", { name: "Zone" }).selectOption(ACME.id);
  await expect(options.getByText(`Users are looked up in zone ${ACME.name}`)).toBeVisible();
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await stored()).toEqual({ settings: NEWER });
});
