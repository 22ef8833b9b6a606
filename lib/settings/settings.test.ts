import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { currentPolicy, takePolicy } from "./policy-copy.ts";
import { changeSettings, readSettings } from "./settings.ts";

const chosen = {
  zone: { id: "mine", name: "Mine" },
  subjects: ["{digit:21}"],
  lockAfterMin: 60,
  modifier: "Alt" as const,
};

test("what the organization sets stands over what the person has chosen, and gives it back", async () => {
  const area = memoryArea();
  await changeSettings(area, chosen);
  expect(await readSettings(area)).toEqual({ ...chosen, sitesOff: [] });

  const policy = {
    zone: "theirs",
    subjectPatterns: ["auth0|{hex:24}"],
    lockAfterMin: 5,
    keepKey: "session",
    cacheMin: 0,
    consoleUrl: "https://console.example",
    sitesOff: ["bank.example"],
  };
  await takePolicy(area, async () => policy);
  expect(await readSettings(area)).toEqual({
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
  await changeSettings(area, { ...chosen, lockAfterMin: 1, subjects: [], zone: undefined });
  await takePolicy(area, async () => ({}));
  expect(await readSettings(area)).toEqual({ ...chosen, sitesOff: [] });
});

test("where the organization has its own console, the person's is not changed", async () => {
  const area = memoryArea();
  await changeSettings(area, { consoleUrl: "https://mine.example" });
  await takePolicy(area, async () => ({ consoleUrl: "https://theirs.example" }));
  await changeSettings(area, { consoleUrl: "https://next.example", modifier: "Shift" });
  expect((await readSettings(area)).consoleUrl).toBe("https://theirs.example");
  await takePolicy(area, async () => ({}));
  expect(await readSettings(area)).toMatchObject({
    consoleUrl: "https://mine.example",
    modifier: "Shift",
  });
});

test("every setting is kept, and goes when it is chosen no more", async () => {
  const area = memoryArea();
  const all = {
    ...chosen,
    hoverMs: 400,
    consoleUrl: "https://console.example.com/{user_id}",
    marks: ["https://tickets.example.com/*"],
    firstRun: { done: false, skipped: ["zone" as const] },
  };
  await changeSettings(area, all);
  expect(await readSettings(area)).toEqual({ ...all, sitesOff: [] });
  await changeSettings(area, { consoleUrl: undefined, modifier: undefined });
  const { consoleUrl: _, modifier: __, ...rest } = all;
  expect(await readSettings(area)).toEqual({ ...rest, sitesOff: [] });
});

test("what is to be stored beside a change is stored with it, in one stroke", async () => {
  const area = memoryArea();
  const strokes: object[] = [];
  const { set } = area;
  area.set = async (items) => {
    strokes.push(items);
    await set(items);
  };
  await changeSettings(area, { lockAfterMin: 5 }, { theme: "dark" });
  expect(strokes).toEqual([{ settings: { lockAfterMin: 5, version: 2 }, theme: "dark" }]);
});

test("a change that fails keeps no other from being made", async () => {
  const area = memoryArea();
  const { set } = area;
  area.set = () => Promise.reject(new Error("quota"));
  await expect(changeSettings(area, { lockAfterMin: 5 })).rejects.toThrow("quota");
  area.set = set;
  await changeSettings(area, { lockAfterMin: 10 });
  expect((await readSettings(area)).lockAfterMin).toBe(10);
});

test("two changes at the same time are both kept", async () => {
  const area = memoryArea();
  await Promise.all([
    changeSettings(area, { modifier: "Alt" }),
    changeSettings(area, { lockAfterMin: 5 }),
  ]);
  expect(await readSettings(area)).toEqual({ modifier: "Alt", lockAfterMin: 5, sitesOff: [] });
});

test("of the organization's zone the name is remembered, of another one nothing", async () => {
  const area = memoryArea();
  await changeSettings(area, chosen);
  await takePolicy(area, async () => ({ zone: "theirs" }));
  await changeSettings(area, { zone: { id: "other" } });
  expect((await readSettings(area)).zone).toEqual({ id: "theirs" });
  await changeSettings(area, { zone: { id: "theirs", name: "Theirs" } });
  expect((await readSettings(area)).zone).toEqual({ id: "theirs", name: "Theirs" });
  await changeSettings(area, { modifier: "Shift" });
  await changeSettings(area, { zone: { id: "other", name: "Other" } });
  expect((await readSettings(area)).zone).toEqual({ id: "theirs", name: "Theirs" });
  await takePolicy(area, async () => ({ zone: "next" }));
  expect((await readSettings(area)).zone).toEqual({ id: "next" });
});

test("a browser that has no policy, and says so by rejecting, sets nothing", async () => {
  const area = memoryArea();
  await takePolicy(area, async () => ({ cacheMin: 0 }));
  await takePolicy(area, () => Promise.reject(new Error("Managed storage manifest not found")));
  expect(await currentPolicy(area)).toEqual({ policy: {}, warnings: [] });
});

test("the copy is checked again, and keeps the warnings", async () => {
  const area = memoryArea();
  await takePolicy(area, async () => ({ cacheMin: 61, zone: "z" }));
  expect(await currentPolicy(area)).toEqual({
    policy: { zone: "z" },
    warnings: [{ why: "invalid", key: "cacheMin", given: "61" }],
  });
  await area.set({ policy: { policy: { zone: 5, cacheMin: 1 }, warnings: [] } });
  expect((await currentPolicy(area)).policy).toEqual({ cacheMin: 1 });
  await area.set({ policy: "nonsense" });
  expect(await currentPolicy(area)).toEqual({ policy: {}, warnings: [] });
});
