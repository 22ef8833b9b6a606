import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { typeApiKey } from "../harness/connect.ts";
import { hover, leave, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Errors of the worker: uncaught ones, and what it logs. */
function listen(worker: import("@playwright/test").Worker): string[] {
  const errors: string[] = [];
  worker.on("console", (message) => {
    // The browser itself logs replies with an error status and lost connections; they are no errors of ours.
    if (!/^Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

test("what the API does wrong is said in a sentence, and the next look-up works", async ({
  connected,
  sandbox,
}) => {
  const errors = listen(await connected.worker());
  const page = await openTicket(connected, sandbox, 1);
  const every = { match: "GET", times: null };
  const cases: [string, object, string | RegExp][] = [
    ["an HTML error page", { ...every, mode: "html", status: 200 }, "no valid reply"],
    ["truncated JSON", { ...every, mode: "truncate" }, "no valid reply"],
    ["a list without items", { ...every, body: { users: [] }, status: 200 }, "no valid reply"],
    [
      "somebody without an ID",
      { ...every, body: { items: [{ email: "ada@example.com" }], pagination: {} }, status: 200 },
      "no valid reply",
    ],
    ["too large a reply", { ...every, mode: "oversize" }, "no valid reply"],
    ["server errors", { ...every, status: 500 }, "answered with an error"],
    [
      "too many requests",
      { ...every, status: 429, headers: { "Retry-After": "120" } },
      /takes no more requests until \d\d:\d\d/,
    ],
    ["a lost connection", { ...every, mode: "drop" }, "could not be reached"],
    ["a forbidden zone", { ...every, status: 403 }, "may not read this zone"],
  ];
  for (const [what, fault, said] of cases)
    await test.step(what, async () => {
      await sandbox.reset();
      await sandbox.fault(fault);
      const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
      await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
      await expect(card.locator("main")).toContainText(said);
      await expect(card.locator("article")).toHaveCount(0);
      await leave(page);
    });
  await sandbox.reset();
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(errors).toEqual([]);
});

test("Try again does", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: null, mode: "html", status: 200 });
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  await sandbox.reset();
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a wrong key says so; what was typed stays, and the key before too", async ({
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

test("a malformed key is said beside its field, and nothing is sent", async ({
  extension,
  sandbox,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  for (const [typed, said] of [
    ["", "Enter the API key"],
    ["two words", "space"],
    ["schlüssel", "character"],
  ] as const) {
    await typeApiKey(options, typed);
    await expect(options.getByText(said, { exact: false }).first()).toBeVisible();
  }
  expect(await sandbox.log()).toEqual([]);
});

test("a key that has expired says so without a request", async ({ extension, sandbox }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.expiredJwt);
  await expect(options.getByText("this key has expired").first()).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
});

test("an API that cannot be reached says so at Connect", async ({ extension, sandbox }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await sandbox.fault({ times: null, mode: "drop" });
  await typeApiKey(options, API_KEYS.full);
  await expect(options.getByText("Keycard could not be reached").first()).toBeVisible();
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
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toContainText("Keycard refused the key");
  await expect(card.locator("article")).toHaveCount(0);
  await expect(card.getByRole("button", { name: "Open options" })).toBeVisible();
  expect(errors).toEqual([]);
});
