import { describe, expect, test } from "vitest";
import { NEWS } from "../contract/news.ts";
import { followSettings } from "../settings/followed-settings.ts";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { followPolicy } from "./policy.ts";

const OFF = { sitesOff: ["*://bank.example/*"] };

/** A site that is on, and open in a tab. */
async function withTab(): Promise<FakeBrowser> {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1");
  await fake.grant("https://tickets.example/*");
  return fake;
}

const atOnce = async () => undefined;
const never = () => new Promise<void>(() => undefined);

/**
 * A worker that starts.
 *
 * @param keeps what is done with the key and the answers when the policy changes
 * @param watches how the key is then watched for idleness
 */
function worker(
  fake: FakeBrowser,
  keeps: () => Promise<void> = atOnce,
  watches: () => Promise<void> = atOnce,
) {
  const sleeps: { ms: number; end: () => void }[] = [];
  const wait = followPolicy({
    browser: fake.browser,
    settings: followSettings(fake.browser.storage.local),
    connections: {
      async followPolicy() {
        fake.done.push("key");
        await keeps();
      },
      async lockIfIdle() {
        fake.done.push("idleness");
        await watches();
        return 5_000;
      },
    },
    sleep: (ms) => new Promise((end) => sleeps.push({ ms, end })),
  });
  return { wait, sleeps };
}

const applied = async ({ browser }: FakeBrowser) =>
  (await browser.storage.session.get(NEWS.policy))[NEWS.policy];

const ALL = [
  "key",
  "idleness",
  "register page",
  "tell 1 settingsChanged",
  "tell 1 marksChanged",
  "tell 1 sitesChanged",
];

describe("a policy", () => {
  test("applies to the key first, then to scripts, then to open pages, and is stored when all is done", async () => {
    const fake = await withTab();
    const { sendMessage } = fake.browser.tabs;
    const notedBefore: unknown[] = [];
    fake.browser.tabs.sendMessage = async (...all) => {
      notedBefore.push(await applied(fake));
      return sendMessage(...all);
    };
    await fake.setPolicy(OFF);
    worker(fake);
    await settled();
    expect(fake.done).toEqual(ALL);
    expect(fake.registered.get("page")?.excludeMatches).toEqual(OFF.sitesOff);
    expect(fake.alarms.get("lock")).toBe(5_000);
    expect(notedBefore).toEqual([undefined, undefined, undefined]);
    expect(await applied(fake)).toBe(JSON.stringify({ policy: OFF, warnings: [] }));
  });

  test("is applied and stored even if a page hangs", async () => {
    const fake = await withTab();
    fake.tab(2, "https://tickets.example/2", { hangs: true });
    await fake.setPolicy(OFF);
    worker(fake);
    await settled();
    expect(await applied(fake)).toBe(JSON.stringify({ policy: OFF, warnings: [] }));
  });

  test("sends open pages the resulting settings", async () => {
    const fake = await withTab();
    await fake.setPolicy({ subjectPatterns: ["emp-{digit:6}"] });
    worker(fake);
    await settled();
    expect(fake.told[0]?.message).toMatchObject({
      type: "settingsChanged",
      settings: { patterns: [expect.anything()] },
    });
  });

  test.each([
    ["no policy", {}],
    ["no policy, in Firefox", undefined],
  ])("%s: nothing is done", async (_, none) => {
    const fake = await withTab();
    await fake.setPolicy(none);
    worker(fake);
    await settled();
    expect(fake.done).toEqual([]);
    expect(await applied(fake)).toBeUndefined();
  });

  test("without any usable setting is applied once, so that its warnings are shown", async () => {
    const fake = await withTab();
    await fake.setPolicy({ zone: 7 });
    worker(fake);
    await settled();
    expect(fake.done).toEqual(ALL);
  });

  test("is followed each time that it arrives, changes or disappears while the worker lives", async () => {
    const fake = await withTab();
    worker(fake);
    await settled();
    for (const policy of [OFF, { zone: "acme" }, undefined]) {
      fake.done.length = 0;
      await fake.setPolicy(policy);
      await settled();
      expect(fake.done).toEqual(expect.arrayContaining(["key", "tell 1 sitesChanged"]));
    }
    expect(fake.registered.get("page")?.excludeMatches).toEqual([]);
    const { sitesOff } = await followSettings(fake.browser.storage.local).current();
    expect(sitesOff).toEqual([]);
  });

  test("isn't requested when something else is stored", async () => {
    const fake = await withTab();
    worker(fake);
    await settled();
    let asked = 0;
    fake.browser.storage.managed.get = async () => ({ asked: ++asked });
    for (const area of ["local", "session", "sync"]) await fake.events.onChanged.fire({}, area);
    await settled();
    expect(asked).toBe(0);
  });

  test("waits for one that is still being applied, and wins in the end", async () => {
    const fake = await withTab();
    const ends: (() => void)[] = [];
    worker(fake, () => new Promise((end) => ends.push(end)));
    await settled();
    await fake.setPolicy({ zone: "first" });
    await fake.setPolicy({ zone: "second" });
    await settled();
    expect(fake.done).toEqual(["key"]);
    ends[0]?.();
    await settled();
    expect(fake.done).toEqual([...ALL, "key"]);
    ends[1]?.();
    await settled();
    expect(await applied(fake)).toContain("second");
  });
});

describe("a restarted worker", () => {
  test("does nothing for a policy that is already applied", async () => {
    const fake = await withTab();
    await fake.setPolicy(OFF);
    worker(fake);
    await settled();
    fake.done.length = 0;
    fake.stopWorker();
    worker(fake);
    await settled();
    expect(fake.done).toEqual([]);
  });

  test.each([
    [["key"], never, atOnce],
    [["key", "idleness"], atOnce, never],
  ])(
    "applies all of a policy if the previous worker was stopped at %j",
    async (till, keeps, watches) => {
      const fake = await withTab();
      await fake.setPolicy(OFF);
      worker(fake, keeps, watches);
      await settled();
      expect(fake.done).toEqual(till);
      fake.done.length = 0;
      fake.stopWorker();
      worker(fake);
      await settled();
      expect(fake.done).toEqual(ALL);
    },
  );

  test("reverts a policy that has disappeared meanwhile", async () => {
    const fake = await withTab();
    await fake.setPolicy(OFF);
    worker(fake);
    await settled();
    fake.stopWorker();
    await fake.setPolicy({});
    worker(fake);
    await settled();
    expect(fake.registered.get("page")?.excludeMatches).toEqual([]);
  });
});

describe("waiting for a policy", () => {
  /** Which of some promises are settled by now. */
  async function over(...waits: Promise<void>[]): Promise<boolean[]> {
    const ended = waits.map(() => false);
    waits.forEach((wait, at) => void wait.then(() => (ended[at] = true)));
    await settled();
    return ended;
  }

  test("ends once it is applied, whether it came before or comes later", async () => {
    const fake = await withTab();
    const { wait } = worker(fake);
    const early = wait(15_000);
    expect(await over(early)).toEqual([false]);
    await fake.setPolicy(OFF);
    expect(await over(early, wait(15_000))).toEqual([true, true]);
  });

  test("ends in a worker that finds it applied already", async () => {
    const fake = await withTab();
    await fake.setPolicy(OFF);
    worker(fake);
    await settled();
    fake.stopWorker();
    const { wait } = worker(fake);
    expect(await over(wait(15_000))).toEqual([true]);
  });

  test("ends after the given time if none comes, or if there was one and it disappears", async () => {
    const fake = await withTab();
    const { wait, sleeps } = worker(fake);
    const waiting = wait(15_000);
    await fake.setPolicy(undefined);
    expect(await over(waiting)).toEqual([false]);
    expect(sleeps.map(({ ms }) => ms)).toEqual([15_000]);
    sleeps[0]?.end();
    expect(await over(waiting)).toEqual([true]);
  });
});
