import { MISWRITTEN, PEOPLE } from "../../sandbox/people.ts";
import { LARGE_LEGACY, SMALL_LEGACY } from "../../sandbox/zones.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { attachPopup } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { hover, leave, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Finds the person meant by an address that isn't quite theirs, or by a name: one click. */

const REASONS: Record<keyof typeof MISWRITTEN, string> = {
  tag: "without +support",
  dots: "only dots or dashes differ",
  moreLetters: "one letter differs",
  fewerLetters: "one letter differs",
  otherLetter: "one letter differs",
  swapped: "two letters swapped",
  order: "words in another order",
  glued: "part of what’s written",
  domain: "same name at example.com",
};

test("someone who wrote from another address, or mistyped theirs, is found with one click in the card", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  for (const [slip, { written: address, meant }] of Object.entries(MISWRITTEN)) {
    await test.step(slip, async () => {
      const card = await hover(page, await written(page, address));
      await expect(card.locator("main")).toHaveAttribute("data-state", "absent");
      const size = await page.evaluate(() =>
        document.querySelector("[popover=manual]")?.getBoundingClientRect().toJSON(),
      );
      await sandbox.clearLog();
      await card.getByRole("button", { name: "Find similar addresses" }).click();
      const person = card.locator(".suggestion", { hasText: new RegExp(PEOPLE[meant].email, "i") });
      await expect(person.first()).toContainText(REASONS[slip as keyof typeof MISWRITTEN]);
      await expect(person.first()).toBeInViewport();
      const asked = await sandbox.lookUps();
      expect(asked.length).toBeLessThanOrEqual(2);
      expect(asked.filter(({ path }) => !path.endsWith("/users"))).toEqual([]);

      await person.first().click();
      await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE[meant].id);
      expect((await sandbox.lookUps()).length).toBe(asked.length);
      // The page's side of it has the same size as before.
      expect(
        await page.evaluate(() =>
          document.querySelector("[popover=manual]")?.getBoundingClientRect().toJSON(),
        ),
      ).toEqual(size);
      await card.getByRole("button", { name: "Similar addresses" }).click();
      await expect(person.first()).toBeFocused();
      await leave(page);
    });
  }
});

for (const zone of [SMALL_LEGACY, LARGE_LEGACY])
  test.describe(zone.name, () => {
    test.use({ zone: zone.id });

    test("the same in a zone whose list ignores parameters", async ({ connected, sandbox }) => {
      const page = await openTicket(connected, sandbox, 1);
      const card = await hover(page, await written(page, MISWRITTEN.tag.written));
      await sandbox.clearLog();
      await card.getByRole("button", { name: "Find similar addresses" }).click();
      await expect(card.locator(".suggestion").first()).toContainText("without +support");
      expect((await sandbox.lookUps()).length).toBeLessThanOrEqual(2);
    });
  });

test("no one is similar: the card says what was searched for, and the search opens with the name filled in", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, "zzyzxq@example.com"));
  await card.getByRole("button", { name: "Find similar addresses" }).click();
  await expect(card.locator(".suggestions-none")).toContainText("No similar address in zone");
  await card.getByRole("button", { name: "Search for “zzyzxq”" }).click();
  const popup = await attachPopup(connected);
  await popup.until("document.querySelector('[role=combobox]')?.value === 'zzyzxq'");
  await popup.until("document.body.innerText.includes('No user in zone')");
});

const FOUND = "[...document.querySelectorAll('.result-email')].map((one) => one.textContent)";
const SAID = "Keycard stores no names. Showing e-mails with “farah” or “ndiaye”.";

test("a selected name leads to the people it can mean: by the menu and by the command", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await test.step("menu", async () => {
    await clickMenuItem(connected, page, {
      menuItemId: "look-up-selection",
      selectionText: "Farah Ndiaye",
      frameId: 0,
    });
    const popup = await attachPopup(connected);
    await popup.until(`document.body.innerText.includes('${SAID}')`);
    const emails = await popup.read<string[]>(FOUND);
    expect(emails.length).toBeGreaterThan(1);
    expect(emails.filter((email) => !/farah|ndiaye/.test(email))).toEqual([]);
    // Otherwise it would be mistaken for the one that the command opens.
    await popup.read("window.close()");
  });
  await test.step("command", async () => {
    const place = await written(page, "Farah Ndiaye");
    await place.evaluate((element) => getSelection()?.selectAllChildren(element));
    await pressCommand(page);
    const popup = await attachPopup(connected);
    await popup.until("document.querySelector('[role=combobox]')?.value === 'Farah Ndiaye'");
    await popup.until(`document.body.innerText.includes('${SAID}')`);
  });
});

test("a typed name is searched for by its words, with matches of all words first", async ({
  connected,
  sandbox,
}) => {
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await sandbox.clearLog();
  await popup.getByRole("combobox", { name: "Search users" }).fill("Müller Jörg");
  const first = popup.getByRole("listbox").getByRole("option").first();
  await expect(first).toHaveAttribute("data-user-id", PEOPLE.umlaut.id);
  expect((await sandbox.lookUps()).length).toBeLessThanOrEqual(2);
});

test("someone whose address is mistyped in the popup is found with one click", async ({
  connected,
}) => {
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await popup.getByRole("combobox", { name: "Search users" }).fill(MISWRITTEN.moreLetters.written);
  await popup.getByRole("button", { name: "Find similar addresses" }).click();
  const person = popup.locator(".suggestion", { hasText: PEOPLE.ada.email }).first();
  await expect(person).toContainText("one letter differs");
  await person.click();
  await expect(popup.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});
