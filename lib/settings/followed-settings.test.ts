import { describe, expect, test, vi } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { followSettings } from "./followed-settings.ts";

/** A worker that follows them. `holds`: what it says that holds, which one that has just started says too. */
function setUp(area = memoryArea()) {
  const settings = followSettings(area);
  async function holds() {
    const current = await settings.current();
    expect(await followSettings(area).current()).toEqual(current);
    return current;
  }
  return { area, settings, holds };
}

const chosen = {
  zone: { id: "mine", name: "Mine" },
  subjects: ["{digit:21}"],
  lockAfterMin: 60,
  modifier: "Alt" as const,
};

test("what the organization sets stands over what the person has chosen, and gives it back", async () => {
  const { settings, holds } = setUp();
  await settings.change(chosen);
  expect(await holds()).toEqual({ ...chosen, sitesOff: [] });

  const policy = {
    zone: "theirs",
    subjectPatterns: ["auth0|{hex:24}"],
    lockAfterMin: 5,
    keepKey: "session",
    cacheMin: 0,
    consoleUrl: "https://console.example",
    sitesOff: ["bank.example"],
  };
  await settings.takePolicy(async () => policy);
  expect(await holds()).toEqual({
    zone: { id: "theirs" },
    subjects: ["auth0|{hex:24}"],
    lockAfterMin: 5,
    modifier: "Alt",
    keepKey: "session",
    cacheMin: 0,
    consoleUrl: "https://console.example",
    sitesOff: ["*://bank.example/*"],
  });

  // The person's own stays as it was meanwhile, whatever is saved along.
  await settings.change({ ...chosen, lockAfterMin: 1, subjects: [], zone: undefined });
  await settings.takePolicy(async () => ({}));
  expect(await holds()).toEqual({ ...chosen, sitesOff: [] });
});

test("where the organization has its own console, the person's is not changed", async () => {
  const { settings, holds } = setUp();
  await settings.change({ consoleUrl: "https://mine.example" });
  await settings.takePolicy(async () => ({ consoleUrl: "https://theirs.example" }));
  await settings.change({ consoleUrl: "https://next.example", modifier: "Shift" });
  expect((await holds()).consoleUrl).toBe("https://theirs.example");
  await settings.takePolicy(async () => ({}));
  expect(await holds()).toMatchObject({
    consoleUrl: "https://mine.example",
    modifier: "Shift",
  });
});

test("every setting is kept, and goes when it is chosen no more", async () => {
  const { settings, holds } = setUp();
  const all = {
    ...chosen,
    hoverMs: 400,
    consoleUrl: "https://console.example.com/{user_id}",
    marks: ["https://tickets.example.com/*"],
    firstRun: { done: false, skipped: ["zone" as const] },
  };
  await settings.change(all);
  expect(await holds()).toEqual({ ...all, sitesOff: [] });
  await settings.change({ consoleUrl: undefined, modifier: undefined });
  const { consoleUrl: _, modifier: __, ...rest } = all;
  expect(await holds()).toEqual({ ...rest, sitesOff: [] });
});

test("what is to be stored beside a change is stored with it, in one stroke", async () => {
  const { area, settings } = setUp();
  const strokes: object[] = [];
  const { set } = area;
  area.set = async (items) => {
    strokes.push(items);
    await set(items);
  };
  await settings.change({ lockAfterMin: 5 }, { theme: "dark" });
  expect(strokes).toEqual([{ settings: { lockAfterMin: 5, version: 2 }, theme: "dark" }]);
});

test("a change that fails keeps no other from being made", async () => {
  const { area, settings, holds } = setUp();
  const { set } = area;
  area.set = () => Promise.reject(new Error("quota"));
  await expect(settings.change({ lockAfterMin: 5 })).rejects.toThrow("quota");
  area.set = set;
  await settings.change({ lockAfterMin: 10 });
  expect((await holds()).lockAfterMin).toBe(10);
});

test("two changes at the same time are both kept", async () => {
  const { settings, holds } = setUp();
  await Promise.all([settings.change({ modifier: "Alt" }), settings.change({ lockAfterMin: 5 })]);
  expect(await holds()).toEqual({ modifier: "Alt", lockAfterMin: 5, sitesOff: [] });
});

test("of the organization's zone the name is remembered, of another one nothing", async () => {
  const { settings, holds } = setUp();
  await settings.change(chosen);
  await settings.takePolicy(async () => ({ zone: "theirs" }));
  await settings.change({ zone: { id: "other" } });
  expect((await holds()).zone).toEqual({ id: "theirs" });
  await settings.change({ zone: { id: "theirs", name: "Theirs" } });
  expect((await holds()).zone).toEqual({ id: "theirs", name: "Theirs" });
  await settings.change({ modifier: "Shift" });
  await settings.change({ zone: { id: "other", name: "Other" } });
  expect((await holds()).zone).toEqual({ id: "theirs", name: "Theirs" });
  await settings.takePolicy(async () => ({ zone: "next" }));
  expect((await holds()).zone).toEqual({ id: "next" });
});

test("a browser that has no policy, and says so by rejecting, sets nothing", async () => {
  const { settings, holds } = setUp();
  await settings.takePolicy(async () => ({ cacheMin: 0 }));
  await settings.takePolicy(() => Promise.reject(new Error("Managed storage manifest not found")));
  expect(await settings.policy()).toEqual({ policy: {}, warnings: [] });
  expect(await holds()).toEqual({ sitesOff: [] });
});

test("what is wrong with the policy is told, by a worker that starts later too", async () => {
  const { area, settings } = setUp();
  const told = await settings.takePolicy(async () => ({ cacheMin: 61, zone: "z" }));
  expect(told).toEqual({
    policy: { zone: "z" },
    warnings: [{ why: "invalid", key: "cacheMin", given: "61" }],
  });
  expect(await settings.policy()).toEqual(told);
  expect(await followSettings(area).policy()).toEqual(told);
});

describe("storage", () => {
  /** How often an area is read. */
  function counted(area = memoryArea()) {
    const get = vi.fn(area.get);
    return { get, area: { ...area, get } };
  }

  test("is read once for the settings and once for the policy, however often and by however many they are asked for", async () => {
    const { get, area } = counted();
    const { settings } = setUp(area);
    await Promise.all([settings.current(), settings.policy(), settings.current()]);
    await settings.current();
    await settings.policy();
    expect(get.mock.calls).toEqual([["settings"], ["policy"]]);
  });

  test("is not read again after a change or another policy: what is known is changed too", async () => {
    const { get, area } = counted();
    const settings = followSettings(area);
    await settings.current();
    get.mockClear();
    await settings.change({ hoverMs: 400 });
    await settings.takePolicy(async () => ({ lockAfterMin: 5 }));
    expect(await settings.current()).toEqual({ hoverMs: 400, lockAfterMin: 5, sitesOff: [] });
    await settings.policy();
    expect(get).not.toHaveBeenCalled();
  });

  test("that fails costs those who ask then, and nobody later", async () => {
    const { get, area } = counted();
    get.mockRejectedValueOnce(new Error("busy"));
    const settings = followSettings(area);
    await expect(settings.current()).rejects.toThrow("busy");
    expect(await settings.current()).toEqual({ sitesOff: [] });
  });

  test("that does not take a change leaves what holds; a policy holds all the same", async () => {
    const { area, settings, holds } = setUp();
    await settings.change({ hoverMs: 400 });
    const { set } = area;
    area.set = () => Promise.reject(new Error("quota"));
    await expect(settings.change({ hoverMs: 500 })).rejects.toThrow("quota");
    area.set = set;
    expect(await holds()).toEqual({ hoverMs: 400, sitesOff: [] });
    area.set = () => Promise.reject(new Error("quota"));
    await settings.takePolicy(async () => ({ cacheMin: 0 }));
    expect(await settings.current()).toEqual({ hoverMs: 400, cacheMin: 0, sitesOff: [] });
  });
});
