import { PEOPLE } from "../../sandbox/people.ts";
import { attachPopup } from "../harness/popup.ts";
import { expect, test } from "./fixtures.ts";

test("the toolbar popup, by keyboard alone", async ({ connected }) => {
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  const options = "[...document.querySelectorAll('[role=listbox] [role=option]')]";
  const active =
    "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";

  // The field has the focus at once; results come while typing.
  await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  await popup.type("ada");
  await popup.until(`${options}.length > 1`);
  expect(await popup.read(`${options}[0].dataset.userId`)).toBe(PEOPLE.ada.id);
  expect(await popup.read(`${options}[0].innerText`)).toMatch(
    /ada@example\.com[\s\S]*Active[\s\S]*E-mail verified/,
  );

  await popup.press("ArrowDown");
  await popup.until(`${active} === ${options}[1] || ${active} === ${options}[0]`);
  await popup.press("End");
  await popup.until(`${active} === ${options}.at(-1)`);
  await popup.press("Home");
  await popup.until(`${active} === ${options}[0]`);
  await popup.press("Enter");
  await popup.until(`document.querySelector('article[data-user-id="${PEOPLE.ada.id}"]')`);
  expect(await popup.read("document.querySelector('article').innerText")).toContain("admin");

  // Esc goes back to the results, then clears.
  await popup.press("Escape");
  await popup.until(`${options}.length > 1 && document.activeElement.value === 'ada'`);
  await popup.press("Escape");
  await popup.until("document.activeElement.value === ''");
});

test("search takes an ID, an address or a part of one, and says when nobody matches", async ({
  connected,
}) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  const field = page.getByRole("combobox", { name: "Search users" });
  for (const [text, id] of [
    [PEOPLE.grace.id, PEOPLE.grace.id],
    ["GRACE@example.com", PEOPLE.grace.id],
    ["race@exam", PEOPLE.grace.id],
  ] as const) {
    await field.fill(text);
    await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
    await expect(page.getByRole("listbox").getByRole("option")).toHaveAttribute("data-user-id", id);
    await expect(page.getByRole("listbox").getByRole("option")).toContainText("Disabled");
  }
  await field.fill("nobody-has-this");
  await expect(page.getByText("No user").first()).toBeVisible();
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(0);
});

test("results are those of the text that stands in the field, however slow an earlier answer was", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  const field = page.getByRole("combobox", { name: "Search users" });
  await sandbox.fault({ match: "GET /zones", delayMs: 1_500, times: 1 });
  await field.fill("grace");
  await page.waitForTimeout(400);
  await field.fill("alan@");
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAttribute(
    "data-user-id",
    PEOPLE.alan.id,
  );
  await page.waitForTimeout(1_800);
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAttribute(
    "data-user-id",
    PEOPLE.alan.id,
  );
});

test("More continues a long list, and shows nobody twice", async ({ connected }) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  await page.getByRole("combobox", { name: "Search users" }).fill("example");
  await expect(page.getByRole("listbox").getByRole("option").nth(20)).toBeAttached();
  const before = await page.getByRole("listbox").getByRole("option").count();
  await page.getByRole("button", { name: "More" }).click();
  await expect
    .poll(() => page.getByRole("listbox").getByRole("option").count())
    .toBeGreaterThan(before);
  const ids = await page
    .getByRole("listbox")
    .getByRole("option")
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["userId"]));
  expect(new Set(ids).size).toBe(ids.length);
});

test("the zone can be switched", async ({ connected }) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  await page.getByRole("combobox", { name: "Zone" }).selectOption({ label: "Small legacy" });
  const field = page.getByRole("combobox", { name: "Search users" });
  await field.fill("ada@example.com");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("listbox").getByRole("option")).not.toHaveAttribute(
    "data-user-id",
    PEOPLE.ada.id,
  );
});
