// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { NarrowableList } from "../../lib/directory/narrowable.ts";
import {
  fakeBackground,
  fakeSites,
  sampleGroups,
  sampleRoles,
} from "../testing/fake-background.ts";
import { ada, bob, staging, zone } from "../testing/sample-users.ts";
import {
  button,
  choose,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  press,
  select,
  settle,
  show,
  type,
} from "../testing/test-page.ts";
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

afterEach(clear);

type Asked = Parameters<BackgroundApi["search"]>[0];

/** A popup, and what it searches for. */
async function popup(own: Partial<BackgroundApi> = {}) {
  const asked: Asked[] = [];
  const search: BackgroundApi["search"] = async (params) => {
    asked.push(params);
    return (params.roles ?? params.groups)
      ? { state: "found", users: [ada], asOf: Date.now(), total: 1 }
      : { state: "absent", asOf: 0, searched: ["email", "subject"] };
  };
  await show(
    <Popup
      rest={restHere}
      background={fakeBackground({ search, ...own })}
      sites={fakeSites()}
      onOpenOptions={() => undefined}
    />,
  );
  return asked;
}

const search = () => field("Search users");
const picker = () => field("Role or group");
const names = () =>
  [...page.querySelectorAll("[role=option] .result-email")].map((name) => name.textContent);
const users = () =>
  [...page.querySelectorAll("[data-user-id]")].map((one) => one.getAttribute("data-user-id"));

async function searchFor(text: string) {
  await type(search(), text);
  await press("Enter", search());
}

const list = (kind: "roles" | "groups", more: boolean): NarrowableList => ({
  state: "listed",
  items: kind === "roles" ? sampleRoles : sampleGroups,
  more,
});
const refused: NarrowableList = { state: "failed", failure: { why: "forbidden" } };

it("shows everyone with a role in two clicks, says that only direct assignments count, and can undo it", async () => {
  const asked = await popup();
  await click(button("By role…"));
  expect(document.activeElement).toBe(picker());
  expect(names()).toEqual([
    "admin",
    "auditor",
    "support-agent",
    "Support, second level",
    "Admins of Europe",
  ]);
  await click(one("[role=option]"));
  expect(asked).toEqual([{ text: "", roles: ["admin"] }]);
  expect(users()).toEqual([ada.id]);
  expect(page.textContent).toContain("Role, given directly: admin");
  expect(page.textContent).toContain("Only people who have this role directly.");
  expect(document.activeElement).toBe(search());
  await click(button("Clear filter"));
  expect(page.textContent).toContain("Find someone in your zone");
});

it("works by keyboard: part of the name, arrows, Enter; Esc in the empty field undoes it", async () => {
  const asked = await popup();
  await click(button("By role…"));
  await type(picker(), "ADMIN");
  expect(names()).toEqual(["admin", "Admins of Europe"]);
  await press("ArrowDown", picker());
  expect(one("[role=option][aria-selected=true]").textContent).toBe("Admins of Europe");
  await press("Enter", picker());
  expect(asked).toEqual([{ text: "", groups: [sampleGroups[1]?.value] }]);
  expect(page.textContent).toContain("Group: Admins of Europe");
  await press("Escape", search());
  expect(page.textContent).not.toContain("Group:");
});

it("narrows an existing text, and a text that is typed later", async () => {
  const asked = await popup();
  await searchFor("ada");
  await click(button("By role…"));
  await press("Enter", picker());
  await searchFor("a");
  expect(asked.slice(1)).toEqual([
    { text: "ada", roles: ["admin"] },
    { text: "a", roles: ["admin"] },
  ]);
});

it("closes on Esc, and by typing in the search field", async () => {
  await popup();
  await click(button("By role…"));
  await press("Escape", picker());
  expect(document.activeElement).toBe(search());
  await click(button("By role…"));
  await searchFor("bob");
  expect(page.textContent).toContain("has “bob” in their e-mail");
});

it("takes a typed identifier if roles can't be listed, or not all of them", async () => {
  const asked = await popup({
    narrowables: async ({ kind }) => (kind === "roles" ? refused : list(kind, true)),
  });
  await click(button("By role…"));
  expect(page.textContent).toContain("Roles can’t be listed. Enter a role’s identifier.");
  expect(page.textContent).toContain("There are more groups. Enter a group’s ID.");
  await type(picker(), "billing");
  expect(names()).toEqual(["Role with the identifier “billing”", "Group with the ID “billing”"]);
  await press("Enter", picker());
  expect(asked).toEqual([{ text: "", roles: ["billing"] }]);
});

it("denies that a role exists only if all are listed", async () => {
  await popup();
  await click(button("By role…"));
  await type(picker(), "billing");
  expect(page.textContent).toContain("No role or group has “billing” in its name.");
});

it("suggests the role with the name of a text that found no one", async () => {
  const asked = await popup();
  await searchFor("audit");
  await click(button("People with the role auditor…"));
  expect(asked.at(-1)).toEqual({ text: "", roles: ["auditor"] });
  expect(search().value).toBe("");
  expect(users()).toEqual([ada.id]);
});

it("offers to choose a role that isn't listed, and nothing if none has that name", async () => {
  await popup({ narrowables: async () => refused });
  await searchFor("billing");
  await click(button("Search by role or group…"));
  expect(picker().value).toBe("billing");
  await clear();
  await popup();
  await searchFor("billing");
  expect(hasButton("Search by role or group…")).toBe(false);
});

it("requests no roles if the text is an address", async () => {
  const asked: string[] = [];
  await popup({
    narrowables: async ({ kind }) => {
      asked.push(kind);
      return refused;
    },
  });
  await searchFor("bob@");
  expect(asked).toEqual([]);
});

it.each([
  ["absent", "", "No one in zone Production has the role “admin” directly."],
  [
    "absent",
    "bob",
    "No one in zone Production who has the role “admin” directly has “bob” in their e-mail or identity provider ID.",
  ],
  ["inconclusive", "", "Can’t tell who has the role “admin”."],
] as const)("says what is known of a role: %s, %j", async (state, text, said) => {
  await popup({
    search: async () =>
      state === "absent" ? { state, asOf: 0 } : { state, doubt: "not-askable", asOf: 0 },
  });
  await type(search(), text);
  await click(button("By role…"));
  await click(one("[role=option]"));
  expect(one(".notice-known").textContent).toBe(said);
  expect(hasButton("Clear filter")).toBe(true);
});

it("keeps a role in another zone, and drops a group, and says so", async () => {
  const zones: Partial<BackgroundApi> = {
    zones: async () => ({ state: "listed", zones: [zone, staging] }),
  };
  const asked = await popup(zones);
  await click(button("By role…"));
  await click(one("[role=option]"));
  await choose(select("Zone"), staging.id);
  await settle();
  expect(asked.at(-1)).toEqual({ text: "", roles: ["admin"] });
  expect(asked).toHaveLength(2);
  await clear();

  const later = await popup(zones);
  await click(button("By role…"));
  await type(picker(), "second");
  await press("Enter", picker());
  await choose(select("Zone"), staging.id);
  await settle();
  expect(later).toHaveLength(1);
  expect(page.textContent).toContain("“Support, second level” is a group in the other zone.");
  await searchFor("bob");
  expect(page.textContent).not.toContain("in the other zone");
});

it("makes a list of a text with several mentions", async () => {
  const asked = await popup();
  await searchFor(`${ada.email}, ${bob.email}`);
  expect(page.textContent).toContain("This text contains 2 addresses or IDs.");
  await click(one<HTMLButtonElement>(".notice button"));
  expect(one<HTMLTextAreaElement>("textarea").value).toBe(`${ada.email}, ${bob.email}`);
  expect(asked).toEqual([]);
});
