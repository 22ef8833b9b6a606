import { API_KEYS } from "../../sandbox/credentials.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { attachPopup } from "../harness/popup.ts";
import { openTicket } from "../harness/steps.ts";
import { withRole } from "../harness/with-role.ts";
import { expect, test } from "./fixtures.ts";

test("the toolbar popup, by keyboard alone: search, filters, more, a person, recents", async ({
  connected,
  sandbox,
}) => {
  await (await connected.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(connected);
  const focused = "document.activeElement";
  const options = "[...document.querySelectorAll('[role=listbox] [role=option]')]";
  const active = `document.getElementById(${focused}.getAttribute('aria-activedescendant'))`;
  const inField = `${focused}.getAttribute('role') === 'combobox'`;
  const count = () => popup.read<number>(`${options}.length`);
  /** Presses Tab until the focus is on the wanted element. */
  async function tabTo(wanted: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      if (await popup.read<boolean>(wanted)) return;
      await popup.press("Tab");
    }
    throw new Error(`Tab never came to: ${wanted}`);
  }
  const isButton = (name: string) => `${focused}.innerText?.trim() === "${name}"`;

  await test.step("the field has the focus at once, results come while typing, the newest sign-in first", async () => {
    await popup.until(inField);
    await popup.type("exam");
    await popup.until(`${options}.length > 10`);
    await popup.until(`${focused}.getAttribute('aria-expanded') === 'true'`);
    const ids = await popup.read<string[]>(`${options}.map((one) => one.dataset.userId)`);
    const signIns = await signInsOf(sandbox.url, ids);
    expect(signIns).toEqual(signIns.toSorted((one, other) => other - one));
  });

  await test.step("arrows, Home and End move through the list, the focus stays in the field", async () => {
    await popup.until(`${active} === ${options}[0]`);
    await popup.press("ArrowUp");
    await popup.until(`${active} === ${options}.at(-1)`);
    await popup.press("ArrowDown");
    await popup.press("ArrowDown");
    await popup.until(`${active} === ${options}[1]`);
    await popup.press("End");
    await popup.until(`${active} === ${options}.at(-1) && ${inField}`);
    await popup.press("Home");
    await popup.until(`${active} === ${options}[0] && ${active}.ariaSelected === "true"`);
  });

  await test.step("a filter hides people who don't match; Show all removes it", async () => {
    const all = await count();
    for (const [filter, value] of [
      ["Status", "Disabled"],
      ["Verification", "E-mail verified"],
    ]) {
      await tabTo(`${focused}.getAttribute('aria-label') === "${filter}"`);
      for (let presses = 0; presses < 3; presses++)
        if (!(await popup.read(`${focused}.value === "${value}"`))) await popup.press("ArrowDown");
      await popup.until(
        `${options}.every((one) => one.innerText.includes("${value}")) && ${options}.length > 0`,
      );
    }
    expect(await count()).toBeLessThan(all);
    await popup.until(
      `document.body.innerText.includes("${await count()} among the first ${all} of")`,
    );
    await tabTo(isButton("Show all"));
    await popup.press("Enter");
    await popup.until(`${options}.length === ${all} && ${inField}`);

    await tabTo(`${focused}.getAttribute('aria-label') === "Role"`);
    await popup.press("ArrowDown");
    await popup.until(`${options}.length < ${all} && ${options}.length > 0`);
    await tabTo(isButton("Show all"));
    await popup.press("Enter");
    await popup.until(`${options}.length === ${all} && ${inField}`);
  });

  await test.step("More adds results below, and no one appears twice", async () => {
    const before = await count();
    await tabTo(isButton("More"));
    await popup.press("Enter");
    await popup.until(`${options}.length > ${before}`);
    expect(await popup.read(`new Set(${options}.map((one) => one.dataset.userId)).size`)).toBe(
      await count(),
    );
  });

  await test.step("a slash moves the focus back to the field from anywhere, and its text is selected", async () => {
    await popup.until(isButton("More"));
    await popup.press("/");
    await popup.until(
      `${inField} && ${focused}.selectionEnd - ${focused}.selectionStart === "exam".length`,
    );
    await popup.type("ada@");
    // Another one contains it too.
    await popup.until(`${options}.length === 2`);
    expect(await popup.read(`${options}[0].dataset.userId`)).toBe(PEOPLE.ada.id);
    expect(await popup.read(`${options}[0].innerText`)).toMatch(
      /ada@example\.com[\s\S]*Active[\s\S]*E-mail verified/,
    );
  });

  const article = `document.querySelector('article[data-user-id="${PEOPLE.ada.id}"]')`;
  await test.step("Enter opens a person; Esc goes back to the results, then clears", async () => {
    await popup.press("Enter");
    await popup.until(article);
    expect(await popup.read(`${article}.innerText`)).toContain("admin");
    await popup.press("Escape");
    await popup.until(`${options}.length > 0 && ${focused}.value === 'ada@'`);
    await popup.press("Escape");
    await popup.until(`${focused}.value === ''`);
  });

  await test.step("users who were opened are offered again, until that is cleared", async () => {
    await popup.until(`/^ada@example\\.com\\s+Active/.test(${active}?.innerText)`);
    await popup.press("Enter");
    await popup.until(article);
    await popup.press("Escape");
    await popup.until(`${options}.length === 1`);
    await tabTo(isButton("Clear"));
    await popup.press("Enter");
    await popup.until(`${options}.length === 0 && ${inField}`);
  });
});

/** When each person last signed in, according to the API itself, in the order given; 0 if it isn't a valid time. */
async function signInsOf(url: string, ids: string[]): Promise<number[]> {
  const query = new URLSearchParams(ids.map((id) => ["filter[id]", id]));
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  const reply = await fetch(`${url}/zones/${ACME.id}/users?${query}`, { headers });
  const { items } = (await reply.json()) as { items: { id: string; authenticated_at?: string }[] };
  const signIn = (id: string) => items.find((item) => item.id === id)?.authenticated_at ?? "";
  return ids.map((id) => Date.parse(signIn(id)) || 0);
}

test("search takes an ID, an address or part of one, and says if no one matches", async ({
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

test("results are those of the text in the field, however slow an earlier answer was", async ({
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

test("the console button leads to its option, and to the person once the link that is offered there is set", async ({
  connected,
}) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  await page.getByRole("combobox", { name: "Search users" }).fill(PEOPLE.ada.id);
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  const opened = connected.context.waitForEvent("page");
  await page.getByRole("link", { name: "Set the console link" }).click();
  const options = await opened;
  await expect(options.getByRole("heading", { name: "Console link" })).toBeFocused();
  await options.getByRole("button", { name: "Use this link" }).click();
  await options.getByRole("button", { name: "Save link" }).click();
  await expect(options.getByRole("button", { name: "Remove link" })).toBeVisible();

  await page.reload();
  await page.getByRole("combobox", { name: "Search users" }).fill(PEOPLE.ada.id);
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Open in console" })).toHaveAttribute(
    "href",
    new RegExp(
      `^https://console\\.keycard\\.ai/orgs/\\w+/zones/${ACME.slug}/users/${PEOPLE.ada.id}$`,
    ),
  );
  await expect(page.getByRole("link", { name: "Set the console link" })).toHaveCount(0);
});

test("everyone with a role, in two clicks; a zone that can't be queried denies no one", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await page.goto(connected.address("popup.html"));
  const options = page.getByRole("listbox", { name: "Users" }).getByRole("option");
  await page.getByRole("button", { name: "By role…" }).click();
  const auditor = page.getByRole("listbox").getByRole("option", { name: /^auditor/ });
  await auditor.click();
  const direct = await withRole(sandbox.url, "auditor");
  expect(direct.length).toBeGreaterThan(0);
  await expect(options).toHaveCount(direct.length);
  const shown = await options.evaluateAll((all: HTMLElement[]) =>
    all.map(({ dataset }) => dataset["userId"] ?? ""),
  );
  expect(new Set(shown)).toEqual(new Set(direct));
  await expect(page.getByText("Role, given directly: auditor")).toBeVisible();

  await page.getByRole("combobox", { name: "Zone" }).selectOption({ label: "Small legacy" });
  await expect(page.getByRole("main")).toContainText("Can’t tell who has the role “auditor”.");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(page.getByText("Role, given directly")).toHaveCount(0);

  await page.getByRole("combobox", { name: "Zone" }).selectOption({ label: "Acme Support" });
  await page.getByRole("combobox", { name: "Search users" }).fill("audito");
  await page.getByRole("button", { name: "People with the role auditor…" }).click();
  await expect(options).toHaveCount(direct.length);
});

test("the search begins with what is selected in the page, once", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const worker = await connected.worker();
  const field = "document.querySelector('input[role=combobox]')";
  const found = `document.querySelector('[role=option][data-user-id="${PEOPLE.grace.id}"]')`;
  /** Opens the popup over the page, and waits until the background has said what it was opened for. */
  async function opened(typed: string) {
    await page.bringToFront();
    await worker.evaluate(() => chrome.action.openPopup());
    const popup = await attachPopup(connected);
    await popup.until(`${field}.value === ${JSON.stringify(typed)}`);
    return popup;
  }
  await page.evaluate(() => {
    const mark = document.createElement("p");
    mark.textContent = " grace@exam ";
    document.body.prepend(mark);
    getSelection()?.selectAllChildren(mark);
  });
  const first = await opened("grace@exam");
  await first.until(found);
  // Typed text replaces it, and stays when the popup is reopened over the same selection.
  await first.type("alan@");
  await first.until(`${field}.value === "alan@"`);
  await first.until(`document.querySelector('[data-user-id="${PEOPLE.alan.id}"]')`);
  await first.read("window.close()");
  const second = await opened("alan@");
  await second.press("Escape");
  await second.read("window.close()");
});
