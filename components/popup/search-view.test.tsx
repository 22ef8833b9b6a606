// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent, RecentlySeen } from "../../lib/contract/recent.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { fakeBackground, fakeSites } from "../testing/fake-background.ts";
import { ada, bare, bob } from "../testing/sample-users.ts";
import {
  button,
  choose,
  clear,
  click,
  field,
  hasSelect,
  one,
  page,
  press,
  select,
  show,
  type,
} from "../testing/test-page.ts";
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

afterEach(clear);

const popup = (own: Partial<BackgroundApi> = {}) =>
  show(
    <Popup
      rest={restHere}
      background={fakeBackground(own)}
      sites={fakeSites()}
      onOpenOptions={() => undefined}
    />,
  );

const search = () => field("Search users");

async function searched() {
  await type(search(), "exam");
  await press("Enter", search());
}

const listed = () =>
  [...page.querySelectorAll("[role=option]")].map((option) => option.getAttribute("data-user-id"));

it("filters the users found, and says how many are left", async () => {
  await popup();
  await searched();
  expect(listed()).toEqual([ada.id, bob.id, bare.id]);
  await choose(select("Status"), "Disabled");
  expect(listed()).toEqual([bob.id]);
  expect(one("[role=status]").textContent).toBe("1 of 3 users");
  expect(one(".found-count").textContent).toContain("1 of 3 users");
  await press("Enter", search());
  expect(one("article").getAttribute("data-user-id")).toBe(bob.id);
  await press("Escape");
  expect(listed()).toEqual([bob.id]);
  await click(button("Show all"));
  expect(document.activeElement).toBe(search());
  expect(listed()).toEqual([ada.id, bob.id, bare.id]);
});

it("says if no one matches the filters, which stay so that they can be removed", async () => {
  await popup();
  await searched();
  await choose(select("Status"), "Disabled");
  await choose(select("Verification"), "E-mail verified");
  expect(listed()).toEqual([]);
  expect(one(".found-count").textContent).toContain("0 of 3 users");
  await choose(select("Status"), "");
  expect(listed()).toEqual([ada.id]);
});

it("counts what is loaded and what exists, loads more, and filters only what it has", async () => {
  const asked: (string | undefined)[] = [];
  await popup({
    search: async ({ after }) => {
      asked.push(after?.cursor);
      return after
        ? { state: "found", users: [bare], asOf: 0, total: 3 }
        : { state: "found", users: [ada, bob], asOf: 0, total: 3, after: "c1" };
    },
  });
  const count = () => one(".found-count").firstChild?.textContent;
  await searched();
  expect(count()).toBe("2 of 3 users");
  expect(one("[role=status]").textContent).toBe("2 of 3 users");
  await choose(select("Status"), "Disabled");
  expect(count()).toBe("1 among the first 2 of 3");
  await click(button("More"));
  expect(asked).toEqual([undefined, "c1"]);
  expect(count()).toBe("1 of 3 users");
  expect(one("[role=status]").textContent).toBe("1 of 3 users");
});

it("offers no filter if there is nothing to choose", async () => {
  await popup({ search: async () => ({ state: "found", users: [ada], asOf: 0 }) });
  await searched();
  expect(["Status", "Verification", "Role"].filter(hasSelect)).toEqual([]);
});

it("focuses the field on “/”, except where that is typed", async () => {
  await popup();
  await searched();
  select("Status").focus();
  expect(await press("/", select("Status"))).toBe(false);
  button("Options").focus();
  expect(await press("/", button("Options"))).toBe(true);
  expect(document.activeElement).toBe(search());
  expect(await press("/", search())).toBe(false);
});

/** A background that remembers. */
function remembering(initial: Recent[] = []) {
  let recents = initial;
  return {
    recents: async () => recents,
    rememberRecent: vi.fn(async (shown: Recent) => {
      recents = [shown, ...recents];
    }),
    forgetRecents: vi.fn(async () => {
      recents = [];
    }),
  };
}

it("lists users it has shown, and opens them by keyboard", async () => {
  const background = remembering();
  await popup(background);
  await searched();
  await press("ArrowDown", search());
  await press("Enter", search());
  const query = { kind: "id", value: bob.id };
  const seen = { status: "disabled", asOf: expect.any(Number) };
  expect(background.rememberRecent).toHaveBeenCalledWith({ query, name: bob.email, seen });
  await press("Escape");
  await type(search(), "");
  expect(one("[role=listbox]").getAttribute("aria-label")).toBe("Recent");
  expect(one("[role=option]").textContent).toBe(`${bob.email}Disabledjust now`);
  expect(search().getAttribute("aria-activedescendant")).toBe("recent-0");
  await press("Enter", search());
  expect(one("article").getAttribute("data-user-id")).toBe(bob.id);
});

it("shows what is stored about them, how old it is, and what distinguishes two with the same name", async () => {
  const MINUTE = 60_000;
  const seen = (user: User, name: string, answer?: Answer): RecentlySeen => ({
    query: { kind: "id", value: user.id },
    name,
    ...(answer && { answer }),
  });
  const asOf = Date.now() - 12 * MINUTE;
  const email = "twins@example.com";
  const remember = vi.fn(async () => undefined);
  await popup({
    recents: async () => [
      seen(ada, "twins@example.com", { state: "found", users: [{ ...ada, email }], asOf }),
      seen(bob, "Twins@example.com", { state: "found", users: [{ ...bob, email }], asOf }),
      {
        query: { kind: "id", value: "zz4def8hij2klm9opq5rst7xyz" },
        name: "TWINS@example.com",
        seen: { asOf, status: "active" },
      },
      seen(bare, "gone@example.com", { state: "absent", asOf }),
      { query: { kind: "email", value: "x@y.example" }, name: "x@y.example" },
      { query: { kind: "id", value: "u9" }, name: "out of a search", seen: { asOf } },
    ],
    rememberRecent: remember,
  });
  const said = [...page.querySelectorAll("[role=option]")].map((option) => option.textContent);
  expect(said).toEqual([
    "twins@example.comaccounts.google.com…3def8hij2klm9opq5rst7uvwActive12 min ago",
    "Twins@example.comProvider not reported…4def8hij2klm9opq5rst7uvwDisabled12 min ago",
    "TWINS@example.com…4def8hij2klm9opq5rst7xyzActive12 min ago",
    "gone@example.comNot in this zone12 min ago",
    "x@y.example",
    "out of a searchStatus not reported12 min ago",
  ]);
  await press("Enter", search());
  // The cached answer isn't sent back.
  expect(remember).toHaveBeenCalledWith({
    query: { kind: "id", value: ada.id },
    name: "twins@example.com",
  });
});

it("forgets them on request", async () => {
  const background = remembering([{ query: { kind: "id", value: ada.id }, name: "ada" }]);
  await popup(background);
  await click(button("Clear"));
  expect(background.forgetRecents).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(search());
  expect(page.querySelector("[role=option]")).toBeNull();
  expect(page.textContent).toContain("Find someone in your zone");
});

it("behaves as if no one had been seen if they can't be read", async () => {
  await popup({ recents: () => Promise.reject(new Error("port closed")) });
  expect(page.textContent).toContain("Find someone in your zone");
});
