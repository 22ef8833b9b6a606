import type { Page } from "@playwright/test";
import { MEANT_MS } from "../../lib/page/card/rest.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { casesOf, PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { longestPause, noteArrivals } from "../harness/pauses.ts";
import {
  focusButton,
  hover,
  isShown,
  leave,
  moveAlong,
  openTicket,
  pointAt,
  shownCard,
  written,
} from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Milliseconds between two reported positions of a moving hand. */
const FRAME_MS = 16;

const { ada, grace, rosalind, katherine } = PEOPLE;

/** A time as it is copied. */
const UTC = "\\d{1,2} [A-Z][a-z]+ \\d{4} \\d\\d:\\d\\d UTC";

test.describe("hovering shows who it is", () => {
  test("a mailto link whose text is a name", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, page.getByTestId(TEST_IDS.threadMailto).first());
    await expect(card.locator("article")).toHaveAttribute("data-user-id", grace.id);
  });

  test("the value of a field", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterInput));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
  });

  test("text in an open shadow root, and in a closed one", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(
      page,
      page.getByTestId(TEST_IDS.shadowOpen).getByTestId(TEST_IDS.shadowEmail),
    );
    await expect(card.locator("article")).toHaveAttribute("data-user-id", rosalind.id);
    await leave(page);
    // The closed one can't be inspected from outside: the address is in its last line, at the right.
    const box = await page.getByTestId(TEST_IDS.shadowClosed).boundingBox();
    if (!box) throw new Error("The closed panel is not on the page.");
    await page.mouse.move(box.x + box.width - 80, box.y + box.height - 27, { steps: 8 });
    await page.mouse.move(box.x + box.width - 82, box.y + box.height - 26);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", katherine.id);
  });

  for (const ticket of [1, 2])
    test(`the e-mail body in an iframe of ticket ${ticket}: the top frame draws the card next to the word`, async ({
      connected,
      sandbox,
    }) => {
      const page = await openTicket(connected, sandbox, ticket);
      const email = page
        .frameLocator(`[data-testid=${TEST_IDS.mailFrame}]`)
        .getByTestId(TEST_IDS.mailEmail)
        .first();
      const card = await hover(page, email);
      await expect(card.locator("main")).toHaveAttribute("data-state", /found|absent/);
      await expect(card.locator("main")).toContainText(((await email.textContent()) ?? "").trim());
      const word = await email.boundingBox();
      const host = await page.locator("[popover=manual]").boundingBox();
      if (!word || !host) throw new Error("Word or card is not on the page.");
      const gap = Math.max(host.y - (word.y + word.height), word.y - (host.y + host.height));
      expect(gap).toBeGreaterThan(0);
      expect(gap).toBeLessThan(16);
      expect(Math.abs(host.x - word.x)).toBeLessThan(410);
    });

  test("text in a modal dialog, above it", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    await page.getByTestId(TEST_IDS.mergeOpen).click();
    const card = await hover(page, page.getByTestId(TEST_IDS.mergeEmail).first());
    await expect(card.locator("article")).toHaveCount(1);
    await card.getByRole("button", { name: "Pin" }).click();
    await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
    expect(await page.locator("dialog > [popover=manual]").count()).toBe(1);
  });
});

test.describe("the card says", () => {
  const cases: [string, keyof typeof PEOPLE, string[]][] = [
    ["not verified", "alan", ["Active", "E-mail not verified"]],
    ["no roles", "rosalind", ["No roles"]],
    ["status not reported", "edsger", ["Status not reported"]],
    ["a status of a newer API", "margaret", ["suspended"]],
    ["never signed in", "katherine", ["No sign-in on record"]],
    ["a sign-in time that isn't a date", "hedy", ["yesterday"]],
    ["all optional fields null", "dorothy", ["Roles not reported"]],
    ["upper case in the address", "radia", ["Radia.Perlman@Example.COM"]],
    ["a Japanese address", "japanese", ["山田.太郎@例え.テスト"]],
    ["an address with an umlaut", "umlaut", ["jörg.müller@bücher.example"]],
    ["the longest local part", "longLocal", ["the.longest.local.part"]],
  ];
  test("what any record contains", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    for (const [what, name, texts] of cases)
      await test.step(what, async () => {
        const { id, email } = PEOPLE[name];
        const card = await hover(page, await written(page, email.toLowerCase()));
        await expect(card.locator(`article[data-user-id="${id}"]`)).toHaveCount(1);
        for (const text of texts) await expect(card.locator("article")).toContainText(text);
        await leave(page);
      });
  });

  test("what is wrong with someone, and nothing if all is well", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, grace.email));
    await expect(card.locator(".verdict")).toHaveText("Disabled: can’t sign in.");
    await leave(page);
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await expect(card.locator(".verdict")).toHaveCount(0);
  });

  test("how they sign in, who manages them, and their roles with owner and scope", async ({
    connected,
    sandbox,
  }) => {
    const { petra, fay, dana, nora, otto, suki } = casesOf(ACME.id);
    const page = await openTicket(connected, sandbox, 1);
    for (const [{ id, email }, texts] of [
      [petra, ["Signs in with", "Keycard password", "Acme Identity"]],
      [fay, ["Northwind SSO", "Example Social", "Provider deleted"]],
      [
        dana,
        ["Disabled: can’t sign in.", "Managed by your directory: change it there.", "No roles"],
      ],
      [nora, ["support-agent · via group Support agents"]],
      [otto, ["admin · platform role", "admin · customer role"]],
      [suki, ["auditor · zone Small legacy", "admin · zone Large legacy"]],
    ] as const)
      await test.step(email, async () => {
        const card = await hover(page, await written(page, email));
        await expect(card.locator(`article[data-user-id="${id}"]`)).toHaveCount(1);
        for (const text of texts) await expect(card.locator("article")).toContainText(text);
        await leave(page);
      });
  });

  test("with More, the groups, each way to sign in, and what the roles are for", async ({
    connected,
    sandbox,
  }) => {
    const { nora } = casesOf(ACME.id);
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, nora.email));
    await card.getByRole("button", { name: "More" }).click();
    for (const text of ["Groups", "Billing", "Ways to sign in", "Added", "Answers tickets"])
      await expect(card.locator("article")).toContainText(text);
    await expect(card.locator(".further").last()).not.toContainText("credentials");
  });

  test("of twelve roles, those that fit in two lines, below the last sign-in; the others are counted, and one click away", async ({
    connected,
    sandbox,
  }) => {
    const { tim } = PEOPLE;
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, tim.email));
    const chips = card.locator(".chips > li");
    const all = card.getByRole("button", { name: /^\+\d+ Show all 12 roles$/ });
    const more = Number((await all.innerText()).match(/\d+/)?.[0]);
    expect((await chips.count()) - 1 + more).toBe(12);
    const boxes = await chips.evaluateAll((items) =>
      items.map((item) => Math.round(item.getBoundingClientRect().top)),
    );
    expect(new Set(boxes).size).toBeLessThanOrEqual(2);
    const whenAt = await card.getByText("Last sign-in").boundingBox();
    const rolesAt = await chips.first().boundingBox();
    expect(whenAt && rolesAt && whenAt.y < rolesAt.y).toBe(true);
    await all.click();
    await expect(chips).toHaveCount(12);
  });

  test("two users with one address: a line each, with what differs; a click or Enter opens one, Back and Escape return", async ({
    connected,
    sandbox,
  }) => {
    const { twinOne, twinTwo } = PEOPLE;
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, twinOne.email));
    const lines = card.locator(".sharer");
    const lineOf = ({ id }: { id: string }) => card.locator(`.sharer[data-user-id="${id}"]`);
    await expect(lines).toHaveCount(2);
    await expect(card.locator("main")).toContainText("2 users share this address");
    const [first, second] = await lines.allInnerTexts();
    expect(first?.split("\n")[0]).not.toBe(second?.split("\n")[0]);
    await expect(lineOf(twinOne)).toContainText(twinOne.id.slice(-5));

    await lineOf(twinOne).click();
    await expect(card.locator("article")).toHaveAttribute("data-user-id", twinOne.id);
    await expect(card.getByRole("button", { name: "Back to all 2 users" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(lineOf(twinOne)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    const last = lines.last();
    await expect(last).toBeFocused();
    await page.keyboard.press("Enter");
    const opened = await card.locator("article").getAttribute("data-user-id");
    expect([twinOne.id, twinTwo.id]).toContain(opened);
    await page.keyboard.press("Enter");
    await expect(lines).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
  });

  test("markup in every field, as text", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const card = await hover(page, await written(page, PEOPLE.markup.id));
    await expect(card.locator("article")).toContainText("<b>bold</b>");
    await expect(card.locator("article")).toContainText("<img src=x");
    expect(await card.locator("article img, article script, article b").count()).toBe(0);
    expect(dialogs).toEqual([]);
  });
});

test.describe("the card's life", () => {
  test("the pointer can move into the card, which stays; it closes when the pointer leaves", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    const close = card.getByRole("button", { name: "Close" });
    await close.hover();
    await page.waitForTimeout(1_000);
    expect(await isShown(page)).toBe(true);
    await leave(page);
    expect(await isShown(page)).toBe(false);
  });

  for (const where of ["the page", "an iframe"])
    test(`a hand's path from a word in ${where} into the card, and on inside it: the card stays`, async ({
      connected,
      sandbox,
    }) => {
      const page = await openTicket(connected, sandbox, 1);
      const word =
        where === "the page"
          ? page.getByTestId(TEST_IDS.requesterEmail)
          : page
              .frameLocator(`[data-testid=${TEST_IDS.mailFrame}]`)
              .getByTestId(TEST_IDS.mailEmail);
      for (const ms of [100, 200, 400]) {
        await hover(page, word.first());
        const from = await word.first().boundingBox();
        const card = await page.locator("[popover=manual]").boundingBox();
        if (!from || !card) throw new Error("Word or card is not on the page.");
        const start = { x: from.x + 30, y: from.y + from.height / 2 };
        const end = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
        const way = Array.from({ length: Math.floor(ms / FRAME_MS) }, (_, n) => {
          const part = Math.sin((((n + 1) * FRAME_MS) / ms) * (Math.PI / 2));
          return {
            x: start.x + (end.x - start.x) * part,
            y: start.y + (end.y - start.y) * part,
          };
        });
        await moveAlong(page, way, FRAME_MS);
        await page.mouse.move(end.x + 10, end.y + 5);
        await page.waitForTimeout(700);
        expect(await isShown(page), `${ms} ms`).toBe(true);
        await leave(page);
      }
    });

  test("a page that distorts its own tree neither hangs nor keeps the card", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await page
      .getByTestId(TEST_IDS.threadEmail)
      .first()
      .evaluate((element) => {
        element.innerHTML =
          '<form style="display:inline"><input name="parentNode" size="1"><output name="nextSibling"></output><input name="contains" size="1"><span data-testid="bent">ada@example.com</span></form>';
      });
    const card = await hover(page, page.getByTestId("bent"));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => isShown(page)).toBe(false);
  });

  test("a pinned card whose dialog closes doesn't block hovering", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await page.getByTestId(TEST_IDS.mergeOpen).click();
    const card = await hover(page, page.getByTestId(TEST_IDS.mergeEmail).first());
    await card.getByRole("button", { name: "Pin" }).click();
    await page
      .getByTestId(TEST_IDS.mergeDialog)
      .evaluate((dialog) => (dialog as HTMLDialogElement).close());
    await expect(page.locator("html > [popover=manual]")).toHaveCount(1, { timeout: 5_000 });
    const again = await shownCard(page);
    await again.getByRole("button", { name: "Close" }).click();
    await leave(page);
    const next = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await expect(next.locator("article")).toHaveAttribute("data-user-id", ada.id);
  });

  test("Esc and clicks inside an iframe close the card; after that they are the site's again", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const mail = page.frameLocator(`[data-testid=${TEST_IDS.mailFrame}]`);
    await mail.locator("body").evaluate((body) => {
      for (const type of ["keydown", "keyup"] as const)
        body.ownerDocument.addEventListener(type, ({ key }) => {
          body.dataset["keys"] = `${body.dataset["keys"] ?? ""}${type} ${key} `;
        });
    });
    await mail.locator("body").click({ position: { x: 5, y: 5 } });
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await page.keyboard.down("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
    // Held down, it repeats.
    await page.keyboard.down("Escape");
    await page.keyboard.up("Escape");
    expect(await mail.locator("body").getAttribute("data-keys")).toBeNull();
    await page.keyboard.press("Escape");
    const keys = "keydown Escape keyup Escape ";
    await expect(mail.locator("body")).toHaveAttribute("data-keys", keys);

    // A pinned card stays, as it does in the page itself.
    await leave(page);
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await card.getByRole("button", { name: "Pin" }).click();
    await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
    await mail.locator("body").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("Escape");
    await expect(mail.locator("body")).toHaveAttribute("data-keys", `${keys}${keys}`);
    expect(await isShown(page)).toBe(true);
  });

  test("Esc closes it, in the page and in the card, and it stays closed under the resting pointer", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const target = page.getByTestId(TEST_IDS.requesterEmail);
    await hover(page, target);
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
    await page.mouse.move(...(await pointer(page, 2)));
    await page.waitForTimeout(600);
    expect(await isShown(page)).toBe(false);

    await leave(page);
    const card = await hover(page, target);
    await focusButton(page, card, "Refresh");
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
  });

  test("a key that closes it from inside belongs to the card until keyup: the page gets none of it", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await page.evaluate(() => {
      const body = document.body.dataset;
      for (const type of ["keydown", "keypress", "keyup"] as const)
        addEventListener(type, ({ key }) => {
          body["keys"] = `${body["keys"] ?? ""}${type} ${key} `;
        });
    });
    for (const [key, name] of [
      ["Escape", "Refresh"],
      ["Enter", "Close"],
      ["Space", "Close"],
    ] as const) {
      const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
      await focusButton(page, card, name);
      await page.keyboard.down(key);
      await page.waitForTimeout(300);
      await page.keyboard.up(key);
      await expect.poll(() => isShown(page), `${key} closes it`).toBe(false);
      await leave(page);
    }
    expect(await page.locator("body").getAttribute("data-keys")).toBeNull();
  });

  test("a click outside, scrolling and Close each close it", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const target = page.getByTestId(TEST_IDS.requesterEmail);
    await hover(page, target);
    await page.mouse.click(700, 12);
    await expect.poll(() => isShown(page)).toBe(false);

    await hover(page, target);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => isShown(page)).toBe(false);
    await leave(page);

    const card = await hover(page, target);
    await card.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => isShown(page)).toBe(false);
  });

  test("when pinned, it stays through all of these until it is closed", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await card.getByRole("button", { name: "Pin" }).click();
    await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
    await page.mouse.move(700, 12, { steps: 4 });
    await page.mouse.click(700, 12);
    await page.keyboard.press("Escape");
    await pointAt(page, page.getByTestId(TEST_IDS.affectedEmail).nth(2));
    await page.waitForTimeout(800);
    expect(await isShown(page)).toBe(true);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await card.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => isShown(page)).toBe(false);
  });

  test("a pointer that only passes over mentions opens nothing and requests nothing", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    const rows = await page.getByTestId(TEST_IDS.affectedEmail).all();
    const boxes = await Promise.all(rows.slice(0, 4).map((row) => row.boundingBox()));
    const over = boxes.flatMap((box) =>
      box ? [{ x: box.x + 30, y: box.y + box.height / 2 }] : [],
    );
    expect(over).toHaveLength(4);
    const pass = async () => {
      await leave(page);
      await sandbox.clearLog();
      await page.evaluate(noteArrivals, "pointermove");
      await moveAlong(page, [...over, { x: 700, y: 12 }], FRAME_MS);
      await page.waitForTimeout(600);
      return page.evaluate(longestPause, false);
    };
    // A hand that rested on a mention, because the machine was busy, didn't only pass over it.
    while ((await pass()) >= MEANT_MS);
    expect(await isShown(page)).toBe(false);
    expect(await sandbox.besideNames()).toEqual([]);
  });

  test("Refresh requests the answer again", async ({ connected, sandbox }) => {
    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await expect(card.locator("article")).toHaveCount(1);
    const before = (await sandbox.lookUps()).length;
    await card.getByRole("button", { name: "Refresh" }).click();
    await expect.poll(async () => (await sandbox.lookUps()).length).toBe(before + 1);
    await expect(card.locator("main")).toHaveAttribute("data-state", "found");
  });

  test("copies e-mail, ID, summary and the whole record, and says so once, in a page without permission to write to the clipboard", async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, "strict/1");
    const refused = page.evaluate(() => navigator.clipboard.writeText("x").catch(String));
    expect(await refused).toContain("permissions policy");
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    const reply = page.getByTestId(TEST_IDS.reply);
    // Otherwise the browser stores the pasted text on disk, for its next start.
    await reply.evaluate((field) => field.setAttribute("autocomplete", "off"));
    await card.getByRole("button", { name: "Pin" }).click();
    for (const [button, expected] of [
      ["Copy e-mail", /^ada@example\.com$/],
      ["Copy ID", new RegExp(`^${ada.id}$`)],
      [
        "Copy summary",
        new RegExp(
          `^ada@example\\.com: active, e-mail verified · admin, auditor \\([^·]+\\) · last sign-in ${UTC} via Acme Identity · zone ${ACME.name} · ID ${ada.id} · checked ${UTC}$`,
        ),
      ],
      ["Copy JSON", /"email": "ada@example\.com"/],
    ] as const) {
      if (button === "Copy JSON") await card.getByRole("button", { name: "More" }).click();
      await card.getByRole("button", { name: button }).click();
      await expect(card.getByRole("status")).toHaveText("Copied");
      await reply.fill("");
      await reply.focus();
      await page.keyboard.press("Control+V");
      await expect(reply).toHaveValue(expected);
    }
  });
});

/** A position on the requester's address, a few px from its center. */
async function pointer(page: Page, beside: number): Promise<[number, number]> {
  const box = await page.getByTestId(TEST_IDS.requesterEmail).boundingBox();
  if (!box) throw new Error("The requester's address is not on the page.");
  return [box.x + box.width / 2 + beside, box.y + box.height / 2];
}
