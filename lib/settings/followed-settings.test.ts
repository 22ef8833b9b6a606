import { describe, expect, test, vi } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { followSettings } from "./followed-settings.ts";

/**
 * A worker that follows them. `holds`: the effective settings, which must be the same for a worker that has just
 * started.
 */
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

test("the organization's settings override the user's choices, and restore them afterward", async () => {
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

  // The user's own choices were kept meanwhile, whatever else is saved.
  await settings.change({ ...chosen, lockAfterMin: 1, subjects: [], zone: undefined });
  await settings.takePolicy(async () => ({}));
  expect(await holds()).toEqual({ ...chosen, sitesOff: [] });
});

test("the user's console isn't changed if the organization has its own", async () => {
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

test("every setting is stored, and removed when it isn't chosen any more", async () => {
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

test("what is stored together with a change is stored in the same write", async () => {
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

test("a failed change doesn't prevent others", async () => {
  const { area, settings, holds } = setUp();
  const { set } = area;
  area.set = () => Promise.reject(new Error("quota"));
  await expect(settings.change({ lockAfterMin: 5 })).rejects.toThrow("quota");
  area.set = set;
  await settings.change({ lockAfterMin: 10 });
  expect((await holds()).lockAfterMin).toBe(10);
});

test("two concurrent changes are both stored", async () => {
  const { settings, holds } = setUp();
  await Promise.all([settings.change({ modifier: "Alt" }), settings.change({ lockAfterMin: 5 })]);
  expect(await holds()).toEqual({ modifier: "Alt", lockAfterMin: 5, sitesOff: [] });
});

test("remembers the name of the organization's zone, and nothing about another one", async () => {
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

test("a browser without a policy, which says so by rejecting, sets nothing", async () => {
  const { settings, holds } = setUp();
  await settings.takePolicy(async () => ({ cacheMin: 0 }));
  await settings.takePolicy(() => Promise.reject(new Error("Managed storage manifest not found")));
  expect(await settings.policy()).toEqual({ policy: {}, warnings: [] });
  expect(await holds()).toEqual({ sitesOff: [] });
});

test("what is wrong with the policy is reported, by a later worker too", async () => {
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
  /** Counts how often an area is read. */
  function counted(area = memoryArea()) {
    const get = vi.fn(area.get);
    return { get, area: { ...area, get } };
  }

  test("is read once for the settings and once for the policy, for any number of calls and callers", async () => {
    const { get, area } = counted();
    const { settings } = setUp(area);
    await Promise.all([settings.current(), settings.policy(), settings.current()]);
    await settings.current();
    await settings.policy();
    expect(get.mock.calls).toEqual([["settings"], ["policy"]]);
  });

  test("isn't read again after a change or another policy, which update what is known", async () => {
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

  test("that fails affects the callers at that time, and none later", async () => {
    const { get, area } = counted();
    get.mockRejectedValueOnce(new Error("busy"));
    const settings = followSettings(area);
    await expect(settings.current()).rejects.toThrow("busy");
    expect(await settings.current()).toEqual({ sitesOff: [] });
  });

  test("that refuses a change keeps the current settings; a policy applies anyway", async () => {
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
