// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { Connection } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { NEWS, type News } from "../../lib/contract/news.ts";
import type { Query } from "../../lib/query.ts";
import { fakeBackground, fakeNews } from "../testing/fake-background.ts";
import { ada, bob, found, zone } from "../testing/sample-users.ts";
import { button, clear, click, one, page, settle, show } from "../testing/test-page.ts";
import { SidePanel } from "./side-panel.tsx";

afterEach(clear);

async function panel(pinned?: Query) {
  let inspected: Query | undefined = { kind: "id", value: ada.id };
  let kept = pinned;
  let connection: Connection | undefined;
  const { on, tell, listening } = fakeNews();
  const lookUp = vi.fn<BackgroundApi["lookUp"]>(async ({ query }) =>
    found(query.value === bob.id ? bob : ada),
  );
  const given = fakeBackground({});
  const background = fakeBackground({
    lookUp,
    connection: async () => connection ?? (await given.connection()),
    on,
    lastInspected: async () => inspected,
    pinnedInspected: async () => kept && { ...kept },
    pinInspected: async ({ query }) => {
      kept = query ?? undefined;
      tell("pinned");
    },
  });
  await show(<SidePanel background={background} onOpenOptions={() => undefined} />);
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
  return { inspect, connect, lookUp, listening };
}

const shown = () => one("article").getAttribute("data-user-id");

it("follows whoever is looked up", async () => {
  const { inspect } = await panel();
  expect(shown()).toBe(ada.id);
  await inspect({ kind: "id", value: bob.id });
  expect(shown()).toBe(bob.id);
  expect(page.querySelectorAll("article")).toHaveLength(1);
});

it("asks anew when another key or zone holds, and not over and over while there is none", async () => {
  const ready = { state: "ready", keyKind: "api-key", way: "device", zone } as const;
  const { connect, lookUp } = await panel();
  expect(lookUp).toHaveBeenCalledTimes(1);
  await connect({ ...ready, zone: { ...zone, id: "another" } });
  expect(lookUp).toHaveBeenCalledTimes(2);
  await connect({ state: "locked" });
  await connect({ state: "locked" });
  expect(lookUp).toHaveBeenCalledTimes(3);
  await connect(ready);
  await connect(ready);
  expect(lookUp).toHaveBeenCalledTimes(5);
});

it("stays with a pinned person, and goes on with the last one looked up when it is let go", async () => {
  const { inspect } = await panel();
  await click(button("Pin"));
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  await inspect({ kind: "id", value: bob.id });
  expect(shown()).toBe(ada.id);
  await click(button("Pin"));
  await settle();
  expect(shown()).toBe(bob.id);
});

it("is still with whom it was pinned to when it is opened again, and looks up nobody else", async () => {
  const { lookUp } = await panel({ kind: "id", value: bob.id });
  expect(shown()).toBe(bob.id);
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  expect(lookUp.mock.calls).toEqual([[{ query: { kind: "id", value: bob.id }, fresh: false }]]);
});

it("looks nobody up again for being pinned", async () => {
  const { lookUp } = await panel();
  await click(button("Pin"));
  await settle();
  expect(button("Pin").getAttribute("aria-pressed")).toBe("true");
  expect(lookUp).toHaveBeenCalledOnce();
});

it("names what a role is held on, where Keycard tells", async () => {
  await panel();
  await settle();
  expect(page.querySelector(".chips")?.textContent).toContain("resource Name of r1a2b3c4");
});

it("asks again on Refresh", async () => {
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
