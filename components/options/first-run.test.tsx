// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { Connection, ConnectReply, ZonesReply } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { FirstRunStep } from "../../lib/settings/first-run-steps.ts";
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
  settle,
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

async function options(
  own: Partial<BackgroundApi>,
  skipped: FirstRunStep[] = [],
  on = [SITE],
  open: string[] = [],
) {
  const changeSettings = vi.fn(async (_: Partial<PersonalSettings>) => ({ ok: true }) as const);
  const background = fakeBackground({
    settings: async () => ({ ...sampleSettings, firstRun: { agreed: true, done: false, skipped } }),
    changeSettings,
    ...own,
  });
  await show(
    <Options
      background={background}
      sites={fakeSites(on, { openSites: async () => open })}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
  return changeSettings;
}

async function connect() {
  await type(field("API key"), "not-a-key");
  await submit(one("form:not(details form)"));
}

it.each<[string, BackgroundApi["connection"], FirstRunStep[], RegExp]>([
  ["nothing is done", noKey, [], /Connect/],
  ["the key is locked", async () => ({ state: "locked" }), [], /Connect/],
  ["a key was accepted", noZone, [], /Zone/],
  ["a zone is chosen", fakeBackground().connection, [], /Sites/],
  ["the zone was skipped", noZone, ["zone"], /Sites/],
  ["the key was skipped", noKey, ["connect", "zone"], /Sites/],
  ["a key was added in another tab after all", noZone, ["connect"], /Zone/],
])(
  "resumes where it was with %s, and doesn't move the focus",
  async (_, connection, skipped, at) => {
    await options({ connection, zones }, skipped);
    expect(step()).toMatch(at);
    expect(document.activeElement).toBe(document.body);
    expect(page.textContent).not.toContain("Export and import");
  },
);

it("continues to the zone once Keycard accepted the key, even if there is only one zone", async () => {
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
  expect(focused()).toBe("Step 2 of 4 Zone");
  expect(page.textContent).toContain("Users are looked up in zone Production.");
  // The accepted key stays visible, without a form for another one.
  expect(hasButton("Remove key")).toBe(true);
  expect(hasButton("Connect")).toBe(false);
  await click(button("Continue"));
  expect(focused()).toBe("Step 3 of 4 Sites");
});

it("stays at a key that Keycard refuses, and at a zone that isn't chosen", async () => {
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

it("goes back to the key if it is removed on the way", async () => {
  await options({ connection: noZone, zones: async () => ({ state: "unlisted" }) });
  await click(button("Remove key"));
  await click(one<HTMLButtonElement>(".confirm .danger"));
  expect(step()).toContain("Connect");
});

it("remembers what was skipped; without a key, the zone is skipped too", async () => {
  const changeSettings = await options({ connection: noKey });
  await click(button("Skip this step"));
  expect(focused()).toBe("Step 3 of 4 Sites");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
    firstRun: { agreed: true, done: false, skipped: ["connect", "zone"] },
  });
});

it("begins with the use of data, and connects nothing before the user agrees", async () => {
  const changeSettings = await options({
    connection: noKey,
    settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped: [] } }),
  });
  expect(page.querySelector("form, [aria-current=step]")).toBeNull();
  for (const said of ["Read on web pages", "api.keycard.ai", "until you remove it", "no analytics"])
    expect(page.textContent).toContain(said);
  await click(button("Agree and continue"));
  expect(focused()).toBe("Step 1 of 4 Connect to Keycard");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
    firstRun: { agreed: true, done: false, skipped: [] },
  });
});

it("a skip saved before the agreement doesn't undo the agreement", async () => {
  let isSaved = () => {};
  const saving = new Promise<void>((resolve) => {
    isSaved = resolve;
  });
  const changeSettings = vi.fn(async (_: Partial<PersonalSettings>) => {
    await saving;
    return { ok: true } as const;
  });
  await options({
    connection: noKey,
    settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped: [] } }),
    changeSettings,
  });
  await click(button("Agree and continue"));
  await click(button("Skip this step"));
  isSaved();
  await settle();
  expect(changeSettings).toHaveBeenLastCalledWith({
    firstRun: { agreed: true, done: false, skipped: ["connect", "zone"] },
  });
});

it("doesn't ask anyone who is connected", async () => {
  await options({
    settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped: [] } }),
  });
  expect(step()).toContain("Sites");
});

it("can be left without agreeing: all options are there, but no form for a key", async () => {
  const changeSettings = await options({
    connection: noKey,
    settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped: [] } }),
  });
  await click(button("Not now"));
  expect(page.textContent).toContain("Export and import");
  expect(hasButton("Agree and continue")).toBe(true);
  expect(hasButton("Connect")).toBe(false);
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ firstRun: { done: true, skipped: [] } });
});

it("ends with a screen that says so, has a try-out, and leads to all options", async () => {
  const changeSettings = await options({}, [], [SITE], ["https://a.example/*", SITE]);
  expect(hasButton("Skip setup")).toBe(false);
  await click(button("Finish"));
  expect(focused()).toBe("Step 4 of 4 You’re set");
  expect(step()).toContain("Try it");
  expect(page.textContent).toContain("Go to your tab with tickets.example.com");
  expect(field("Someone in your zone: e-mail address or ID").value).toBe("");
  expect(page.textContent).not.toContain("Export and import");
  expect(changeSettings).toHaveBeenLastCalledWith({
    firstRun: { agreed: true, done: true, skipped: [] },
  });
  await click(button("All settings"));
  expect(focused()?.trim()).toBe("Connect to Keycard");
  expect(page.textContent).toContain("Export and import");
});

it("says at its end what is still missing", async () => {
  await options({ connection: noKey }, ["connect", "zone"], []);
  await click(button("Finish without a site"));
  expect(focused()).toBe("Step 4 of 4 Not ready yet");
  expect(page.textContent).toContain("Lookups need a key and a zone.");
});

it("can be skipped entirely, even if that can't be saved", async () => {
  const changeSettings = vi.fn(() => Promise.reject(new Error("port closed")));
  await options({ connection: noKey, changeSettings }, [], []);
  await click(button("Skip setup"));
  expect(page.textContent).toContain("Export and import");
  expect(page.querySelector("[aria-current=step]")).toBeNull();
});

it("can end without a site, and says so", async () => {
  await options({}, [], []);
  await click(button("Finish without a site"));
  expect(page.textContent).toContain("No site is on yet, so hovering does nothing.");
});
