// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import { SETTINGS_VERSION } from "../../lib/settings/versions.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import {
  fakeBackground,
  fakeSites,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
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
} from "../testing/test-page.ts";
import { Options } from "./options.tsx";

afterEach(clear);

async function options(own: Partial<BackgroundApi> = {}, sites: Partial<SiteActions> = {}) {
  let stored: PersonalSettings = sampleSettings;
  const changeSettings = vi.fn(async (change: Partial<PersonalSettings>) => {
    stored = { ...stored, ...change };
    return { ok: true } as const;
  });
  await show(
    <Options
      background={fakeBackground({ settings: async () => stored, changeSettings, ...own })}
      sites={fakeSites([SITE], sites)}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );
  return changeSettings;
}

/** Chooses a file with this text, and waits until it has been read. */
async function choose(text: string) {
  const input = field("Settings file");
  const file = new File([text], "settings.json", { type: "application/json" });
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  await act(() => void input.dispatchEvent(new Event("change", { bubbles: true })));
  // The code that reads it is loaded on demand.
  await vi.dynamicImportSettled();
  await settle();
  await settle();
}

const fileOf = (settings: object, version = SETTINGS_VERSION) =>
  JSON.stringify({ format: "keycard-lookup-settings", version, settings });

const said = () => one("[role=status].heard-only").textContent;

it.each<[string, string, string]>([
  ["no JSON", "{", "The file isn’t JSON."],
  ["another's", "{}", "This isn’t a Keycard Lookup settings file."],
  [
    "a newer one",
    fileOf({}, SETTINGS_VERSION + 1),
    "A newer version of Keycard Lookup wrote this file. Update",
  ],
  [
    "a wrong value",
    fileOf({ lockAfterMin: 0 }),
    "settings.lockAfterMin is wrong. Expected: whole minutes from 1 to 1,440.",
  ],
  ["an unknown field", fileOf({ color: "red" }), "There’s no setting “color”."],
])(
  "a wrong file changes nothing, and the page says where and why: %s",
  async (_, text, sentence) => {
    const changeSettings = await options();
    await choose(text);
    expect(one("[role=alert]").textContent).toContain(sentence);
    expect(one("[role=alert]").textContent).toContain("Nothing was changed. Choose a file");
    expect(changeSettings).not.toHaveBeenCalled();
    expect(hasButton("Replace these settings")).toBe(false);
  },
);

it("shows what would change, changes it only once confirmed, and can undo everything", async () => {
  const changeSettings = await options();
  await choose(fileOf({ hoverMs: 500, theme: "system", subjects: ["{digit:21}"] }));
  expect(document.activeElement?.textContent).toBe("What would change");
  expect(one(".preview-changes").textContent).toContain(
    "250 milliseconds becomes 500 milliseconds",
  );
  expect(one(".preview-changes").textContent).not.toContain("Theme");
  expect(changeSettings).not.toHaveBeenCalled();
  await click(button("Replace these settings"));
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({
    hoverMs: 500,
    subjects: ["{digit:21}"],
  });
  expect(said()).toBe("The settings are replaced.");
  expect(field("Delay in milliseconds").value).toBe("500");
  await click(button("Undo"));
  expect(changeSettings).toHaveBeenLastCalledWith({ hoverMs: 250, subjects: [] });
  expect(said()).toBe("Your previous settings are back.");
});

it("changes nothing if the user declines", async () => {
  const changeSettings = await options();
  await choose(fileOf({ hoverMs: 500 }));
  await click(button("Change nothing"));
  expect(page.querySelector(".preview-changes")).toBeNull();
  expect(changeSettings).not.toHaveBeenCalled();
});

it("says that everything stayed as it was, because the zone can't be read", async () => {
  const changeSettings = await options({
    chooseZone: async () => ({ state: "failed", failure: { why: "network" } }),
  });
  await choose(fileOf({ zone: { id: "zone-9" }, hoverMs: 500 }));
  await click(button("Replace these settings"));
  expect(page.textContent).toContain("Nothing was changed.");
  expect(page.textContent).toContain("Keycard couldn’t be reached.");
  expect(changeSettings).not.toHaveBeenCalled();
});

it("says that sites stay off if the browser was not allowed to add them", async () => {
  const requestSite = vi.fn(async () => false);
  const changeSettings = await options({}, { requestSite });
  await choose(fileOf({ sites: [SITE, "https://desk.example/*"], hoverMs: 500 }));
  await click(button("Replace these settings"));
  expect(requestSite).toHaveBeenCalledExactlyOnceWith("https://desk.example/*");
  expect(page.textContent).toContain("The settings are replaced, except for the sites");
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ hoverMs: 500 });
});
