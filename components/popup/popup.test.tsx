// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { Connection, UnlockReply } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Inspection } from "../../lib/contract/replies.ts";
import type { Answer, SearchAnswer } from "../../lib/directory/answer.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { fakeBackground, fakeNews, fakeSites, never, SITE } from "../testing/fake-background.ts";
import {
  absent,
  ada,
  bare,
  bob,
  found,
  lookedEverywhere,
  staging,
  stale,
  zone,
} from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  press,
  settle,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

afterEach(clear);

async function popup(own: Partial<BackgroundApi> = {}, sites: SiteActions = fakeSites()) {
  const onOpenOptions = vi.fn();
  await show(
    <Popup
      rest={restHere}
      background={fakeBackground(own)}
      sites={sites}
      onOpenOptions={onOpenOptions}
    />,
  );
  return { onOpenOptions };
}

const search = () => field("Search users");

async function searched(text = "exam") {
  await type(search(), text);
  await press("Enter", search());
}

const options = () => [...page.querySelectorAll("[role=option]")];
const active = () => search().getAttribute("aria-activedescendant");

it("is ready for typing", async () => {
  await popup();
  expect(document.activeElement).toBe(search());
  expect(search().getAttribute("role")).toBe("combobox");
  expect(search().getAttribute("aria-expanded")).toBe("false");
});

it("takes the focus again if the browser lost it before the popup was shown, but never from something else", async () => {
  await popup();
  search().blur();
  window.dispatchEvent(new Event("focus"));
  expect(document.activeElement).toBe(search());
  search().blur();
  window.dispatchEvent(new Event("focus"));
  expect(document.activeElement).toBe(document.body);

  await popup();
  button("Options").focus();
  window.dispatchEvent(new Event("focus"));
  expect(document.activeElement).toBe(button("Options"));
});

it("is ready for the passphrase while the key is locked, and for a search afterwards", async () => {
  let connection: Connection = { state: "locked" };
  const unlock = vi.fn(async (): Promise<UnlockReply> => {
    connection = { state: "ready", keyKind: "api-key", way: "passphrase", zone };
    return { state: "unlocked", connection };
  });
  await popup({ connection: async () => connection, unlock });
  expect(document.activeElement).toBe(field("Passphrase"));
  await type(field("Passphrase"), "right horse");
  await submit(one("form"));
  expect(unlock).toHaveBeenCalledExactlyOnceWith({ passphrase: "right horse" });
  expect(document.activeElement).toBe(search());
});

it("asks for the passphrase if the key was locked meanwhile, and continues with the search", async () => {
  let locked = true;
  const search = vi.fn(
    async (): Promise<SearchAnswer> =>
      locked
        ? { state: "failed", failure: { why: "keyLocked" } }
        : { state: "found", users: [ada], asOf: 0 },
  );
  await popup({
    search,
    unlock: async () => {
      locked = false;
      return { state: "unlocked", connection: await fakeBackground().connection() } as UnlockReply;
    },
  });
  await searched();
  expect(page.querySelector("[role=combobox]")).toBeNull();
  expect(document.activeElement).toBe(field("Passphrase"));
  await type(field("Passphrase"), "right horse");
  await submit(one("form"));
  await settle();
  expect(field("Search users").value).toBe("exam");
  expect(options().map((option) => option.getAttribute("data-user-id"))).toEqual([ada.id]);
  expect(search).toHaveBeenCalledTimes(2);
});

it("asks for the passphrase if the key was locked meanwhile, and continues with the person", async () => {
  let locked = true;
  const lookUp = vi.fn(
    async (): Promise<Answer> =>
      locked ? { state: "failed", failure: { why: "keyLocked" } } : found(bob),
  );
  await popup({
    lookUp,
    takeInspection: async () => ({ kind: "query", query: { kind: "id", value: bob.id } }),
    unlock: async () => {
      locked = false;
      return { state: "unlocked", connection: await fakeBackground().connection() } as UnlockReply;
    },
  });
  await type(field("Passphrase"), "right horse");
  await submit(one("form"));
  await settle();
  expect(one("article").getAttribute("data-user-id")).toBe(bob.id);
});

it("locks with one click", async () => {
  const connection: Connection = { state: "ready", keyKind: "api-key", way: "passphrase", zone };
  const lock = vi.fn(async () => undefined);
  await popup({ connection: async () => connection, lock });
  await click(button("Lock"));
  expect(lock).toHaveBeenCalledOnce();
});

it("lists users with status and verification in words", async () => {
  await popup();
  await searched();
  expect(options().map((option) => option.getAttribute("data-user-id"))).toEqual([
    ada.id,
    bob.id,
    bare.id,
  ]);
  expect(options()[1]?.textContent).toBe(
    "bob@example.comno sign-in on recordDisabledE-mail not verified",
  );
  expect(search().getAttribute("aria-expanded")).toBe("true");
  expect(one("[role=status]").textContent).toBe("3 users");
});

it("moves through the list with the keyboard", async () => {
  await popup();
  await searched();
  expect(active()).toBe(`user-${ada.id}`);
  await press("ArrowDown", search());
  expect(active()).toBe(`user-${bob.id}`);
  expect(options()[1]?.getAttribute("aria-selected")).toBe("true");
  await press("End", search());
  expect(active()).toBe(`user-${bare.id}`);
  await press("ArrowDown", search());
  expect(active()).toBe(`user-${ada.id}`);
  await press("ArrowUp", search());
  expect(active()).toBe(`user-${bare.id}`);
  await press("Home", search());
  expect(active()).toBe(`user-${ada.id}`);
});

it("opens the active user, and goes back on Escape", async () => {
  const lookUp = vi.fn(async (): Promise<Answer> => found(bob));
  await popup({ lookUp });
  await searched();
  await press("ArrowDown", search());
  await press("Enter", search());
  expect(lookUp).toHaveBeenCalledWith({ query: { kind: "id", value: bob.id }, fresh: false });
  expect(one("article").getAttribute("data-user-id")).toBe(bob.id);
  expect(document.activeElement).toBe(button("Back to results"));
  expect(await press("Escape")).toBe(true);
  expect(document.activeElement).toBe(search());
  expect(active()).toBe(`user-${bob.id}`);
});

it("opens a clicked user", async () => {
  await popup();
  await searched();
  await click(one<HTMLElement>(`[data-user-id="${bare.id}"]`));
  expect(one("article").getAttribute("data-user-id")).toBe(bare.id);
});

it("shows what the search knew until the lookup answers, and if it fails", async () => {
  await popup({ lookUp: async () => ({ state: "failed", failure: { why: "network" } }) });
  await searched();
  await press("Enter", search());
  expect(one("article").getAttribute("data-user-id")).toBe(ada.id);
  expect(page.textContent).toContain("Keycard couldn’t be reached.");
});

it("doesn't replace the search result with an older answer", async () => {
  const disabled = { ...ada, status: "disabled" };
  const lookUp = vi.fn<BackgroundApi["lookUp"]>(({ fresh }) =>
    fresh ? never() : Promise.resolve(stale(ada)),
  );
  await popup({
    lookUp,
    search: async () => ({ state: "found", users: [disabled], asOf: Date.now() }),
  });
  await searched();
  await press("Enter", search());
  expect(lookUp).toHaveBeenLastCalledWith({ query: { kind: "id", value: ada.id }, fresh: true });
  expect(one(".facts").textContent).toContain("Disabled");
});

it("searches other zones for someone absent", async () => {
  const query = { kind: "email", value: ada.email } as const;
  const lookElsewhere = vi.fn(async () => lookedEverywhere);
  await popup({
    takeInspection: async () => ({ kind: "query", query }),
    lookUp: async () => absent,
    lookElsewhere,
  });
  await settle();
  await click(button("Search other zones"));
  expect(lookElsewhere).toHaveBeenCalledExactlyOnceWith({ query, zoneId: zone.id });
  expect(page.querySelectorAll("article, .sharer")).toHaveLength(3);
  expect(page.textContent).toContain("Found in Staging:");
  await click(button("Refresh"));
  expect(page.querySelector("article")).toBeNull();
});

it("doesn't open a result of an older text", async () => {
  const answers: BackgroundApi["search"] = ({ text }) =>
    text === "exam" ? Promise.resolve({ state: "found", users: [ada], asOf: 0 }) : never();
  await popup({ search: answers });
  await searched();
  await type(search(), "bob");
  await press("Enter", search());
  expect(page.querySelector("article")).toBeNull();
  expect(options()).toHaveLength(1);
});

it("clears the field on Escape, and lets the popup close if it is empty", async () => {
  await popup();
  await searched();
  expect(await press("Escape", search())).toBe(true);
  expect(search().value).toBe("");
  expect(options()).toEqual([]);
  expect(await press("Escape", search())).toBe(false);
});

it("asks for at least two characters", async () => {
  await popup();
  await type(search(), "a");
  expect(page.textContent).toContain("Enter at least 2 characters.");
});

it("shows at once the person it was opened for", async () => {
  const query = { kind: "email", value: "ada.lovelace@example.com" } as const;
  const lookUp = vi.fn(async (): Promise<Answer> => found(ada));
  await popup({ takeInspection: async () => ({ kind: "query", query }), lookUp });
  expect(lookUp).toHaveBeenCalledExactlyOnceWith({ query, fresh: false });
  await settle();
  expect(one("article").getAttribute("data-user-id")).toBe(ada.id);
});

it("restores its search and list when reopened, with the text selected to be replaced", async () => {
  let kept = "";
  const background: Partial<BackgroundApi> = {
    rememberSearch: async ({ text }) => {
      kept = text;
    },
    takeInspection: async () => (kept === "" ? undefined : { kind: "search", text: kept }),
  };
  await popup(background);
  await searched("exam");
  expect(kept).toBe("exam");
  await clear();
  await popup(background);
  await settle();
  expect(options().map((option) => option.getAttribute("data-user-id"))).toContain(ada.id);
  const { value, selectionStart, selectionEnd } = search();
  expect([value, selectionStart, selectionEnd]).toEqual(["exam", 0, 4]);
  await press("Escape", search());
  expect(kept).toBe("");
});

it("restores what the search was narrowed to when reopened, even without a text", async () => {
  const narrowed = { kind: "groups", value: "g1", name: "Support agents" } as const;
  let kept: Inspection = { kind: "search", text: "", narrowed };
  const search = vi.fn(async () => ({ state: "absent", asOf: 0 }) as const);
  const background: Partial<BackgroundApi> = {
    rememberSearch: async (told) => {
      kept = { kind: "search", ...told };
    },
    takeInspection: async () => kept,
    search,
  };
  await popup(background);
  await settle();
  expect(search).toHaveBeenCalledExactlyOnceWith({ text: "", groups: ["g1"] });
  expect(page.textContent).toContain("Support agents");
  await searched("exam");
  expect(kept).toEqual({ kind: "search", text: "exam", narrowed });
  await clear();
  search.mockClear();
  await popup(background);
  await settle();
  expect(search).toHaveBeenCalledExactlyOnceWith({ text: "exam", groups: ["g1"] });
});

it("remembers what was searched for, not what is being typed", async () => {
  const rememberSearch = vi.fn(async () => undefined);
  await popup({ rememberSearch, search: () => never() });
  await type(search(), "a");
  await searched("exam");
  expect(rememberSearch).not.toHaveBeenCalled();
});

it("leads to the options if there is no key", async () => {
  const { onOpenOptions } = await popup({ connection: async () => ({ state: "no-key" }) });
  await click(button("Connect to Keycard…"));
  expect(onOpenOptions).toHaveBeenCalled();
});

it("searches again in another zone", async () => {
  const asked: string[] = [];
  await popup({
    zones: async () => ({ state: "listed", zones: [zone, { id: "z2", name: "Staging" }] }),
    search: async ({ text }) => {
      asked.push(text);
      return { state: "absent", asOf: 0 };
    },
  });
  await searched();
  const select = one<HTMLSelectElement>("select");
  expect(select.labels?.[0]?.textContent).toBe("Zone");
  select.value = "z2";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
  await settle();
  expect(asked).toEqual(["exam", "exam"]);
});

it("follows a zone change from another window, and never says for the previous zone that no one was found", async () => {
  const { id, name } = staging;
  const { on, tell } = fakeNews();
  let now = zone;
  const asked: string[] = [];
  await popup({
    connection: async () => ({ state: "ready", keyKind: "api-key", way: "device", zone: now }),
    zones: async () => ({ state: "listed", zones: [zone, staging] }),
    on,
    search: async ({ text }) => {
      asked.push(text);
      return { state: "absent", asOf: 0, zone: now };
    },
  });
  await searched("nobody");
  expect(page.textContent).toContain("No user in zone Production");
  now = staging;
  tell("connection");
  await settle();
  await settle();
  expect(asked).toEqual(["nobody", "nobody"]);
  expect(page.textContent).toContain(`No user in zone ${name}`);
  expect(one<HTMLSelectElement>("select").value).toBe(id);
});

it("keeps what it shows during a lock, and continues with the same zone once unlocked", async () => {
  const { on, tell } = fakeNews();
  let now: Connection = { state: "ready", keyKind: "api-key", way: "passphrase", zone };
  const ready = now;
  const searches = vi.fn(async (): Promise<SearchAnswer> => found(ada));
  await popup({
    connection: async () => now,
    on,
    search: searches,
  });
  await searched();
  for (const next of [{ state: "locked" }, ready] satisfies Connection[]) {
    now = next;
    tell("connection");
    await settle();
    await settle();
  }
  expect(options().map((option) => option.getAttribute("data-user-id"))).toEqual([ada.id]);
  expect(searches).toHaveBeenCalledTimes(1);
});

it("drops a list's filters with the list: they would hide everyone from another zone", async () => {
  await popup({ zones: async () => ({ state: "listed", zones: [zone, staging] }) });
  await searched();
  const status = one<HTMLSelectElement>(".filters select, fieldset select");
  status.value = status.options[1]?.value ?? "";
  status.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
  const zones = [...page.querySelectorAll("select")].find(
    (select) => select.labels?.[0]?.textContent === "Zone",
  ) as HTMLSelectElement;
  zones.value = staging.id;
  zones.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
  await settle();
  expect(one<HTMLSelectElement>(".filters select, fieldset select").value).toBe("");
  expect(page.querySelectorAll("[role=option]")).toHaveLength(3);
});

it("requests the site directly from the click", async () => {
  const requestSite = vi.fn(async () => true);
  const on: string[] = [];
  const sites = fakeSites([], {
    requestSite,
    listSites: async () => on.map((pattern) => ({ pattern, fixed: false })),
  });
  await popup({}, sites);
  const toggle = one<HTMLButtonElement>("[role=switch]");
  expect(toggle.getAttribute("aria-checked")).toBe("false");
  toggle.click();
  expect(requestSite).toHaveBeenCalledExactlyOnceWith(SITE);
  on.push(SITE);
  await settle();
  expect(one("[role=switch]").getAttribute("aria-checked")).toBe("true");
});

it("says if the browser denied access to the site", async () => {
  await popup({}, fakeSites([], { requestSite: () => Promise.reject(new Error("dismissed")) }));
  await click(one<HTMLButtonElement>("[role=switch]"));
  expect(one("[role=alert]").textContent).toContain("Not turned on");
});

it("removes no permission that is wider than the site", async () => {
  await popup({}, fakeSites(["*://*.example.com/*"]));
  expect(one<HTMLButtonElement>("[role=switch]").disabled).toBe(true);
  expect(hasButton("More")).toBe(false);
});

it("has one row of controls before everything else: site, marks, zone", async () => {
  await popup({ zones: async () => ({ state: "listed", zones: [zone, { id: "z2" }] }) });
  const all = [...page.querySelectorAll("[role=switch], select, [role=combobox]")];
  expect(all.map((one) => one.getAttribute("aria-label") ?? one.localName)).toEqual([
    "Hover cards on https://tickets.example.com",
    "Underline addresses and IDs on tickets.example.com",
    "select",
    "Search users",
  ]);
  expect(new Set(all.slice(0, 3).map((one) => one.closest("section")?.className))).toEqual(
    new Set(["controls"]),
  );
});

it("follows changes in the browser's settings while it is open", async () => {
  let on = [SITE];
  let tell = () => {};
  let listeners = 0;
  const sites = fakeSites([], {
    listSites: async () => on.map((pattern) => ({ pattern, fixed: false })),
    onSitesChanged: (callback) => {
      tell = callback;
      listeners++;
      return () => {
        listeners--;
      };
    },
  });
  await popup({}, sites);
  expect(listeners).toBe(1);
  const states = () =>
    [...page.querySelectorAll("[role=switch]")].map((one) => one.getAttribute("aria-checked"));
  expect(states()).toEqual(["true", "false"]);
  on = [];
  tell();
  await settle();
  // Marks are turned off with the site.
  expect(states()).toEqual(["false", "false"]);
  on = ["https://*.example.com/*"];
  tell();
  await settle();
  expect(page.textContent).toContain("On for this site through https://*.example.com");
  await clear();
  expect(listeners).toBe(0);
});

it("offers in words to turn hover cards on, while there is no search", async () => {
  const requestSite = vi.fn(async () => true);
  await show(
    <Popup
      rest={restHere}
      background={fakeBackground()}
      sites={fakeSites([], { requestSite })}
      onOpenOptions={() => undefined}
    />,
  );
  const offered = "Hover cards are off on tickets.example.com.";
  expect(page.textContent).toContain(offered);
  await click(button("Turn on"));
  expect(requestSite).toHaveBeenCalledExactlyOnceWith(SITE);
  await type(field("Search users"), "exam");
  expect(page.textContent).not.toContain(offered);
});

it.each([
  ["locked", { state: "locked" }],
  ["without a key", { state: "no-key" }],
  ["with a key that can't be read", { state: "unreadable", why: "deviceKeyLost" }],
] as const)("has nothing to switch while it is %s", async (_, connection) => {
  await show(
    <Popup
      rest={restHere}
      background={fakeBackground({ connection: async () => connection })}
      sites={fakeSites([])}
      onOpenOptions={() => undefined}
    />,
  );
  expect(page.querySelector(".controls")).toBeNull();
  expect(page.querySelectorAll("[role=switch]")).toHaveLength(0);
  expect(page.querySelector("footer")).toBeNull();
});

it("doesn't overwrite typed text if it learns late what it was opened for", async () => {
  let come = (_: { kind: "search"; text: string }) => {};
  const asked: string[] = [];
  await popup({
    takeInspection: () =>
      new Promise((resolve) => {
        come = resolve;
      }),
    search: async ({ text }) => {
      asked.push(text);
      return { state: "absent", asOf: 0 };
    },
  });
  await type(field("Search users"), "grace");
  come({ kind: "search", text: "ada" });
  await settle();
  await press("Enter", field("Search users"));
  expect(field("Search users").value).toBe("grace");
  expect(asked).toEqual(["grace"]);
});
