import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";
import { timings } from "./timings.ts";

/** No test depends on how fast the machine is. Speed is measured by `npm run bench`. */

/** Assertions that look like timings, and why they aren't. */
const EXCEPTIONS: Record<string, string> = {
  "lib/keycard/retry.test.ts: expect(ms).toBeGreaterThanOrEqual(retryAfterMs)":
    "the delay passed to a fake timer, which doesn't wait",
  "lib/keycard/retry.test.ts: expect(ms).toBeLessThan(retryAfterMs + RETRY_CAP_MS)":
    "the delay passed to a fake timer, which doesn't wait",
  "lib/page/scan/slices.test.ts: expect(Math.max(...lengths())).toBeLessThanOrEqual(SLICE_MS + 0.5)":
    "a clock that only the test's own work moves",
  "tests/e2e/clicks.spec.ts: expect(await isPinned(card)).toBe(before)":
    "only clicks count that the browser itself has stamped as early enough; with others it is tried again",
  "tests/e2e/clicks.spec.ts: expect(await isPinned(card).catch(() => false)).toBe(false)":
    "only clicks count that the browser itself has stamped as early enough; with others it is tried again",
  "tests/e2e/privacy.spec.ts: expect.poll(() => pictures().length).toBeGreaterThan(0)":
    "only pictures count that the browser itself has stamped as painted since then; it waits for one",
  "tests/e2e/privacy.spec.ts: expect(pictures).not.toContain(before)":
    "only pictures count that the browser itself has stamped as painted since then",
};

const files = [
  ...["lib", "components", "sandbox", "packaging"].flatMap((top) =>
    filesBelow(top, /\.(?:test|spec)\.tsx?$/),
  ),
  ...filesBelow("tests", /\.tsx?$/),
];

const found = files.flatMap((path) =>
  timings(path, readFileSync(path, "utf8")).map(({ text }) => `${path}: ${text}`),
);

test("no assertion depends on a clock", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(found.filter((text) => !(text in EXCEPTIONS))).toEqual([]);
});

test.each(Object.entries(EXCEPTIONS))("%s is there: %s", (assertion) => {
  expect(found).toContain(assertion);
});

const STARTED = "const started = performance.now();";

test.each([
  "expect(performance.now() - started).toBeLessThan(5)",
  `${STARTED} expect(performance.now() - started).toBeLessThan(5)`,
  `test("", async () => { ${STARTED} await work(); expect(5).not.toBeGreaterThan(Date.now() - started) })`,
  `${STARTED} const took = Math.round(performance.now() - started); expect.soft(took, "why").toBe(5)`,
  `${STARTED} expect(performance.now() - started < 5).toBe(true)`,
  `${STARTED} const isQuick = performance.now() - started < 5; expect(isQuick).toBe(true)`,
  `${STARTED} if (performance.now() - started < 5) { expect(shown).toBe(true) }`,
  "const used = process.cpuUsage(start); const { user } = used; expect(user).toBeLessThan(5)",
  "const [s] = process.hrtime(); expect(s).toBeLessThan(5)",
  "const begun = new Date(); expect(new Date().getTime() - begun.getTime()).toBeLessThan(5)",
  "const now = Date.now; expect(now() - asked).toBeLessThan(5)",
  "const now = () => Date.now(); expect(alarm.when).toBeGreaterThan(now())",
  "expect((alarm?.scheduledTime ?? 0) - Date.now()).toBeLessThanOrEqual(5 * 60_000)",
  "function took() { const from = performance.now(); return performance.now() - from } expect(took()).toBeLessThan(5)",
  "const waited: number[] = []; waited.push(performance.now() - from); const [slow = 0, quick = 0] = waited; expect(slow).toBeGreaterThan(quick)",
  "const times = { moved: 0 }; times.moved = performance.now(); const { moved } = await read(); expect(moved).toBeLessThan(5)",
  "const most = rate * (Date.now() - begun) + 1; expect(asked.size).toBeLessThanOrEqual(most)",
  'const at = await page.evaluate("performance.now()"); expect(at).toBeLessThan(5)',
  "const at = await page.evaluate(() => performance.now()); expect(at).toBeLessThan(5)",
  "let last = 0; on(({ timeStamp }) => { last = event.timeStamp }); expect(last).toBeLessThan(5)",
  "for (const at of [performance.now()]) expect(at).toBeLessThan(5)",
  "expect(reply.durationMs).toBeLessThan(5)",
  "expect(statSync(file).mtimeMs).toBeGreaterThan(begun - 1_000)",
  "expect(elapsed).toBeLessThan(5)",
  "expect(duration / count).toBeLessThan(5)",
  "expect(waited).toBeLessThanOrEqual(SHOW_MS)",
])("finds: %s", (source) => {
  expect(timings("some.tsx", source)).toHaveLength(1);
});

test.each([
  "const asOf = Date.now(); expect(say(asOf)).toBe('just now')",
  "const asOf = Date.now() - 720_000; expect(say({ asOf, now: Date.now() })).toBe('12 minutes ago')",
  "const asOf = Date.now() - MINUTE_MS; expect(read()).toEqual({ asOf })",
  "const log = createLog(area, Date.now); expect(log.length).toBeLessThan(5)",
  "const end = Date.now() + 500; while (Date.now() < end) await look()",
  "expect(times).toBeLessThan(5)",
  "expect(sent.length).toBeLessThan(MESSAGES_MAX)",
  `test("one", () => { ${STARTED} }); test("other", () => { expect(started).toBeLessThan(5) })`,
])("ignores: %s", (source) => {
  expect(timings("some.tsx", source)).toEqual([]);
});
