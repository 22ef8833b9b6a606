import { casesOf, LARGE_LEGACY_PEOPLE, peopleOf } from "../../sandbox/people.ts";
import { LARGE_LEGACY, SMALL_LEGACY } from "../../sandbox/zones.ts";
import { hover, leave, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Zones whose list accepts every parameter and ignores it (Keycard API notes, section 3). */

test.describe("a zone without filtering and 60 users", () => {
  test.use({ zone: SMALL_LEGACY.id });

  test("shows the right person, says what the API didn't report, and is certain about who is absent", async ({
    connected,
    sandbox,
  }) => {
    const people = peopleOf(SMALL_LEGACY.id);
    const page = await openTicket(connected, sandbox, 1);
    for (const value of [people.grace.email, people.grace.id]) {
      const card = await hover(page, await written(page, value));
      await expect(card.locator("article")).toHaveCount(1);
      await expect(card.locator("article")).toHaveAttribute("data-user-id", people.grace.id);
      await expect(card.locator("article")).toContainText("Roles not reported");
      await leave(page);
    }
    const card = await hover(page, await written(page, "nobody@example.com"));
    await expect(card.locator("main")).toHaveAttribute("data-state", "absent");
  });
});

test.describe("a zone without filtering and 140 users", () => {
  test.use({ zone: LARGE_LEGACY.id });

  test("never shows a wrong person, and says that it can't be certain", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const beyond = LARGE_LEGACY_PEOPLE.zoe;
    for (const value of ["nobody@example.com", beyond.email]) {
      const card = await hover(page, await written(page, value));
      await expect(card.locator("main")).toHaveAttribute("data-state", "inconclusive");
      await expect(card.locator("main")).toContainText("Cannot tell");
      await expect(card.locator("article")).toHaveCount(0);
      await leave(page);
    }
    const byId = await hover(page, await written(page, beyond.id));
    await expect(byId.locator("article")).toHaveAttribute("data-user-id", beyond.id);
    await leave(page);
    const absent = await hover(page, await written(page, "n0b0dyhasth1s1d7k2m9q4x1v8"));
    await expect(absent.locator("main")).toHaveAttribute("data-state", "absent");
  });

  test("has the roles of someone in the list, from the record of that one user", async ({
    connected,
    sandbox,
  }) => {
    const { nora } = casesOf(LARGE_LEGACY.id);
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, nora.email));
    await expect(card.locator("article")).toContainText("support-agent · zone");
    const log = await sandbox.log();
    const records = log.filter(({ path }) => path.includes(`/users/${nora.id}`));
    expect(records.map(({ path }) => path)).toEqual([
      expect.stringMatching(new RegExp(`/users/${nora.id}(\\?|$)`)),
    ]);
  });

  test("a search says that only the first 100 could be searched", async ({ connected }) => {
    const page = await connected.context.newPage();
    await page.goto(connected.address("popup.html"));
    const field = page.getByRole("combobox", { name: "Search users" });
    await field.fill("nobody-has-this");
    await expect(page.getByText("Cannot tell").first()).toBeVisible();
    await field.fill("grace");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await expect(page.getByText("first 100 users").first()).toBeVisible();
  });
});
