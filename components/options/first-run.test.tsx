// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { Connection, ConnectReply, ZonesReply } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { FirstRunStep } from "../../lib/settings/fields.ts";
import {
  fakeBackground,
  fakeSites,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import { zone } from "../testing/sample-users.ts";
import {
  button,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { Options } from "./options.tsx";

afterEach(clear);

const step = () => one("[aria-current=step]").textContent;
const focused = () => document.activeElement?.textContent?.replace(/\s+/g, " ");
const noKey = async (): Promise<Connection> => ({ state: "no-key" });
const noZone = async (): Promise<Connection> => ({
  state: "no-zone",
  keyKind: "api-key",
  way: "device",
});

const zones = async (): Promise<ZonesReply> => ({
  state: "listed",
  zones: [zone, { id: "z2", name: "Staging" }],
});

async function options(own: Partial<BackgroundApi>, skipped: FirstRunStep[] = [], on = [SITE]) {
  const changeSettings = vi.fn(async (_: Partial<PersonalSettings>) => ({ ok: true }) as const);
  const background = fakeBackground({
    settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped } }),
    changeSettings,
    ...own,
  });
  await show(
    <Options
      background={background}
      sites={fakeSites(on)}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
  return changeSettings;
}

async function connect() {
  await type(field("Client ID"), "id-1");
  await type(field("Client secret"), "not-a-secret");
  await submit(one("form:not(details form)"));
}

it.each<[string, BackgroundApi["connection"], FirstRunStep[], RegExp]>([
  ["nothing is done", noKey, [], /Connect/],
  ["the key is locked", async () => ({ state: "locked" }), [], /Connect/],
  ["a key was taken", noZone, [], /Zone/],
  ["a zone is chosen", fakeBackground().connection, [], /Sites/],
  ["the zone was skipped", noZone, ["zone"], /Sites/],
  ["the key was skipped", noKey, ["connect", "zone"], /Sites/],
  ["a key came in another tab after all", noZone, ["connect"], /Zone/],
])(
  "goes on where it was when %s, and leaves the focus alone",
  async (_, connection, skipped, at) => {
    await options({ connection, zones }, skipped);
    expect(step()).toMatch(at);
    expect(document.activeElement).toBe(document.body);
    expect(page.textContent).not.toContain("Subject patterns");
  },
);

it("goes on to the zone once Keycard took the key, even where there is but one zone", async () => {
  await options({
    connection: noKey,
    connect: async (): Promise<ConnectReply> => ({
      state: "connected",
      connection: { state: "no-zone", keyKind: "service-account", way: "device" },
      zones: { state: "listed", zones: [zone] },
    }),
  });
  await connect();
  expect(step()).toContain("Zone");
  expect(focused()).toBe("Step 2 of 3 Zone");
  expect(page.textContent).toContain("Users are looked up in zone Production.");
  // The key that was taken stays in sight, without a form for another one.
  expect(hasButton("Forget key")).toBe(true);
  expect(hasButton("Connect")).toBe(false);
  await click(button("Continue"));
  expect(focused()).toBe("Step 3 of 3 Sites");
});

it("stays at a key that Keycard refuses, and at a zone that is not chosen", async () => {
  await options({
    connection: noKey,
    connect: async () => ({ state: "failed", failure: { why: "keyRefused" } }),
  });
  await connect();
  expect(step()).toContain("Connect");
  await clear();
  await options({ connection: noZone, zones });
  expect(hasButton("Continue")).toBe(false);
  expect(hasButton("Skip this step")).toBe(true);
});

it("goes back to the key when that is forgotten on the way", async () => {
  await options({ connection: noZone, zones: async () => ({ state: "unlisted" }) });
  await click(button("Forget key"));
  await click(button("Yes, forget it"));
  expect(step()).toContain("Connect");
});

it("remembers what was skipped; with the key goes the zone", async () => {
  const changeSettings = await options({ connection: noKey });
  await click(button("Skip this step"));
  expect(focused()).toBe("Step 3 of 3 Sites");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
    firstRun: { done: false, skipped: ["connect", "zone"] },
  });
});

it("ends with all options, the focus at trying it", async () => {
  const changeSettings = await options({});
  await click(button("Finish"));
  expect(focused()?.trim()).toBe("Try it");
  expect(page.textContent).toContain("Subject patterns");
  expect(one("[role=status].heard-only").textContent).toContain("The set-up is done.");
  expect(changeSettings).toHaveBeenLastCalledWith({ firstRun: { done: true, skipped: [] } });
});

it("is skipped whole, even when that cannot be saved", async () => {
  const changeSettings = vi.fn(() => Promise.reject(new Error("port closed")));
  await options({ connection: noKey, changeSettings }, [], []);
  await click(button("Skip the set-up"));
  expect(page.textContent).toContain("Subject patterns");
  expect(page.querySelector("[aria-current=step]")).toBeNull();
});

it("finishes without a site, and says that it does", async () => {
  await options({}, [], []);
  await click(button("Finish without a site"));
  expect(page.textContent).toContain("Export and import");
});
