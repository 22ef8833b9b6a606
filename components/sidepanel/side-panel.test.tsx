// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import type { Connection } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { NEWS, type News } from "../../lib/contract/news.ts";
import type { Query } from "../../lib/query.ts";
import { loadOnce } from "../parts/load-once.ts";
import { fakeBackground, fakeNews } from "../testing/fake-background.ts";
import { ada, bob, found, zone } from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  eventually,
  field,
  one,
  page,
  press,
  settle,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { type Rest, rest as restLoaded } from "./rest.ts";
import { restHere } from "./rest-here.ts";
import { SidePanel } from "./side-panel.tsx";

afterEach(clear);

async function panel(pinned?: Query, own: Partial<BackgroundApi> = {}) {
  let inspected: Query | undefined = { kind: "id", value: ada.id };
  let kept = pinned;
  let connection: Connection | undefined;
  const { on, tell, listening } = fakeNews();
  const lookUp = vi.fn<BackgroundApi["lookUp"]>(async ({ query }) =>
    found(query.value === bob.id ? bob : ada),
  );
  const given = fakeBackground({});
  const told = vi.fn<BackgroundApi["inspect"]>(async ({ query }) => {
    inspected = query;
    tell("inspected");
  });
  const background = fakeBackground({
    ...own,
    lookUp,
    connection: async () => connection ?? (await given.connection()),
    on,
    lastInspected: async () => inspected,
    inspect: told,
    pinnedInspected: async () => kept && { ...kept },
    pinInspected: async ({ query }) => {
      kept = query ?? undefined;
      tell("pinned");
    },
  });
  await show(<SidePanel background={background} rest={restHere} onOpenOptions={() => undefined} />);
  await settle();
  const inspect = async (query: Query) => {
    inspected = query;
    tell("inspected");
    await settle();
    await settle();
  };
  const connect = async (now: Connection) => {
    connection = now;
    tell("connection");
    await settle();
    await settle();
  };
  /** Without a notification from the background. */
  const lock = () => {
    connection = { state: "locked" };
  };
  return { inspect, connect, lock, lookUp, told, listening };
}

const shown = () => one("article").getAttribute("data-user-id");

it("follows whoever is looked up", async () => {
  const { inspect } = await panel();
  expect(shown()).toBe(ada.id);
  await inspect({ kind: "id", value: bob.id });
  expect(shown()).toBe(bob.id);
  expect(page.querySelectorAll("article")).toHaveLength(1);
});

it("looks up again when the key or zone changes, and not repeatedly while there is none", async () => {
  const ready = { state: "ready", keyKind: "api-key", way: "device", zone } as const;
  const { connect, lookUp } = await panel();
  expect(lookUp).toHaveBeenCalledTimes(1);
  await connect({ ...ready, zone: { ...zone, id: "another" } });
  expect(lookUp).toHaveBeenCalledTimes(2);
  await connect({ state: "no-key" });
  await connect({ state: "no-key" });
  expect(lookUp).toHaveBeenCalledTimes(3);
  await connect(ready);
  await connect(ready);
  expect(lookUp).toHaveBeenCalledTimes(5);
});

it("stays with a pinned person, and shows the last one looked up when unpinned", async () => {
  const { inspect } = await panel();
  await click(button("Pin"));
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  await inspect({ kind: "id", value: bob.id });
  expect(shown()).toBe(ada.id);
  await click(button("Pin"));
  await settle();
  expect(shown()).toBe(bob.id);
});

it("still shows the pinned person when reopened, and looks up no one else", async () => {
  const { lookUp } = await panel({ kind: "id", value: bob.id });
  expect(shown()).toBe(bob.id);
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  expect(lookUp.mock.calls).toEqual([[{ query: { kind: "id", value: bob.id }, fresh: false }]]);
});

it("doesn't look anyone up again because of pinning", async () => {
  const { lookUp } = await panel();
  await click(button("Pin"));
  await settle();
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  expect(lookUp).toHaveBeenCalledOnce();
});

/** Searches, and opens the second user: Bob. */
async function openBob() {
  field("Search users").focus();
  await type(field("Search users"), "exam");
  await press("Enter", field("Search users"));
  await press("ArrowDown", field("Search users"));
  await press("Enter", field("Search users"));
  await settle();
}

it("shows a user opened from its search, reports that to the background, and then follows the next lookup", async () => {
  const rememberRecent = vi.fn(async () => undefined);
  const { inspect, told } = await panel(undefined, { rememberRecent });
  await openBob();
  expect(shown()).toBe(bob.id);
  expect(field("Search users").value).toBe("");
  expect(one("article").closest("[hidden]")).toBeNull();
  expect(document.activeElement).toBe(one("article").closest(".panel-body"));
  expect(rememberRecent).toHaveBeenCalledWith(
    expect.objectContaining({ query: { kind: "id", value: bob.id }, name: bob.email }),
  );
  expect(told.mock.calls).toEqual([[{ query: { kind: "id", value: bob.id } }]]);
  await inspect({ kind: "id", value: ada.id });
  expect(shown()).toBe(ada.id);
});

it("when pinned, stays pinned to a user opened from its search", async () => {
  const { inspect } = await panel({ kind: "id", value: ada.id });
  await openBob();
  expect(shown()).toBe(bob.id);
  await inspect({ kind: "id", value: ada.id });
  expect(shown()).toBe(bob.id);
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
});

it("keeps the person who is shown below the search's list: Esc leads back, without a lookup", async () => {
  const { lookUp } = await panel();
  field("Search users").focus();
  await type(field("Search users"), "exam");
  await press("Enter", field("Search users"));
  expect(one("article").closest("[hidden]")).not.toBeNull();
  expect(page.querySelectorAll("[role=option]")).toHaveLength(3);
  expect(await press("Escape", field("Search users"))).toBe(true);
  expect(page.querySelectorAll("[role=option]")).toHaveLength(0);
  expect(one("article").closest("[hidden]")).toBeNull();
  expect(lookUp).toHaveBeenCalledOnce();
});

it("lists recents while the empty field has the focus, and opens one", async () => {
  const recents = async () => [
    { query: { kind: "id", value: bob.id }, name: "bob@example.com" } as const,
  ];
  await panel(undefined, { recents });
  expect(page.textContent).not.toContain("Recent");
  field("Search users").focus();
  await settle();
  expect(one("[role=option]").textContent).toContain("bob@example.com");
  await press("Escape", field("Search users"));
  expect(page.querySelector("[role=option]")).toBeNull();
  expect(one("article").closest("[hidden]")).toBeNull();
  field("Search users").focus();
  await settle();
  await press("Enter", field("Search users"));
  await settle();
  expect(shown()).toBe(bob.id);
});

it("asks for the passphrase if the key is locked, and continues with the same person", async () => {
  let connect: ((now: Connection) => Promise<void>) | undefined;
  const ready = { state: "ready", keyKind: "api-key", way: "passphrase", zone } as const;
  const unlock = vi.fn<BackgroundApi["unlock"]>(async () => {
    await connect?.(ready);
    return { state: "unlocked", connection: ready };
  });
  const { connect: to } = await panel(undefined, { unlock });
  connect = to;
  await to({ state: "locked" });
  expect(page.querySelector("article")).toBeNull();
  expect(page.textContent).not.toContain("Open options");
  await type(field("Passphrase"), "correct horse");
  await submit(one("form"));
  await settle();
  expect(unlock).toHaveBeenCalledWith({ passphrase: "correct horse" });
  await eventually(() => expect(shown()).toBe(ada.id));
});

it("notices from an answer that the key was locked meanwhile", async () => {
  const { lookUp, lock } = await panel();
  lookUp.mockResolvedValue({ state: "failed", failure: { why: "keyLocked" } });
  lock();
  await click(button("Refresh"));
  await settle();
  expect(field("Passphrase")).toBeDefined();
});

it("names a role's scope, if Keycard does", async () => {
  await panel();
  await settle();
  expect(page.querySelector(".chips")?.textContent).toContain("resource Name of r1a2b3c4");
});

it("looks up again on Refresh", async () => {
  const { lookUp } = await panel();
  await click(button("Refresh"));
  expect(lookUp).toHaveBeenCalledTimes(2);
  expect(lookUp).toHaveBeenLastCalledWith({ query: { kind: "id", value: ada.id }, fresh: true });
});

it("stops following when it is closed", async () => {
  const { listening } = await panel();
  const all = () => (Object.keys(NEWS) as News[]).map((news) => [news, listening(news)]);
  expect(all()).toEqual([
    ["inspected", 1],
    ["pinned", 1],
    ["connection", 1],
    ["policy", 1],
  ]);
  await clear();
  expect(all()).toEqual([
    ["inspected", 0],
    ["pinned", 0],
    ["connection", 0],
    ["policy", 0],
  ]);
});

it("has the field at once, and draws the person as soon as the second step is loaded, never over the list", async () => {
  let come = (_: Rest) => {};
  const rest = loadOnce(
    () =>
      new Promise<Rest>((resolve) => {
        come = resolve;
      }),
  );
  const recents = [{ query: { kind: "id", value: bob.id } as const, name: "bob@example.com" }];
  const background = fakeBackground({
    lastInspected: async () => ({ kind: "id", value: ada.id }),
    lookUp: async () => found(ada),
    recents: async () => recents,
  });
  await show(<SidePanel background={background} rest={rest} onOpenOptions={() => undefined} />);
  await settle();
  const bones = () => page.querySelector(".skeleton");
  const options = () => page.querySelectorAll("[role=option]").length;
  expect([bones() !== null, options()]).toEqual([true, 0]);
  await act(() => field("Search users").focus());
  expect([bones() !== null, options()]).toEqual([false, 1]);
  await press("Escape", field("Search users"));
  come(restLoaded);
  await settle();
  await settle();
  expect(shown()).toBe(ada.id);
});
