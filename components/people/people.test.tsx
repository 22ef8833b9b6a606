// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { Announcer } from "../parts/announcer.tsx";
import {
  everybody,
  everybodyPasted,
  lookUpMany,
  mentionedTwice,
  peopleStore,
  SHARING,
} from "../testing/sample-people.ts";
import { absent, ada, bob, newer } from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  hasButton,
  one,
  page,
  press,
  settle,
  show,
} from "../testing/test-page.ts";
import { People } from "./people.tsx";
import type { Mentioned } from "./row.ts";

const [adasDouble, bobsDouble] = SHARING;

afterEach(clear);

async function shown(own: Partial<BackgroundApi> = {}, mentioned: Mentioned[] = everybody) {
  const store = peopleStore(own);
  const onOpen = vi.fn();
  await show(
    <>
      <People mentioned={mentioned} store={store} label="People" onOpen={onOpen} />
      <Announcer />
    </>,
  );
  return { store, onOpen };
}

const rows = () => [...page.querySelectorAll("tbody tr")];
const names = () => rows().map((row) => row.querySelector(".people-name")?.textContent);
const heads = () => [...page.querySelectorAll("thead th")];
const said = () => one("[role=status]").textContent;
const lookUpAll = () => button("Look up all 9");

it("is a table with heads, a name for each line, and nothing but mentions before anybody is looked up", async () => {
  const asked = vi.fn(lookUpMany);
  await shown({ lookUpMany: asked });
  expect(one("table").getAttribute("aria-label")).toBe("People");
  expect(heads().map((head) => head.textContent)).toEqual(["Mention", "Times"]);
  for (const head of heads()) expect(head.getAttribute("scope")).toBe("col");
  expect(rows()).toHaveLength(9);
  for (const row of rows()) expect(row.querySelector("th")?.getAttribute("scope")).toBe("row");
  expect(asked).not.toHaveBeenCalled();
});

it("has lines that go over all columns, whether they have a user or not", async () => {
  await shown();
  await click(lookUpAll());
  const spans = rows().map((row) =>
    [...row.querySelectorAll<HTMLTableCellElement>("th, td")].map(({ colSpan }) => colSpan),
  );
  for (const line of spans) expect(line.reduce((sum, span) => sum + span, 0)).toBe(heads().length);
  expect(new Set(spans.map(String))).toEqual(new Set(["1,1,1,1,1,1", "1,4,1"]));
});

it("fills in what is known, with problems first, and says once what it came to", async () => {
  await shown();
  await click(lookUpAll());
  expect(heads().map((head) => head.textContent)).toEqual([
    "Mention",
    "Status",
    "Verification",
    "Roles",
    "Last sign-in",
    "Times",
  ]);
  expect(names().slice(0, 7)).toEqual([
    "bo4def8hij2klm9opq5rst7uvw",
    "auth0|0123456789abcdef01234567",
    "=cmd@example.com",
    "shared@example.com",
    "nobody@example.com",
    "legacy@example.com",
    "fa1led8hij2klm9opq5rst7uvw",
  ]);
  expect(rows()[0]?.textContent).toContain("Disabled");
  expect(rows()[0]?.textContent).toContain("No roles");
  expect(rows()[5]?.textContent).toContain("Cannot tell");
  expect(said()).toBe("9 looked up. 7 people found. Problems: 6. Failed: 1.");
  expect(document.activeElement).not.toBe(button("Try 1 failed again"));
});

it("sorts by a head's button: up, down, and back, and says so to a screen reader", async () => {
  await shown();
  const sort = () => heads().at(-1)?.getAttribute("aria-sort");
  const head = () => one<HTMLButtonElement>("thead th:last-child button");
  expect(sort()).toBe("none");
  await click(head());
  expect(sort()).toBe("ascending");
  expect(names()[0]).toBe("=cmd@example.com");
  await click(head());
  expect(sort()).toBe("descending");
  expect(names()[0]).toBe("ada.lovelace@example.com");
  await click(head());
  expect(sort()).toBe("none");
});

it("has one line for each person, whoever is mentioned by several names, and counts people", async () => {
  await shown({}, mentionedTwice);
  expect(rows()).toHaveLength(6);
  await click(button("Look up all 6"));
  expect(said()).toBe("6 looked up. 3 people found. Problems: 2. Failed: 0.");
  expect(rows().map((row) => row.getAttribute("data-user-id"))).toEqual([bob.id, newer.id, ada.id]);
  expect(rows().map((row) => row.querySelector(".people-names")?.textContent)).toEqual([
    "User ID · also as bob@example.com",
    `Subject · also as newer@example.com · ${ada.email}`,
    `E-mail address · also as ${ada.id}`,
  ]);
  // As often as under both names, and through all of these places.
  expect(rows().map((row) => row.querySelector(".people-place")?.textContent)).toEqual([
    "8 times",
    "10 times",
    "3 times",
  ]);
  const showAda = () => click(button("Show on page: ada.lovelace@example.com"));
  const places: (string | null | undefined)[] = [];
  for (let clicks = 0; clicks < 4; clicks++) {
    await showAda();
    places.push(rows()[2]?.querySelector(".people-place")?.textContent);
  }
  expect(places).toEqual(["1 of 3", "2 of 3", "3 of 3", "1 of 3"]);
});

it("joins lines only when all have come, and takes the keyboard to the line that is left", async () => {
  const background = byHand();
  await shown({ lookUpMany: background.lookUpMany }, mentionedTwice);
  await click(button("Look up all 6"));
  const address = rows()[4]?.querySelector<HTMLButtonElement>(".people-open");
  expect(address?.textContent).toBe("bob@example.com");
  address?.focus();
  await background.next();
  await background.next();
  // Both are Bob by now; but nothing moves below the pointer.
  expect(rows()).toHaveLength(6);
  expect(document.activeElement).toBe(address);
  await background.next();
  expect(rows()).toHaveLength(3);
  expect(document.activeElement).toBe(rows()[0]?.querySelector(".people-open"));
});

/** A background that answers when the test lets it, message by message. */
function byHand() {
  const waiting: (() => void)[] = [];
  const asked: unknown[] = [];
  const answering: BackgroundApi["lookUpMany"] = async (message) => {
    asked.push(message);
    await new Promise<void>((go) => waiting.push(go));
    return lookUpMany(message);
  };
  return {
    asked,
    lookUpMany: answering,
    async next() {
      waiting.shift()?.();
      await settle();
    },
  };
}

it("keeps the lines where they are and the focus on its button while answers come in, and orders them at the end", async () => {
  const background = byHand();
  await shown({ lookUpMany: background.lookUpMany });
  await click(lookUpAll());
  expect(document.querySelector("progress")?.getAttribute("aria-label")).toBe("Looking people up");
  const bob = one<HTMLButtonElement>("tbody tr:nth-child(2) .people-open");
  bob.focus();
  await background.next();
  expect(names().slice(0, 2)).toEqual(["ada.lovelace@example.com", "bo4def8hij2klm9opq5rst7uvw"]);
  expect(rows()[1]?.textContent).toContain("Disabled");
  expect(page.textContent).toContain("2 of 9 looked up");
  await background.next();
  await background.next();
  expect(names()[0]).toBe("bo4def8hij2klm9opq5rst7uvw");
  expect(document.activeElement).toBe(bob);
  expect(page.querySelector("progress")).toBeNull();
});

it("says how far it is at quarters only", async () => {
  const background = byHand();
  await shown({ lookUpMany: background.lookUpMany });
  const words: (string | null)[] = [];
  const listen = new MutationObserver(() => words.push(said()));
  listen.observe(one("[role=status]"), { childList: true, subtree: true, characterData: true });
  await click(lookUpAll());
  for (let message = 0; message < 3; message++) await background.next();
  listen.disconnect();
  expect([...new Set(words)]).toEqual([
    "0 of 9 looked up",
    "8 of 9 looked up",
    "9 looked up. 7 people found. Problems: 6. Failed: 1.",
  ]);
});

it("stops at Cancel, which gives the focus back, and keeps what has come", async () => {
  const background = byHand();
  const stopLookUps = vi.fn(async () => undefined);
  await shown({ lookUpMany: background.lookUpMany, stopLookUps });
  await click(lookUpAll());
  await background.next();
  expect(lookUpAll().getAttribute("aria-disabled")).toBe("true");
  await click(lookUpAll());
  expect(background.asked).toHaveLength(2);
  button("Cancel").focus();
  await click(button("Cancel"));
  expect(stopLookUps).toHaveBeenCalledOnce();
  expect(said()).toBe("Stopped. 2 of 9 looked up. 1 person found. Problems: 1. Failed: 1.");
  expect(document.activeElement).toBe(lookUpAll());
  await background.next();
  expect(background.asked).toHaveLength(2);
  expect(page.textContent).toContain("Not looked up");
});

it("tries those again that have failed, and nobody else", async () => {
  const asked = vi.fn(lookUpMany);
  await shown({ lookUpMany: asked });
  await click(lookUpAll());
  asked.mockClear();
  asked.mockImplementationOnce(async () => ({ answers: [absent] }));
  button("Try 1 failed again").focus();
  await click(button("Try 1 failed again"));
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    queries: [{ kind: "id", value: "fa1led8hij2klm9opq5rst7uvw" }],
    fresh: true,
  });
  expect(hasButton("Try 1 failed again")).toBe(false);
  expect(document.activeElement).toBe(lookUpAll());
  expect(said()).toBe("1 looked up. 7 people found. Problems: 7. Failed: 0.");
});

it("opens a line's person, one of several who share an address by the address", async () => {
  const { store, onOpen } = await shown({}, everybodyPasted);
  await click(lookUpAll());
  expect(rows()).toHaveLength(10);
  const shared = rows().filter((row) => row.textContent?.includes("shared@example.com"));
  expect(shared.map((row) => row.getAttribute("data-user-id"))).toEqual([
    bobsDouble.id,
    adasDouble.id,
  ]);
  const [disabled] = shared;
  expect(disabled?.textContent).toContain(bobsDouble.id);
  await click(disabled?.querySelector(".people-open") as HTMLElement);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ kind: "email", value: "shared@example.com" });
  expect(store.left).toBe("email:shared@example.com 1");
});

it("copies the table as it stands, and says so", async () => {
  let copied = "";
  const take = (event: ClipboardEvent) => {
    copied = event.clipboardData?.getData("text/plain") ?? "";
  };
  document.execCommand = () => {
    const event = new Event("copy", { cancelable: true }) as ClipboardEvent;
    const data = new DataTransfer();
    Object.defineProperty(event, "clipboardData", { value: data });
    document.dispatchEvent(event);
    take(event);
    return true;
  };
  await shown();
  await click(lookUpAll());
  await click(one<HTMLButtonElement>("thead th:first-child button"));
  await click(button("Copy as CSV"));
  expect(said()).toBe("Copied");
  const lines = copied.split("\r\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]).toContain("Mention,E-mail,User ID,Status");
  expect(copied).toContain("\r\n'=cmd@example.com,");
  const order = names();
  expect(lines.slice(1, 11).map((line) => line.split(",")[0]?.replace(/^'/, ""))).toEqual(order);
  await click(button("Copy as Markdown"));
  expect(copied).toMatch(/^\| Mention \| E-mail \|/);
  await click(button("Copy as TSV"));
  expect(copied).toMatch(/^Mention\tE-mail\t/);
});

it("moves from line to line with the arrow keys, in the same column", async () => {
  await shown();
  const at = () => rows().findIndex((row) => row.contains(document.activeElement));
  one<HTMLButtonElement>("tbody .people-open").focus();
  await press("ArrowDown", document.activeElement as Element);
  expect(at()).toBe(1);
  await press("End", document.activeElement as Element);
  expect(at()).toBe(8);
  one<HTMLButtonElement>("tbody .people-places button").focus();
  await press("ArrowDown", document.activeElement as Element);
  expect(at()).toBe(1);
  expect(document.activeElement?.textContent).toBe("Show on page");
});
