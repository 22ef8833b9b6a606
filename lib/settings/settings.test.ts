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
