// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { SuggestionsReply } from "../../lib/directory/suggested.ts";
import type { Query } from "../../lib/query.ts";
import { Announcer } from "../parts/announcer.tsx";
import { absent, ada, bob, lookedEverywhere, zone } from "../testing/sample-users.ts";
import { button, clear, click, hasButton, one, page, settle, show } from "../testing/test-page.ts";
import { AnswerView } from "./answer-view.tsx";
import { answerRestHere } from "./rest-here.ts";

afterEach(clear);

const query: Query = { kind: "email", value: "ada.lovelace+desk@example.com" };

const similar: SuggestionsReply = {
  state: "searched",
  people: [
    { user: ada, why: { kind: "untagged", tag: "+desk" } },
    { user: bob, why: { kind: "letter" } },
  ],
  over: 0,
};

async function draw(reply: () => Promise<SuggestionsReply>, asked: Query = query) {
  const suggest = vi.fn(reply);
  const onSearch = vi.fn();
  const onChosen = vi.fn();
  await show(
    <>
      <AnswerView
        rest={answerRestHere}
        answer={absent}
        query={asked}
        zone={zone}
        extent="glance"
        busy={false}
        turn={0}
        lookElsewhere={async () => lookedEverywhere}
        suggest={suggest}
        onSearch={onSearch}
        onChosen={onChosen}
        onOpenOptions={() => undefined}
        onAgain={() => undefined}
      />
      <Announcer />
    </>,
  );
  return { suggest, onSearch, onChosen };
}

const suggestions = () => [...page.querySelectorAll<HTMLButtonElement>(".suggestion")];

it("asks for suggestions only on a click, and only once", async () => {
  const { suggest } = await draw(async () => similar);
  expect(suggest).not.toHaveBeenCalled();
  await click(button("Find similar addresses"));
  await settle();
  expect(suggest).toHaveBeenCalledExactlyOnceWith({ query, zoneId: zone.id });
  expect(hasButton("Find similar addresses")).toBe(false);
  expect(suggestions().map(({ textContent }) => textContent)).toEqual([
    `${ada.email}without +deskActiveE-mail verified`,
    `${bob.email}one letter differsDisabledE-mail not verified`,
  ]);
  expect(one("[role=status]").textContent).toBe(
    `Similar addresses: ${ada.email}, without +desk. ${bob.email}, one letter differs.`,
  );
});

it("shows a suggested user in place of the answer; Back returns the focus to that suggestion", async () => {
  const { suggest, onChosen } = await draw(async () => similar);
  await click(button("Find similar addresses"));
  await settle();
  await click(suggestions()[1] as HTMLButtonElement);
  await settle();
  expect(onChosen).toHaveBeenCalledExactlyOnceWith(bob, 1);
  expect(one("article").getAttribute("data-user-id")).toBe(bob.id);
  expect(page.textContent).not.toContain("No user with this e-mail address");
  expect(document.activeElement).toBe(button("Similar addresses"));
  await click(button("Similar addresses"));
  await settle();
  expect(suggestions()).toHaveLength(2);
  expect(suggest).toHaveBeenCalledTimes(1);
});

it("leaves 'not found' to the other zone's heading once the person is found there", async () => {
  await draw(async () => similar);
  await click(button("Find similar addresses"));
  await settle();
  expect(suggestions()).toHaveLength(2);
  await click(button("Search other zones"));
  await settle();
  expect(one(".elsewhere-zone").textContent).toMatch(/^Not in .+\. Found in .+:$/);
  expect(suggestions()).toHaveLength(0);
});

it("shows why the request failed, and retries on a click", async () => {
  const replies: SuggestionsReply[] = [{ state: "failed", failure: { why: "network" } }, similar];
  const { suggest } = await draw(async () => replies.shift() ?? similar);
  await click(button("Find similar addresses"));
  await settle();
  expect(one("[role=status]").textContent).toBe("Keycard couldn’t be reached.");
  await click(button("Try again"));
  await settle();
  expect(suggest).toHaveBeenCalledTimes(2);
  expect(suggestions()).toHaveLength(2);
});

it("searches for the name in an e-mail address", async () => {
  const { onSearch } = await draw(async () => similar);
  await click(button("Search for “ada.lovelace”"));
  expect(onSearch).toHaveBeenCalledExactlyOnceWith("ada.lovelace");
});

it("offers no suggestions for an ID: nothing is similar to an ID", async () => {
  await draw(async () => similar, { kind: "id", value: ada.id });
  expect(hasButton("Find similar addresses")).toBe(false);
  expect(hasButton("Search other zones")).toBe(true);
});
