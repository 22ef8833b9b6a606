import type { Frame, Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { showKeyForm } from "../harness/connect.ts";
import { expectInert, watch } from "../harness/hostile-checks.ts";
import {
  hostileId,
  pageOf,
  SHAPES,
  TEXTS,
  TEXTS_TOGETHER,
  userOf,
  zoneOf,
} from "../harness/hostile-data.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { hover, leave, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** From here on, everything is answered by an attacker. */
test.describe.configure({ timeout: 240_000 });

const USERS = `GET /zones/${ACME.id}/users`;
const POPUP = { width: 400, height: 568 };
const PANEL = { width: 360, height: 800 };

/** The hostile users by kind, each with its own ID. */
const KINDS = [
  ...Object.entries(TEXTS_TOGETHER).map(([name, text]) => ({
    name,
    user: (id: string) => userOf(id, text),
  })),
  ...Object.entries(SHAPES).map(([name, user]) => ({ name, user })),
].map((kind, n) => ({ ...kind, id: hostileId(n), json: kind.user(hostileId(n)) }));

const everybody = pageOf(...KINDS.map(({ json }) => json));

/** From now on every matching request gets this reply. */
async function answer(sandbox: Sandbox, match: string, body: string, more: object = {}) {
  await sandbox.fault({ match, times: null, body, ...more });
}

/** Only the newest replies are used. */
async function clearAnswers({ url }: Sandbox): Promise<void> {
  await fetch(`${url}/__faults`, { method: "DELETE" });
}

async function open(
  { context, address }: ExtensionBrowser,
  name: string,
  size = { width: 1280, height: 900 },
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(address(name));
  return page;
}

/** A screenshot for review: set HOSTILE_PICTURES to a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["HOSTILE_PICTURES"];
  if (folder) await page.screenshot({ path: `${folder}/${name.replace(/\W+/g, "-")}.png` });
}

/**
 * Clicks a toggle button, and expects it to react within a time that a user would wait. If the card says that the
 * browser was too busy to report whether it is fully visible, repeats the click, as the card asks.
 */
async function expectResponsive(view: Page | Frame, name: string): Promise<void> {
  const button = view.getByRole("button", { name, exact: true });
  for (const pressed of ["true", "false"]) {
    const done = view.locator(`button[aria-label="${name}"][aria-pressed=${pressed}]`);
    const refused = view.locator(".card-refused");
    await expect(async () => {
      await button.click();
      await expect(done.or(refused).first()).toBeVisible();
      await expect(done).toBeVisible({ timeout: 1 });
    }).toPass({ timeout: 20_000 });
  }
}

test("the card shows hostile values in every field as plain text, in place and without delay", async ({
  connected,
  sandbox,
}) => {
  const watched = await watch(connected);
  const page = await openTicket(connected, sandbox, 1);
  for (const { name, id, json } of KINDS) {
    await clearAnswers(sandbox);
    await answer(sandbox, USERS, pageOf(json));
    const place = await written(page, id);
    const card = await hover(page, place);
    await expect(card.locator(`article[data-user-id="${id}"]`), name).toBeVisible();
    await picture(page, `card ${name}`);
    await expectInert(card, name);
    await expectResponsive(card, "Pin");
    const more = card.getByRole("button", { name: /^Show (all|500 more)/ });
    if (await more.count()) {
      await more.click();
      await expect(card.locator(".chip").nth(20)).toBeAttached();
      await expectInert(card, `${name}, more`);
    }
    await page.keyboard.press("Escape");
    await leave(page);
  }
  await watched.expectQuiet();
});

test("hostile values are readable in the card: markup as text, invisible characters by name", async ({
  connected,
  sandbox,
}) => {
  const text = `${TEXTS["image"]}${TEXTS["direction"]}\n`;
  await answer(sandbox, USERS, pageOf(userOf(hostileId(0), text)));
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, hostileId(0)));
  const email = card.locator(".user-email");
  await expect(email).toContainText('<img src=x onerror="alert(1)">');
  const named = email.locator(".unseen");
  expect(await named.evaluateAll((all) => all.map((one) => one.getAttribute("data-code")))).toEqual(
    ["U+202E", "U+2066", "U+2067", "U+061C", "U+200F", "U+000A"],
  );
  await expect(email.locator("bdi")).toHaveAttribute("title", /<U\+202E>gnp\.ecin<U\+2066>/);
  await expect(card.locator(".pill").first()).toContainText("onerror");
  await expect(card.locator(".pill").nth(1)).toHaveText("Verification not reported");
});

test("copies equal what was shown: one line where one is promised, and JSON with exactly what was received", async ({
  connected,
  sandbox,
}) => {
  const text = "admin\r\n\u2028=1+1|\u202Ex\u0000";
  await answer(sandbox, USERS, pageOf(userOf(hostileId(0), text)));
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, hostileId(0)));
  const seen = "admin<U+000D><U+000A><U+2028>=1+1|<U+202E>x<U+0000>";
  const reply = page.getByTestId(TEST_IDS.reply);
  // Otherwise the browser stores the pasted text on disk, for its next start.
  await reply.evaluate((field) => field.setAttribute("autocomplete", "off"));
  const copied = async (name: string) => {
    await card.getByRole("button", { name, exact: true }).click();
    await reply.fill("");
    await reply.focus();
    await page.keyboard.press("Control+V");
    return reply.inputValue();
  };
  await card.getByRole("button", { name: "Pin" }).click();
  expect(await copied("Copy e-mail")).toBe(seen);
  expect(await copied("Copy ID")).toBe(hostileId(0));
  const summary = await copied("Copy summary");
  expect(summary).toContain(` · ${seen} (${seen} ${seen}), ${seen} (${seen}) · last sign-in `);
  expect(summary).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  await card.getByRole("button", { name: "More" }).click();
  const json = await copied("Copy JSON");
  expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(json)).toMatchObject({ id: hostileId(0), email: text, further: {} });
});

test("the popup shows hostile users in its results and one by one, and its controls stay in reach", async ({
  connected,
  sandbox,
}) => {
  const watched = await watch(connected);
  await answer(sandbox, USERS, everybody);
  const popup = await open(connected, "popup.html", POPUP);
  const field = popup.getByRole("combobox", { name: "Search users" });
  const results = popup.getByRole("listbox").getByRole("option");
  await field.fill("h0stile");
  await expect(results).toHaveCount(KINDS.length);
  await picture(popup, "popup results");
  await expectInert(popup, "results");
  for (const { name, id } of KINDS) {
    await popup.locator(`[role=option][data-user-id="${id}"]`).click();
    await expect(popup.locator(`article[data-user-id="${id}"]`), name).toBeVisible();
    await picture(popup, `popup ${name}`);
    await expectInert(popup, name);
    await popup.getByRole("button", { name: "Back to results" }).click();
    await expect(field).toBeVisible();
  }
  await watched.expectQuiet();
});

test("the side panel shows hostile records completely", async ({ connected, sandbox }) => {
  const watched = await watch(connected);
  const panel = await open(connected, "sidepanel.html", PANEL);
  const page = await openTicket(connected, sandbox, 1);
  for (const { name, id, json } of KINDS) {
    await clearAnswers(sandbox);
    await answer(sandbox, USERS, pageOf(json));
    await page.bringToFront();
    const card = await hover(page, await written(page, id));
    await expect(card.locator("article")).toBeVisible();
    await panel.bringToFront();
    const article = panel.locator(`article[data-user-id="${id}"]`);
    await expect(article, name).toBeVisible();
    await article.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await picture(panel, `panel ${name}`);
    await expectInert(panel, name);
    expect(await panel.locator("*").count(), name).toBeLessThan(10_000);
    await page.bringToFront();
    await leave(page);
  }
  await watched.expectQuiet();
});

test("zones with hostile names: in the options' select, in the popup's, and in sentences about them", async ({
  connected,
  sandbox,
}) => {
  const watched = await watch(connected);
  for (const [name, text] of Object.entries(TEXTS_TOGETHER)) {
    await clearAnswers(sandbox);
    await answer(sandbox, USERS, pageOf());
    await answer(sandbox, `GET /zones/${ACME.id}`, zoneOf(ACME.id, text));
    await answer(sandbox, "GET /zones", pageOf(zoneOf(ACME.id, text), zoneOf("z2", text)));
    const options = await open(connected, "options.html");
    const chooser = options.getByRole("combobox", { name: "Zone" });
    await expect(chooser.locator("option")).toHaveCount(2);
    await chooser.selectOption("z2").catch(() => undefined);
    await chooser.selectOption(ACME.id);
    await expect(options.locator(".chosen")).toBeVisible();
    for (const label of await chooser.locator("option").allTextContents())
      expect(label, name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    await picture(options, `options ${name}`);
    await expectInert(options, name);
    await options.close();

    const popup = await open(connected, "popup.html", POPUP);
    await expect(popup.getByRole("combobox", { name: "Zone" })).toBeVisible();
    await popup.getByRole("combobox", { name: "Search users" }).fill("nobody");
    await expect(popup.locator(".notice-known"), name).toContainText("No user in zone");
    await picture(popup, `popup zone ${name}`);
    await expectInert(popup, name);
    await popup.close();
  }
  await watched.expectQuiet();
});

test("messages of hostile error replies are clipped text, and no Retry-After pauses for longer than a day", async ({
  connected,
  sandbox,
}) => {
  const watched = await watch(connected);
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.getByRole("button", { name: "Pin" }).click();
  const refused = async (status: number, body: string, retryAfter: string, what: string) => {
    await clearAnswers(sandbox);
    const headers = { "Retry-After": retryAfter };
    await answer(sandbox, "GET /zones", body, { status, headers });
    const before = (await sandbox.log()).length;
    await card.getByRole("button", { name: "Refresh" }).click();
    await expect.poll(async () => (await sandbox.log()).length, what).toBeGreaterThan(before);
    await expect(card.locator("main"), what).toHaveAttribute("data-state", "failed");
    await expect(card.locator("main"), what).toHaveAttribute("aria-busy", "false");
    await picture(page, `error ${what}`);
    await expectInert(card, what);
    for (const words of await card.locator(".notice-detail").allTextContents())
      expect(words.length).toBeLessThan(400);
  };
  for (const [name, text] of Object.entries(TEXTS_TOGETHER)) {
    const body = JSON.stringify({ message: text, code: text, status: text, details: [text] });
    await refused(name === "zalgo" ? 400 : 403, body, "0", name);
  }
  await refused(401, `{"message":{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}}`, "0", "nested");
  await refused(418, `{"message":"${"M".repeat(1_000_000)}"}`, "0", "1 MB");
  await refused(409, '{"message":["<b>"],"code":1e400,"__proto__":{"polluted":1}}', "0", "kinds");
  // Of these, only the last is valid, limited to a day.
  for (const retryAfter of ["-1", "1e9", "<b>soon</b>", "Fri, 31 Dec 9999 23:59:59 GMT"])
    await refused(429, '{"message":"slow down"}', retryAfter, `Retry-After ${retryAfter}`);
  await expect(card.locator("main")).toContainText(/is limiting requests until \d\d:\d\d/);
  await watched.expectQuiet();
});

test("malformed replies are rejected in a sentence, and the next valid one is accepted", async ({
  connected,
  sandbox,
}) => {
  const watched = await watch(connected);
  const popup = await open(connected, "popup.html", POPUP);
  const field = popup.getByRole("combobox", { name: "Search users" });
  const user = '{"id":"u1","email":"turn@example.com"}';
  const bodies = {
    "no object": "[]",
    "no JSON": "<html>",
    "a million levels": `{"items":[{"id":"u1","x":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}]}`,
    "more users than a page has": pageOf(
      ...Array.from({ length: 20_000 }, (_, n) => `{"id":"u${n}"}`),
    ),
    "an ID of 1 MB": pageOf(`{"id":"${"x".repeat(1_000_000)}"}`),
    "a cursor that is a list": `{"items":[${user}],"pagination":{"after_cursor":["<b>"]}}`,
    "a cursor of 1 MB": `{"items":[${user}],"pagination":{"after_cursor":"${"c".repeat(1_000_000)}"}}`,
    "keys of objects for items": '{"items":{"__proto__":[],"length":1},"__proto__":{"items":[]}}',
  };
  for (const [n, [name, body]] of Object.entries(bodies).entries()) {
    await clearAnswers(sandbox);
    await answer(sandbox, USERS, body);
    await field.fill(`turn ${n}`);
    await expect(popup.locator(".notice-known"), name).toContainText(
      "wasn’t valid for the Keycard API",
    );
    await expectInert(popup, name);
    await clearAnswers(sandbox);
    await answer(sandbox, USERS, pageOf(`{"id":"u1","email":"turn ${n}@example.com"}`));
    await popup.getByRole("button", { name: "Try again" }).click();
    await expect(popup.getByRole("listbox").getByRole("option"), name).toHaveCount(1);
  }
  await watched.expectQuiet();
});

test("a cursor is sent back unchanged, and only as a cursor", async ({ connected, sandbox }) => {
  const watched = await watch(connected);
  const popup = await open(connected, "popup.html", POPUP);
  const cursor = '"><img src=x>&limit=1&filter[id]=u9#/../../../evil?\u202E';
  const list = (id: string, after: string | null) =>
    JSON.stringify({
      items: [{ id, email: `turn-${id}@example.com` }],
      pagination: { after_cursor: after, before_cursor: after, total_count: 2 },
    });
  await sandbox.fault(
    { match: USERS, body: list("u1", cursor) },
    { match: USERS, body: list("u2", null) },
  );
  await popup.getByRole("combobox", { name: "Search users" }).fill("turn");
  await popup.getByRole("button", { name: "More" }).click();
  await expect(popup.getByRole("listbox").getByRole("option")).toHaveCount(2);
  const last = (await sandbox.log()).at(-1);
  expect(new URLSearchParams(last?.query).getAll("after")).toEqual([cursor]);
  expect(new URLSearchParams(last?.query).getAll("filter[id]")).toEqual([]);
  expect(last?.path).toBe(`/zones/${ACME.id}/users`);
  await watched.expectQuiet();
});

test("hostile replies to a service account's token exchange end in a sentence next to the form", async ({
  extension,
  sandbox,
}) => {
  const watched = await watch(extension);
  const options = await open(extension, "options.html");
  await showKeyForm(options);
  await options.getByRole("radio", { name: "Service account" }).check();
  await options.getByRole("textbox", { name: "Client ID" }).fill("client");
  await options.getByRole("textbox", { name: "Client secret" }).fill("secret");
  const token = (value: unknown, more: object = {}) =>
    JSON.stringify({ access_token: value, token_type: TEXTS["image"], ...more });
  const bodies: [name: string, body: string, status?: number][] = [
    ["a line break", token("token\r\nX-Evil: 1")],
    ["no text", token(["token"])],
    ["1 MB", token("t".repeat(1_000_000))],
    ["a space", token("token token")],
    ["not ASCII", token("tök\u202En")],
    ["nothing", "{}"],
    ["a prototype", '{"__proto__":{"access_token":"token","expires_in":3600}}'],
    [
      "an error in markup",
      JSON.stringify({ error: TEXTS["script"], error_description: TEXTS["direction"] }),
      400,
    ],
    [
      "an error that overflows",
      JSON.stringify({ error: TEXTS["zalgo"], message: TEXTS["zalgo"] }),
      401,
    ],
    ["an error without a break", JSON.stringify({ message: TEXTS["word"] }), 403],
  ];
  for (const [name, body, status = 200] of bodies) {
    await clearAnswers(sandbox);
    await answer(sandbox, "POST", body, { status });
    await sandbox.clearLog();
    await options.getByRole("button", { name: "Connect" }).click();
    await expect(options.getByRole("alert"), name).toBeVisible();
    await picture(options, `token ${name}`);
    await expectInert(options, name);
    // Nothing is requested with an invalid token.
    expect(
      (await sandbox.log()).filter(({ method }) => method === "GET"),
      name,
    ).toEqual([]);
  }
  await clearAnswers(sandbox);
  await watched.expectQuiet();
});
