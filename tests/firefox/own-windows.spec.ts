import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { ownAddress } from "../harness/firefox/extension.ts";
import {
  countWindows,
  type OwnWindow,
  openedPopup,
  openedSidebar,
  openPopup,
  openSidebar,
  pressBrowserKeys,
} from "../harness/firefox/own-windows.ts";
import { connectByForm, removeKey } from "../scenarios/connect.ts";
import type { Tab } from "../scenarios/driver.ts";
import { readText } from "../scenarios/in-document.ts";
import {
  click,
  clickInCard,
  expectCard,
  expectText,
  leave,
  pointAt,
  write,
} from "../scenarios/steps.ts";
import { expect, test } from "./fixtures.ts";

/** The popup in its panel and the inspector in the sidebar, where the browser itself opens them. */

const { ada, grace } = PEOPLE;

const says = (own: OwnWindow) => expect.poll(() => own.read(readText), "what it says");

const users = (own: OwnWindow) =>
  expect.poll(
    () =>
      own.read(() =>
        [...document.querySelectorAll<HTMLElement>("[data-user-id]")].map(
          ({ dataset }) => dataset["userId"],
        ),
      ),
    "who it shows",
  );

const focused = (own: OwnWindow) =>
  expect.poll(
    () =>
      own.read(() => {
        const { activeElement: on } = document;
        return on?.getAttribute("aria-label") ?? on?.textContent?.trim();
      }),
    "what has the focus",
  );

async function look(ticket: Tab, testId: string, nth: number, { id }: { id: string }) {
  await pointAt(ticket, testId, nth);
  await expectCard(ticket, { state: "found", users: [id] });
  await leave(ticket);
}

test("a click on the toolbar button: the popup searches at once, and lists a page of a site that isn't turned on", async ({
  connected,
  firefox,
  sandbox,
}) => {
  const { port } = new URL(sandbox.url);
  await connected.open("/tickets/1", `http://tickets.example:${port}`);
  const popup = await openPopup(firefox.marionette);
  try {
    await focused(popup).toBe("Search users");
    await says(popup).toContain("tickets.example");
    expect(await popup.read(() => [innerWidth, innerHeight <= 600])).toEqual([400, true]);
    await popup.press("Tab");
    await focused(popup).toBe("On this page");
    await popup.press("Enter");
    // Mentions are read with the click's own permission for this page.
    await says(popup).toContain(grace.email);
  } finally {
    await popup.close();
  }

  const again = await openPopup(firefox.marionette);
  try {
    await focused(again).toBe("Search users");
    await again.type("ada@");
    await users(again).toContain(ada.id);
    await again.press("Enter");
    await users(again).toEqual([ada.id]);
    await says(again).toContain("Last sign-in");
    await focused(again).toBe("Back to results");
    await again.press("Enter");
    await focused(again).toBe("Search users");
    // Firefox itself closes a popup on Esc, whatever is shown in it.
    await again.press("Escape");
    await expect.poll(() => again.read(readText).catch(() => "closed")).toBe("closed");
  } finally {
    await again.close();
  }
});

test("the sidebar follows each lookup, shows every part, and stays with the pinned person when reopened", async ({
  connected,
  firefox,
  sandbox,
}) => {
  await sandbox.fault({ match: `GET /zones/${ACME.id}/sessions`, times: null, status: 403 });
  const ticket = await connected.open("/tickets/1");
  const sidebar = await openSidebar(firefox.marionette);
  try {
    await says(sidebar).toContain("No one looked up yet");
    await look(ticket, TEST_IDS.requesterEmail, 0, ada);
    await users(sidebar).toEqual([ada.id]);
    await says(sidebar).toContain("This key can’t read sessions.");
    for (const part of ["Signs in with", "Delegated grants", "Timeline"])
      await says(sidebar).toContain(part);
    await look(ticket, TEST_IDS.affectedId, 1, grace);
    await users(sidebar).toEqual([grace.id]);
    await sidebar.press("Tab");
    await focused(sidebar).toBe("Pin");
    await sidebar.press("Enter");
    await look(ticket, TEST_IDS.requesterEmail, 0, ada);
    const last = () => chrome.storage.session.get("last-inspected").then(JSON.stringify);
    await expect.poll(() => sidebar.read(last), "who it would follow").toContain(ada.email);
    await users(sidebar).toEqual([grace.id]);
    await sidebar.close();
    await users(await openSidebar(firefox.marionette)).toEqual([grace.id]);
  } finally {
    await sidebar.close();
  }
});

test("a button of the card opens the popup in its panel, not in a window, with the text to search for", async ({
  connected,
  firefox: { marionette },
}) => {
  const before = await countWindows(marionette);
  const ticket = await connected.open("/tickets/1");
  await write(ticket, "nobody-at-all@example.com");
  await pointAt(ticket, TEST_IDS.threadEmail);
  await expectCard(ticket, { state: "absent" });
  await clickInCard(ticket, "Search for “nobody-at-all”");
  const popup = await openedPopup(marionette);
  try {
    await expect
      .poll(() =>
        popup.read(() => document.querySelector<HTMLInputElement>("[role=combobox]")?.value),
      )
      .toBe("nobody-at-all");
    expect(await countWindows(marionette)).toBe(before);
  } finally {
    await popup.close();
  }
});

test("Unlock in the card opens the popup in its panel, at the passphrase", async ({
  connected,
  firefox: { marionette },
}) => {
  const before = await countWindows(marionette);
  const options = await connected.openOwn("options.html");
  await removeKey(options);
  const passphrase = "correct horse battery";
  const way = "With a passphrase";
  await connectByForm(options, { apiKey: API_KEYS.full, zone: ACME.name, way, passphrase });
  await click(options, "button", "Lock");
  await expectText(options, "Enter your passphrase to look people up.");
  const ticket = await connected.open("/tickets/1");
  await pointAt(ticket, TEST_IDS.requesterEmail);
  await expectCard(ticket, { state: "failed" });
  await clickInCard(ticket, "Unlock");
  const popup = await openedPopup(marionette);
  try {
    const field = () => document.activeElement?.matches("input[type=password]");
    await expect.poll(() => popup.read(field), "the passphrase has the keyboard").toBe(true);
    await says(popup).toContain("The key is locked");
    expect(await countWindows(marionette)).toBe(before);
  } finally {
    await popup.close();
  }
});

test("until the console link is set, the card's console button opens its option", async ({
  connected,
  firefox: { marionette },
}) => {
  const ticket = await connected.open("/tickets/1");
  await pointAt(ticket, TEST_IDS.requesterEmail);
  await expectCard(ticket, { state: "found" });
  await clickInCard(ticket, "Set the console link", "link");
  const frontAddress = () => marionette.chrome(() => gBrowser.selectedBrowser.currentURI.spec);
  await expect.poll(frontAddress, "the tab in front").toBe(ownAddress("options.html#console"));
});

test("Alt+Shift+L opens the sidebar", async ({ connected, firefox: { marionette } }) => {
  await connected.open("/tickets/1");
  await pressBrowserKeys(marionette, "Alt+Shift+L");
  const sidebar = await openedSidebar(marionette);
  try {
    await says(sidebar).toContain("No one looked up yet");
  } finally {
    await sidebar.close();
  }
});

/** The tabs of the browser's window, which TypeScript doesn't know. */
declare const gBrowser: { selectedBrowser: { currentURI: { spec: string } } };
