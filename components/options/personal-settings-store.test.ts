import { expect, it, vi } from "vitest";
import type { ChangeReply, PersonalSettings } from "../../lib/messages/background-api.ts";
import { createPersonalSettingsStore } from "./personal-settings-store.ts";

/** A background that stores, and takes a moment for it. */
function storing(first: PersonalSettings) {
  let stored = first;
  return {
    settings: vi.fn(async () => stored),
    changeSettings: vi.fn(async (settings: PersonalSettings): Promise<ChangeReply> => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      stored = settings;
      return { ok: true };
    }),
    now: () => stored,
    elsewhere: (settings: PersonalSettings) => {
      stored = settings;
    },
  };
}

it("keeps both of two settings that are saved at the same time", async () => {
  const background = storing({ modifier: null, subjects: ["{digit:21}"], lockAfterMin: 15 });
  const store = createPersonalSettingsStore(background);
  await store.load();
  await Promise.all([store.save({ modifier: "Alt" }), store.save({ subjects: ["{digit:20}"] })]);
  expect(background.now()).toEqual({ modifier: "Alt", subjects: ["{digit:20}"], lockAfterMin: 15 });
  expect(store.stored.value).toEqual(background.now());
});

it("keeps what another tab has stored since", async () => {
  const background = storing({ modifier: null, subjects: [], lockAfterMin: 15 });
  const store = createPersonalSettingsStore(background);
  await store.load();
  background.elsewhere({ modifier: null, subjects: ["00u{alnum:17}"], lockAfterMin: 15 });
  await store.save({ modifier: "Shift" });
  expect(background.now()).toEqual({
    modifier: "Shift",
    subjects: ["00u{alnum:17}"],
    lockAfterMin: 15,
  });
});

it("sends nothing when the other settings cannot be read", async () => {
  const background = storing({ modifier: null, subjects: ["{digit:21}"], lockAfterMin: 15 });
  const store = createPersonalSettingsStore(background);
  background.settings.mockRejectedValueOnce(new Error("port closed"));
  expect(await store.save({ modifier: "Alt" })).toEqual({ state: "lost" });
  expect(background.changeSettings).not.toHaveBeenCalled();
  expect(await store.save({ modifier: "Alt" })).toEqual({ state: "saved" });
});

it("says which patterns are wrong, and believes nothing of it", async () => {
  const background = storing({ modifier: null, subjects: [], lockAfterMin: 15 });
  const errors = [{ template: "{", error: { why: "not-closed" as const } }];
  background.changeSettings.mockResolvedValueOnce({ ok: false, errors });
  const store = createPersonalSettingsStore(background);
  await store.load();
  expect(await store.save({ subjects: ["{"] })).toEqual({ state: "wrong", errors });
  expect(store.stored.value?.subjects).toEqual([]);
});

it("says when the settings could not be read, until they are", async () => {
  const background = storing({ modifier: "Meta", subjects: [], lockAfterMin: 15 });
  background.settings.mockRejectedValueOnce(new Error("port closed"));
  const store = createPersonalSettingsStore(background);
  await store.load();
  expect(store.unread.value).toBe(true);
  await store.load();
  expect(store.unread.value).toBe(false);
  expect(store.stored.value?.modifier).toBe("Meta");
});
