import { expect, it, vi } from "vitest";
import type { ChangeReply, PersonalSettings } from "../../lib/contract/replies.ts";
import { sampleSettings } from "../testing/fake-background.ts";
import { createPersonalSettingsStore } from "./personal-settings-store.ts";

/** A background that stores settings, with a delay. */
function storing(first: PersonalSettings) {
  let stored = first;
  return {
    settings: vi.fn(async () => stored),
    changeSettings: vi.fn(async (change: Partial<PersonalSettings>): Promise<ChangeReply> => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      stored = { ...stored, ...change };
      return { ok: true };
    }),
    now: () => stored,
    elsewhere: (settings: PersonalSettings) => {
      stored = settings;
    },
  };
}

it("keeps both of two settings that are saved at the same time", async () => {
  const background = storing({ ...sampleSettings, subjects: ["{digit:21}"] });
  const store = createPersonalSettingsStore(background);
  await store.load();
  await Promise.all([store.save({ modifier: "Alt" }), store.save({ subjects: ["{digit:20}"] })]);
  expect(background.now()).toEqual({
    ...sampleSettings,
    modifier: "Alt",
    subjects: ["{digit:20}"],
  });
  expect(store.stored.value).toEqual(background.now());
});

it("keeps what another tab has stored since", async () => {
  const background = storing(sampleSettings);
  const store = createPersonalSettingsStore(background);
  await store.load();
  background.elsewhere({ ...sampleSettings, subjects: ["00u{alnum:17}"] });
  await store.save({ modifier: "Shift" });
  expect(background.now()).toEqual({
    ...sampleSettings,
    modifier: "Shift",
    subjects: ["00u{alnum:17}"],
  });
});

it("says if the background doesn't answer, and continues", async () => {
  const background = storing(sampleSettings);
  background.changeSettings.mockRejectedValueOnce(new Error("port closed"));
  const store = createPersonalSettingsStore(background);
  expect(await store.save({ modifier: "Alt" })).toEqual({ state: "lost" });
  expect(await store.save({ modifier: "Alt" })).toEqual({ state: "saved" });
});

it("says which patterns are wrong, and doesn't treat them as stored", async () => {
  const background = storing(sampleSettings);
  const errors = [{ template: "{", error: { why: "not-closed" as const } }];
  background.changeSettings.mockResolvedValueOnce({ ok: false, errors });
  const store = createPersonalSettingsStore(background);
  await store.load();
  expect(await store.save({ subjects: ["{"] })).toEqual({ state: "wrong", errors });
  expect(store.stored.value?.subjects).toEqual([]);
});

it("says if the settings couldn't be read, until they are", async () => {
  const background = storing({ ...sampleSettings, modifier: "Meta" });
  background.settings.mockRejectedValueOnce(new Error("port closed"));
  const store = createPersonalSettingsStore(background);
  await store.load();
  expect(store.unread.value).toBe(true);
  await store.load();
  expect(store.unread.value).toBe(false);
  expect(store.stored.value?.modifier).toBe("Meta");
});
