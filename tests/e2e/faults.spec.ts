import { RETRY_AFTER_WAIT_MAX_MS } from "../../lib/limits.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { typeApiKey } from "../harness/connect.ts";
import { killWorker } from "../harness/kill-worker.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { hover, leave, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Errors of the worker: uncaught ones, and what it logs. */
function listen(worker: import("@playwright/test").Worker): string[] {
  const errors: string[] = [];
  worker.on("console", (message) => {
    // The browser itself logs error statuses and lost connections; these aren't errors of the extension.
    if (!/^Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

/** What can be wrong with the API's reply to every request, and what the card then says. */
const every = { match: "GET", times: null };
const retryAfter = (value: string, status = 429) => ({
  ...every,
  status,
  headers: { "Retry-After": value },
});
const FAULTS: [string, object, string | RegExp][] = [
  [
    "an HTML error page",
    { ...every, mode: "html", status: 200 },
    "wasn’t valid for the Keycard API",
  ],
  ["truncated JSON", { ...every, mode: "truncate" }, "wasn’t valid for the Keycard API"],
  [
    "a list without items",
    { ...every, body: { users: [] }, status: 200 },
    "wasn’t valid for the Keycard API",
  ],
  [
    "a user without an ID",
    { ...every, body: { items: [{ email: "ada@example.com" }], pagination: {} }, status: 200 },
    "wasn’t valid for the Keycard API",
  ],
  [
    "a user of another zone",
    {
      ...every,
      status: 200,
      body: { items: [{ id: "x", email: "ada@example.com", zone_id: "other" }], pagination: {} },
    },
    "wasn’t valid for the Keycard API",
  ],
  ["too large a reply", { ...every, mode: "oversize" }, "wasn’t valid for the Keycard API"],
  ["server errors", { ...every, status: 500 }, "answered with an error"],
  ["429 without Retry-After", { ...every, status: 429 }, "is limiting requests right now"],
  ["Retry-After: 120", retryAfter("120"), /is limiting requests until \d\d:\d\d/],
  ["Retry-After: a date", retryAfter("Thu, 31 Dec 2099 23:59:59 GMT"), /until \d\d:\d\d/],
  ["Retry-After: garbage", retryAfter("soon"), "is limiting requests right now"],
  ["Retry-After: -1", retryAfter("-1"), "is limiting requests right now"],
  ["Retry-After: 1000000000", retryAfter("1000000000"), /is limiting requests until \d\d:\d\d/],
  ["503, Retry-After: 120", retryAfter("120", 503), /is limiting requests until \d\d:\d\d/],
  ["a lost connection", { ...every, mode: "drop" }, "couldn’t be reached"],
  ["a forbidden zone", { ...every, status: 403 }, "can’t access this zone"],
];

/** These leave nothing behind, neither a pause nor an open breaker, so one browser can go through them. */
const PASSING = FAULTS.filter(([, , said]) => said === "wasn’t valid for the Keycard API");
const LASTING = FAULTS.filter((row) => !PASSING.includes(row));

async function meetFault(
  [what, fault, said]: (typeof FAULTS)[number],
  connected: ExtensionBrowser,
  sandbox: Sandbox,
): Promise<void> {
  const errors = listen(await connected.worker());
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault(fault);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  await expect(card.locator("main")).toContainText(said);
  await expect(card.locator("article")).toHaveCount(0);
  // On a lost connection, Chromium itself retries a GET once.
  const each = what === "a lost connection" ? 2 : 1;
  const asked = await sandbox.log();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(3 * each);
  expect(errors).toEqual([]);
  await page.close();
}

test("invalid replies: the card says so in a sentence, after a bounded number of requests", async ({
  connected,
  sandbox,
}) => {
  for (const row of PASSING)
    await test.step(row[0], async () => {
      await sandbox.reset();
      await meetFault(row, connected, sandbox);
    });
});

for (const row of LASTING)
  test(`${row[0]}: the card says so in a sentence, after a bounded number of requests`, async ({
    connected,
    sandbox,
  }) => {
    await meetFault(row, connected, sandbox);
  });

test("Retry-After: 1 is waited out, and the answer arrives", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ ...retryAfter("1"), times: 1 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect((await sandbox.lookUps()).map((request) => request.status)).toEqual([429, 200]);
});

test("a longer Retry-After: Try again counts down, and the card retries by itself, once", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ ...retryAfter(String(RETRY_AFTER_WAIT_MAX_MS / 1_000 + 3)), times: 1 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const again = card.getByRole("button", { name: "Try again from" });
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await expect(again).toContainText(/0:0\d/);
  await again.click({ force: true });
  expect(await sandbox.lookUps()).toHaveLength(1);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id, {
    timeout: 20_000,
  });
  expect((await sandbox.lookUps()).map((request) => request.status)).toEqual([429, 200]);
});

test("one server error is retried, and the user doesn't see it", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: 1, status: 503 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a slow body is waited for", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: 1, mode: "slow-body", delayMs: 3_000 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a hanging API times out, and the card says so", async ({ connected, sandbox }) => {
  test.setTimeout(90_000);
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: null, mode: "hang" });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.getByRole("button", { name: "Pin" }).click();
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed", { timeout: 45_000 });
  await expect(card.locator("main")).toContainText("didn’t respond in time");
});

test("a storm of server errors: requests pause, lookups fail at once with the reason, and cached answers remain", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await leave(page);
  await sandbox.clearLog();
  await sandbox.fault({ match: "GET", times: null, status: 500 });
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  const answers = await popup.evaluate(async () => {
    const states: string[] = [];
    for (let n = 0; n < 40; n++) {
      const query = { kind: "email", value: `storm${n}@example.com` };
      const answer = await chrome.runtime.sendMessage({ type: "lookUp", query });
      states.push(answer.failure?.why ?? answer.state);
    }
    return states;
  });
  expect(answers.at(-1)).toBe("resting");
  expect((await sandbox.log()).length).toBeLessThanOrEqual(44);
  await page.bringToFront();
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a pause that the API asked for outlives the worker", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ ...retryAfter("120"), times: 1 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toContainText("is limiting requests until");
  await leave(page);
  await killWorker(connected);
  await sandbox.clearLog();
  const again = await hover(page, page.getByTestId(TEST_IDS.affectedEmail).nth(2));
  await expect(again.locator("main")).toContainText("is limiting requests until");
  expect(await sandbox.log()).toEqual([]);
});

test("Try again works", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: null, mode: "html", status: 200 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  await sandbox.reset();
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a wrong key says so; the typed text stays, and so does the previous key", async ({
  connected,
  sandbox,
}) => {
  const errors = listen(await connected.worker());
  const options = await connected.context.newPage();
  await options.goto(connected.address("options.html"));
  await typeApiKey(options, "not-a-key-of-the-sandbox");
  await expect(options.getByText("Keycard refused this key").first()).toBeVisible();
  await expect(options.getByRole("textbox", { name: "API key" })).toHaveValue(
    "not-a-key-of-the-sandbox",
  );
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(errors).toEqual([]);
});

test("a malformed key is reported next to its field, and nothing is sent", async ({
  extension,
  sandbox,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  for (const [typed, said] of [
    ["", "Enter the API key."],
    ["two words", "space"],
    ["schlüssel", "character"],
  ] as const) {
    await typeApiKey(options, typed);
    await expect(options.getByText(said, { exact: false }).first()).toBeVisible();
  }
  expect(await sandbox.log()).toEqual([]);
});

test("an expired key is sent anyway: Keycard decides, and its refusal says why", async ({
  extension,
  sandbox,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.expiredJwt);
  await expect(
    options.getByText("Not connected: Keycard refused this key. It has expired.").first(),
  ).toBeVisible();
  expect(await sandbox.log()).toHaveLength(1);
});

test("an unreachable API is reported at Connect", async ({ extension, sandbox }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await sandbox.fault({ times: null, mode: "drop" });
  await typeApiKey(options, API_KEYS.full);
  await expect(options.getByText("Keycard couldn’t be reached").first()).toBeVisible();
});

test("a key revoked in the middle: the card says so and leads to options", async ({
  connected,
  sandbox,
}) => {
  const errors = listen(await connected.worker());
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await leave(page);
  await sandbox.revoke(API_KEYS.full);
  const card = await hover(page, page.getByTestId(TEST_IDS.affectedEmail).nth(2));
  await expect(card.locator("main")).toContainText("Keycard refused the key");
  await expect(card.locator("article")).toHaveCount(0);
  await expect(card.getByRole("button", { name: "Open options" })).toBeVisible();
  expect(errors).toEqual([]);
});
