import fc from "fast-check";
import { EXAMPLES } from "../../lib/contract/examples.ts";
import { REQUESTS, type RequestName } from "../../lib/contract/requests.ts";
import type { SenderClass } from "../../lib/contract/sender.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { contentWorld } from "../harness/content-world.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const NAMES = Object.keys(EXAMPLES) as RequestName[];

/** What this sender must not send at all. */
const forbidden = (sender: SenderClass) =>
  NAMES.filter((name) => !REQUESTS[name].from.includes(sender));

/** Each message in its valid form. */
const right = (names: readonly RequestName[]) =>
  names.map((type) => ({ type, ...EXAMPLES[type] }) as object);

/** Each message in forms that no receiver must accept: extra members, members of another type, huge, or missing. */
function mutated(names: readonly RequestName[]): object[] {
  const odd = fc.oneof(
    fc.constant({ apiOrigin: "https://evil.example" }),
    fc.constant({ apiKey: "x" }),
    fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1, maxKeys: 3 }),
  );
  return names.flatMap((type) => [
    ...fc
      .sample(odd, { numRuns: 6, seed: 1 })
      .map((more) => ({ ...EXAMPLES[type], ...more, type })),
    ...Object.keys(EXAMPLES[type]).flatMap((member) => [
      { ...EXAMPLES[type], type, [member]: undefined },
      { ...EXAMPLES[type], type, [member]: "x".repeat(100_000) },
      { ...EXAMPLES[type], type, [member]: { kind: "email", value: [] } },
    ]),
  ]);
}

/** An expression that sends messages one after another. @returns (the expression) those that were answered */
const send = (messages: readonly object[]) => `(async () => {
  const answered = [];
  for (const message of ${JSON.stringify(messages)}) {
    const answer = await chrome.runtime.sendMessage(message).catch(() => undefined);
    if (answer !== undefined && answer !== null) answered.push(message.type);
  }
  return answered;
})()`;

test("a content script taken over by a page gets no answer to messages that aren't its own, and causes no request", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const world = await contentWorld(connected, page);
  const notItsOwn = forbidden("top-frame");
  expect(notItsOwn).toContain("lookUp");
  expect(await world?.read(send(right(notItsOwn)))).toEqual([]);
  expect(await world?.read(send(mutated(NAMES)))).toEqual([]);
  expect(await sandbox.log()).toEqual([]);
});

test("a content script taken over by a page can't have more people looked up than its tab's budget", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(90_000);
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const world = await contentWorld(connected, page);
  const fill = (n: number | string) => `chrome.runtime.sendMessage({
    type: "fillCard",
    query: { kind: "email", value: "person" + ${n} + "@example.com" },
    pinned: false,
    expanded: false,
    again: false,
  })`;
  const asked = async () =>
    (await sandbox.log()).flatMap(({ query }) => {
      const emails = new URLSearchParams(query).getAll("filter[email]").join();
      return emails.match(/person\d+@/g) ?? [];
    });
  await world?.read(fill(0));
  await expect.poll(asked).toContain("person0@");
  // From now on each once the previous one is shown, which can be before a request was sent for that.
  const sending = world?.read<number>(`(async () => {
    let sent = 1;
    for (; !globalThis.isEnough; sent++) await ${fill("sent")};
    return sent;
  })()`);
  await expect(card.getByText("too many people").first()).toBeVisible({ timeout: 60_000 });
  await world?.read("globalThis.isEnough = true");
  const sent = await sending;
  // The exact number is in lib/cards/cards.test.ts, whose clock is fake.
  expect(new Set(await asked()).size).toBeLessThan(sent ?? 0);
});

test("the card's frame gets no answer to any message: it has its port, which can't request anyone", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const shown = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(shown.locator("main")).toHaveAttribute("data-state", "found");
  const card = page.frames().find((frame) => frame.url().includes("/card.html"));
  await sandbox.clearLog();
  expect(await card?.evaluate(send(right(NAMES)))).toEqual([]);
  expect(await card?.evaluate(send(mutated(NAMES)))).toEqual([]);
  expect(await sandbox.besideNames()).toEqual([]);
});
