// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { userId } from "../../lib/keycard/index.ts";
import { PASTED_MAX } from "../../lib/limits.ts";
import { Announcer } from "../parts/announcer.tsx";
import { fakeBackground } from "../testing/fake-background.ts";
import {
  everybody,
  everybodyPasted,
  lookUpMany,
  mentionedTwice,
  peopleStore,
  SHARING,
} from "../testing/sample-people.ts";
import { absent, ada, bob, found, hostile, newer } from "../testing/sample-users.ts";
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
import { CopyMenu } from "./copy-menu.tsx";
import { PeopleList } from "./people.tsx";
import type { PeopleStore } from "./people-store.ts";
import { DRAWN_STEP } from "./people-table.tsx";
import type { Mentioned } from "./row.ts";
import { usePeople } from "./use-people.ts";

const [adasDouble, bobsDouble] = SHARING;

afterEach(clear);

interface ListProps {
  mentioned: Mentioned[];
  store: PeopleStore;
  inspectNames: BackgroundApi["inspectNames"];
  onOpen: () => void;
}

function List({ mentioned, store, inspectNames, onOpen }: ListProps) {
  const people = usePeople(mentioned, store, inspectNames);
  return (
    <>
      <CopyMenu people={people} />
      <PeopleList people={people} label="People" onOpen={onOpen} />
      <Announcer />
    </>
  );
}

async function shown(own: Partial<BackgroundApi> = {}, mentioned: Mentioned[] = everybody) {
  const store = peopleStore(own);
  const onOpen = vi.fn();
  const { inspectNames } = fakeBackground(own);
  await show(
    <List mentioned={mentioned} store={store} inspectNames={inspectNames} onOpen={onOpen} />,
  );
  return { store, onOpen };
}

const rows = () => [...page.querySelectorAll("tbody tr")];
const names = () => rows().map((row) => row.querySelector(".people-name")?.textContent);
const heads = () => [...page.querySelectorAll("thead th")];
const said = () => one("[role=status]").textContent;
const lookUpAll = () => button("Look up all 9");

it("is a table with headings, a name for each line, and only mentions before anyone is looked up", async () => {
  const asked = vi.fn(lookUpMany);
  await shown({ lookUpMany: asked });
  expect(one("table").getAttribute("aria-label")).toBe("People");
  expect(heads().map((head) => head.textContent)).toEqual(["Person", "Times"]);
  for (const head of heads()) expect(head.getAttribute("scope")).toBe("col");
  expect(rows()).toHaveLength(9);
  for (const row of rows()) expect(row.querySelector("th")?.getAttribute("scope")).toBe("row");
  expect(asked).not.toHaveBeenCalled();
});

it("has lines that span all columns, whether they have a user or not", async () => {
  await shown();
  await click(lookUpAll());
  const spans = rows().map((row) =>
    [...row.querySelectorAll<HTMLTableCellElement>("th, td")].map(({ colSpan }) => colSpan),
  );
  for (const line of spans) expect(line.reduce((sum, span) => sum + span, 0)).toBe(heads().length);
  expect(new Set(spans.map(String))).toEqual(new Set(["1,1,1,1,1,1", "1,4,1"]));
});

it("fills in what is known, those who need attention first, and announces the result once", async () => {
  await shown();
  await click(lookUpAll());
  expect(heads().map((head) => head.textContent)).toEqual([
    "Person",
    "Status",
    "Verification",
    "Roles",
    "Last sign-in",
    "Times",
  ]);
  expect(
    names()
      .map((name) => name?.slice(0, 30))
      .slice(0, 8),
  ).toEqual([
    "bob@example.com",
    "bob@example.com",
    "carol@example.com",
    "ada.lovelace@example.com",
    hostile.email?.slice(0, 30),
    "nobody@example.com",
    "legacy@example.com",
    "fa1led8hij2klm9opq5rst7uvw",
  ]);
  expect(rows()[0]?.textContent).toContain("Disabled");
  expect(rows()[0]?.textContent).toContain("No roles");
  expect(rows()[6]?.textContent).toContain("Cannot tell");
  expect(said()).toBe("7 people found. 6 need attention. 1 lookup failed.");
  expect(document.activeElement).not.toBe(button("Retry 1 failed"));
});

it("sorts by a heading's button: ascending, descending, and back, and tells screen readers", async () => {
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

it("has one line for each person, even if mentioned by several names, and counts people", async () => {
  await shown({}, mentionedTwice);
  expect(rows()).toHaveLength(6);
  await click(button("Look up all 6"));
  expect(said()).toBe("3 people found. 2 need attention.");
  expect(rows().map((row) => row.getAttribute("data-user-id"))).toEqual([bob.id, newer.id, ada.id]);
  expect(rows().map((row) => row.querySelector(".people-names")?.textContent)).toEqual([
    bob.id,
    `auth0|0123456789abcdef01234567 · newer@example.com · ${newer.id}`,
    ada.id,
  ]);
  // The sum over both names, leading through all of these places.
  expect(rows().map((row) => row.querySelector(".people-place")?.textContent)).toEqual([
    "8 times",
    "10 times",
    "3 times",
  ]);
  const showAda = () => click(rows()[2]?.querySelector(".people-places button") as HTMLElement);
  const places: (string | null | undefined)[] = [];
  for (let clicks = 0; clicks < 4; clicks++) {
    await showAda();
    places.push(rows()[2]?.querySelector(".people-place")?.textContent);
  }
  expect(places).toEqual(["1 of 3", "2 of 3", "3 of 3", "1 of 3"]);
});

it("merges lines only once all answers have arrived, and moves the focus to the remaining line", async () => {
  const background = byHand();
  await shown({ lookUpMany: background.lookUpMany }, mentionedTwice);
  await click(button("Look up all 6"));
  const address = rows()[4]?.querySelector<HTMLButtonElement>(".people-open");
  expect(address?.textContent).toBe("bob@example.com");
  address?.focus();
  await background.next();
  await background.next();
  // Both are Bob by now, but nothing moves under the pointer.
  expect(rows()).toHaveLength(6);
  expect(document.activeElement).toBe(address);
  await background.next();
  expect(rows()).toHaveLength(3);
  expect(document.activeElement).toBe(rows()[0]?.querySelector(".people-open"));
});

/** A background that answers when the test tells it to, message by message. */
function byHand() {
  const waiting: (() => void)[] = [];
  const asked: Parameters<BackgroundApi["lookUpMany"]>[0][] = [];
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

it("keeps the lines in place and the focus on its button while answers arrive, and sorts at the end", async () => {
  const background = byHand();
  await shown({ lookUpMany: background.lookUpMany });
  await click(lookUpAll());
  expect(document.querySelector("progress")?.getAttribute("aria-label")).toBe("Looking people up");
  const bob = one<HTMLButtonElement>("tbody tr:nth-child(2) .people-open");
  bob.focus();
  await background.next();
  expect(names().slice(0, 2)).toEqual(["ada.lovelace@example.com", "bob@example.com"]);
  expect(rows()[1]?.textContent).toContain("Disabled");
  expect(page.textContent).toContain("2 of 9 looked up");
  await background.next();
  await background.next();
  expect(names()[0]).toBe("bob@example.com");
  expect(document.activeElement).toBe(bob);
  expect(page.querySelector("progress")).toBeNull();
});

it("announces progress at quarters only", async () => {
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
    "7 people found. 6 need attention. 1 lookup failed.",
  ]);
});

it("stops on Cancel, keeps what has arrived, and later looks up only the rest", async () => {
  const background = byHand();
  const stopLookUps = vi.fn(async () => undefined);
  await shown({ lookUpMany: background.lookUpMany, stopLookUps });
  lookUpAll().focus();
  await click(lookUpAll());
  await background.next();
  expect(hasButton("Look up all 9")).toBe(false);
  expect(document.activeElement).toBe(button("Cancel"));
  await click(button("Cancel"));
  expect(stopLookUps).toHaveBeenCalledOnce();
  expect(said()).toBe(
    "Stopped. 2 of 9 looked up. 1 person found. 1 needs attention. 1 lookup failed.",
  );
  expect(page.textContent).toContain("Not looked up");
  expect(document.activeElement).toBe(button("Look up 7 more"));
  // A reply in transit when it was stopped is ignored.
  await background.next();
  expect(background.asked).toHaveLength(2);
  await click(button("Look up 7 more"));
  await background.next();
  await background.next();
  expect(background.asked.slice(2).flatMap(({ queries }) => queries)).toHaveLength(7);
  expect(said()).toBe("7 people found. 6 need attention. 1 lookup failed.");
  expect(hasButton("Look up 7 more")).toBe(false);
});

it("retries only those that have failed", async () => {
  const asked = vi.fn(lookUpMany);
  await shown({ lookUpMany: asked });
  await click(lookUpAll());
  asked.mockClear();
  asked.mockImplementationOnce(async () => ({ answers: [absent] }));
  button("Retry 1 failed").focus();
  await click(button("Retry 1 failed"));
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    queries: [{ kind: "id", value: "fa1led8hij2klm9opq5rst7uvw" }],
    fresh: true,
  });
  expect(hasButton("Retry 1 failed")).toBe(false);
  expect(document.activeElement).toBe(button("Needs attention 7"));
  expect(said()).toBe("7 people found. 7 need attention.");
});

it("draws a hundred lines of ten thousand, and a hundred more each time; copies them all", async () => {
  const copied = clipboard();
  const crowd = Array.from({ length: PASTED_MAX }, (_, n) => ({
    query: { kind: "email", value: `person${n}@example.com` } as const,
  }));
  const { store } = await shown(
    { lookUpMany: async ({ queries }) => ({ answers: queries.map(() => absent) }) },
    crowd,
  );
  expect(rows()).toHaveLength(DRAWN_STEP);
  await click(button("Look up all 10,000"));
  await vi.waitFor(() => expect(store.run.value.state).toBe("done"));
  await settle();
  expect(rows()).toHaveLength(DRAWN_STEP);
  expect(one("table").getAttribute("aria-rowcount")).toBe(`${PASTED_MAX + 1}`);
  await click(button("Show 100 more"));
  expect(rows()).toHaveLength(2 * DRAWN_STEP);
  await copyAs("CSV table");
  expect(said()).toBe("Copied 10,000 lines");
  expect(copied().trimEnd().split("\r\n")).toHaveLength(PASTED_MAX + 1);
});

it("opens a line's person, by ID if several share an address", async () => {
  const { store, onOpen } = await shown({}, everybodyPasted);
  await click(lookUpAll());
  expect(rows()).toHaveLength(10);
  const shared = rows().filter((row) => row.textContent?.includes("shared@example.com"));
  expect(shared.map((row) => row.getAttribute("data-user-id"))).toEqual([
    bobsDouble.id,
    adasDouble.id,
  ]);
  // What distinguishes them comes first, with names instead of IDs.
  expect(shared.map((row) => row.querySelector(".people-brief > .inert")?.textContent)).toEqual([
    "Provider not reported · …2red8hij2klm9opq5rst7uvw · No roles · No sign-in on record. · 2 users share this address",
    `Name of ${ada.provider_id} · …1red8hij2klm9opq5rst7uvw · last sign-in 3 days ago · admin, auditor · 2 users share this address`,
  ]);
  await click(shared[0]?.querySelector(".people-open") as HTMLElement);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(
    { kind: "id", value: bobsDouble.id },
    "bob@example.com",
  );
  expect(store.left).toEqual({ key: "email:shared@example.com 1", scrolled: 0 });
});

const menu = () => [...page.querySelectorAll<HTMLButtonElement>("[role=menuitem]")];

/** What is copied from now on. */
function clipboard() {
  let copied = "";
  document.execCommand = () => {
    const event = new Event("copy", { cancelable: true }) as ClipboardEvent;
    const data = new DataTransfer();
    Object.defineProperty(event, "clipboardData", { value: data });
    document.dispatchEvent(event);
    copied = data.getData("text/plain");
    return true;
  };
  return () => copied;
}

async function copyAs(item: string): Promise<void> {
  await click(button("Copy list"));
  await click(button(item));
}

it("copies the lines that are shown in their order, and says how many; nothing before anyone is known", async () => {
  const copied = clipboard();
  await shown();
  expect(button("Copy list").disabled).toBe(true);
  await click(lookUpAll());
  await click(one<HTMLButtonElement>("thead th:first-child button"));
  await copyAs("CSV table");
  expect(said()).toBe("Copied 10 lines");
  const lines = copied().split("\r\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatch(/^Mentioned as,E-mail,Status,Verification,Roles/);
  expect(copied()).toContain("\r\n'=cmd@example.com,");
  expect(copied()).toContain("auditor (resource Name of r1a2b3c4)");
  await copyAs("Markdown table");
  expect(copied()).toMatch(/^\| Mentioned as \| E-mail \|/);
  await copyAs("TSV table");
  expect(copied()).toMatch(/^Mentioned as\tE-mail\t/);
  await click(button("Not in zone 1"));
  await copyAs("Addresses only");
  expect(copied()).toBe("nobody@example.com\n");
  expect(said()).toBe("Copied 1 line");
});

it("has a menu with keyboard navigation, and Escape restores the focus", async () => {
  const copied = clipboard();
  await shown();
  await click(lookUpAll());
  const opener = button("Copy list");
  opener.focus();
  const key = (name: string) => press(name, document.activeElement as Element);
  expect(opener.getAttribute("aria-haspopup")).toBe("menu");
  expect(opener.getAttribute("aria-expanded")).toBe("false");
  await key("ArrowDown");
  expect(opener.getAttribute("aria-expanded")).toBe("true");
  const at = () => menu().indexOf(document.activeElement as HTMLButtonElement);
  const places: number[] = [at()];
  for (const name of ["ArrowUp", "ArrowUp", "Home", "End", "ArrowDown", "c"]) {
    await key(name);
    places.push(at());
  }
  expect(places).toEqual([0, 3, 2, 0, 3, 0, 1]);
  expect(await key("Escape")).toBe(true);
  expect(menu()).toEqual([]);
  expect(document.activeElement).toBe(opener);
  await key("ArrowUp");
  expect(at()).toBe(3);
  await click(menu()[3] as HTMLElement);
  expect(document.activeElement).toBe(opener);
  expect(copied()).toContain("bob@example.com\n");
});

it("shows those of a kind on a click on its count, and all on a second click", async () => {
  const { store } = await shown();
  await click(lookUpAll());
  const chips = () =>
    [...page.querySelectorAll(".people-filter")].map(
      (chip) => `${chip.textContent} ${chip.getAttribute("aria-pressed")}`,
    );
  expect(chips()).toEqual([
    "Needs attention 6 false",
    "Disabled 1 false",
    "Not verified 2 false",
    "Not in zone 1 false",
    "All 10 true",
  ]);
  for (const [chip, count] of [
    ["Needs attention 6", 6],
    ["Disabled 1", 1],
    ["Not verified 2", 2],
    ["Not in zone 1", 1],
  ] as const) {
    await click(button(chip));
    expect(rows()).toHaveLength(count);
    expect(button(chip).getAttribute("aria-pressed")).toBe("true");
  }
  await click(button("Not in zone 1"));
  expect(rows()).toHaveLength(10);
  expect(store.filter.value).toBe("all");
});

it("doesn't count users as needing attention because a directory owns their status, their status isn't reported, or they have no sign-in on record", async () => {
  const unreported = { ...ada, id: userId("un1def8hij2klm9opq5rst7uvw") };
  const { status: _, authenticated_at: __, ...silent } = unreported;
  const answers = [found({ ...ada, external: true }), found(silent), found(bob)];
  await shown(
    { lookUpMany: async ({ queries }) => ({ answers: answers.slice(0, queries.length) }) },
    everybodyPasted.filter(({ query }) => query.kind === "email").slice(0, 3),
  );
  await click(button("Look up all 3"));
  expect(said()).toBe("3 people found. 1 needs attention.");
  expect(rows().map((row) => row.getAttribute("data-user-id"))).toEqual([
    bob.id,
    unreported.id,
    ada.id,
  ]);
});

it("moves between lines with the arrow keys, in the same column", async () => {
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
  expect(document.activeElement?.getAttribute("title")).toBe("Show on page");
});
