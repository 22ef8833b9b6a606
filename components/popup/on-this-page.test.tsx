// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { TabMentions } from "../../lib/contract/replies.ts";
import { fakeBackground, fakeSites, never } from "../testing/fake-background.ts";
import { byId, bySubject, mentioned, often, tooMany } from "../testing/sample-mentions.ts";
import { ada } from "../testing/sample-users.ts";
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
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

afterEach(clear);

const listPage = async () => mentioned(often, byId, bySubject);

async function opened(own: Partial<BackgroundApi> = {}, by = "On this page") {
  const tabMentions = vi.fn(own.tabMentions ?? listPage);
  const background = fakeBackground({ ...own, tabMentions });
  await show(
    <Popup
      rest={restHere}
      background={background}
      sites={fakeSites()}
      onOpenOptions={() => undefined}
    />,
  );
  expect(tabMentions).not.toHaveBeenCalled();
  await click(button(by));
  return { tabMentions };
}

const rows = () => [
  ...page.querySelectorAll("table[aria-label='People on this page'] > tbody > tr"),
];
const said = () => one("[role=status]").textContent;
const showAda = "Show on page: ada.lovelace@example.com";

it("lists everyone with kind and count in words", async () => {
  await opened();
  expect(
    rows().map((row) => [
      row.querySelector(".people-name")?.textContent,
      row.querySelector(".people-names")?.textContent,
    ]),
  ).toEqual([
    ["ada.lovelace@example.com", "E-mail address"],
    [ada.id, "User ID"],
    ["auth0|0123456789abcdef01234567", "Identity provider ID"],
  ]);
  expect(rows().map((row) => row.querySelector(".people-place")?.textContent)).toEqual([
    "4 times",
    "once",
    "2 times",
  ]);
  expect(said()).toBe("3 addresses and IDs");
  expect(document.activeElement?.textContent).toBe("On this page");
});

it("returns to the button that opened it, by button and by Escape", async () => {
  await opened();
  await click(button("Back to search"));
  expect(document.activeElement).toBe(button("On this page"));
  await click(button("On this page"));
  expect(await press("Escape")).toBe(true);
  expect(document.activeElement).toBe(button("On this page"));
});

it("looks someone up, and returns to the same row without another request", async () => {
  const lookUp = vi.fn(fakeBackground().lookUp);
  const { tabMentions } = await opened({ lookUp });
  await click(button(showAda));
  await click(button(`Look up ${ada.id}: user ID, once`));
  expect(lookUp).toHaveBeenCalledExactlyOnceWith({
    query: { kind: "id", value: ada.id },
    fresh: false,
  });
  expect(one("article").getAttribute("data-user-id")).toBe(ada.id);
  expect(hasButton("Back to results")).toBe(false);
  await press("Escape");
  expect(document.activeElement).toBe(button(`Look up ${ada.id}: user ID, once`));
  expect(tabMentions).toHaveBeenCalledOnce();
  expect(page.textContent).toContain("1 of 4");
  await click(button(`Look up ${ada.id}: user ID, once`));
  await click(button("Back to the list"));
  expect(rows()).toHaveLength(3);
});

it("returns to the list's scroll position", async () => {
  await opened({ tabMentions: async () => tooMany });
  const list = () => one<HTMLElement>(".people-body");
  list().scrollTop = 1_234;
  await click(one<HTMLButtonElement>("tbody tr:nth-child(30) .people-open"));
  expect(page.querySelector("article")).not.toBeNull();
  await press("Escape");
  expect(list().scrollTop).toBe(1_234);
});

it("says where it scrolled to, one further each time", async () => {
  const showInTab = vi.fn(async () => true);
  await opened({ showInTab });
  await click(button(showAda));
  expect(one(".people-place").textContent).toBe("1 of 4");
  await click(button(showAda));
  expect(one(".people-place").textContent).toBe("2 of 4");
  expect(said()).toBe("ada.lovelace@example.com: 2 of 4");
  expect(showInTab).toHaveBeenLastCalledWith({ query: often.query, frameId: 0, nth: 1 });
});

it("says if a mention is gone, and lists again", async () => {
  const { tabMentions } = await opened({ showInTab: async () => false });
  await click(button(showAda));
  expect(rows()[0]?.textContent).toContain("It’s no longer on the page. Refresh the list.");
  tabMentions.mockResolvedValueOnce(mentioned(byId));
  button("Refresh list").focus();
  await click(button("Refresh list"));
  expect(rows()).toHaveLength(1);
  expect(document.activeElement).toBe(button("Refresh list"));
  expect(page.textContent).not.toContain("no longer on the page");
});

it("keeps the list if a refresh is lost, and says so", async () => {
  const { tabMentions } = await opened();
  tabMentions.mockRejectedValueOnce(new Error("port closed"));
  await click(button("Refresh list"));
  expect(page.textContent).toContain("The extension didn’t respond.");
  expect(rows()).toHaveLength(3);
  await click(button("Refresh list"));
  expect(page.textContent).not.toContain("The extension didn’t respond.");
});

it("says that it is busy, and closes when the user leaves", async () => {
  await opened({ tabMentions: never });
  expect(one(".on-page").getAttribute("aria-busy")).toBe("true");
  expect(page.querySelector(".skeleton")).not.toBeNull();
  await press("Escape");
  expect(hasButton("On this page")).toBe(true);
});

it.each<[string, TabMentions]>([
  ["No e-mail address or ID on this page.", mentioned()],
  ["This page can’t be read.", { ok: false, why: "unreadable" }],
  ["This page didn’t respond.", { ok: false, why: "unanswered" }],
  ["Your organization has turned this site off.", { ok: false, why: "switched-off" }],
])("says “%s”", async (words, reply) => {
  await opened({ tabMentions: async () => reply });
  expect(page.textContent).toContain(words);
  expect(said()).toBe(words);
  expect(hasButton("Refresh list")).toBe(true);
});

it("says that only the first thousand are listed", async () => {
  await opened({ tabMentions: async () => tooMany });
  expect(one("table").getAttribute("aria-rowcount")).toBe("1001");
  expect(said()).toBe("1,000 addresses and IDs. Only the first 1,000 are listed.");
});

it("looks everyone up on a click, and keeps what is known when it lists again", async () => {
  const lookUpMany = vi.fn(fakeBackground().lookUpMany);
  await opened({ lookUpMany });
  expect(lookUpMany).not.toHaveBeenCalled();
  await click(button("Look up all 3"));
  expect(lookUpMany.mock.calls.map(([{ queries }]) => queries)).toEqual([
    [byId.query],
    [often.query],
    [bySubject.query],
  ]);
  expect(rows()[0]?.textContent).toContain("Active");
  await click(button("Refresh list"));
  expect(rows()[0]?.textContent).toContain("Active");
  expect(lookUpMany).toHaveBeenCalledTimes(3);
});

it("lists and looks everyone up with one click, but only if the click asked for that", async () => {
  const lookUpMany = vi.fn(fakeBackground().lookUpMany);
  await opened({ lookUpMany }, "Look up all");
  expect(lookUpMany.mock.calls.map(([{ queries }]) => queries)).toEqual([
    [byId.query],
    [often.query],
    [bySubject.query],
  ]);
  expect(rows()[0]?.textContent).toContain("Active");
  // Someone who appears on the page later is looked up only on another click.
  await click(button("Refresh list"));
  expect(lookUpMany).toHaveBeenCalledTimes(3);
  await press("Escape");
  expect(document.activeElement).toBe(button("Look up all"));
  await click(button("On this page"));
  expect(lookUpMany).toHaveBeenCalledTimes(3);
  expect(hasButton("Look up all 3")).toBe(true);
});

it("looks no one up if the user has left before the page was listed", async () => {
  const lookUpMany = vi.fn(fakeBackground().lookUpMany);
  let answer: ((reply: TabMentions) => void) | undefined;
  const tabMentions = () =>
    new Promise<TabMentions>((resolve) => {
      answer = resolve;
    });
  await opened({ lookUpMany, tabMentions }, "Look up all");
  await press("Escape");
  answer?.(mentioned(often, byId));
  await settle();
  expect(lookUpMany).not.toHaveBeenCalled();
});

it("looks no one up if the list is empty", async () => {
  const lookUpMany = vi.fn(fakeBackground().lookUpMany);
  await opened({ lookUpMany, tabMentions: async () => mentioned() }, "Look up all");
  expect(lookUpMany).not.toHaveBeenCalled();
  expect(page.textContent).toContain("No e-mail address or ID on this page.");
});

it("stops looking up when the user leaves the list", async () => {
  const stopLookUps = vi.fn(async () => undefined);
  await opened({ lookUpMany: never, stopLookUps });
  await click(button("Look up all 3"));
  await press("Escape");
  expect(stopLookUps).toHaveBeenCalledOnce();
});
