import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";

/**
 * How long ago something was is decided in one place, which knows about clocks that are set back (lib/moments.ts). This
 * pattern finds other files that compare the computer's clock themselves, or subtract a time from it.
 */
const JUDGES =
  /(?<!performance)(?<![.\w])(?:Date\.)?now\(\)\s*(?:[<>]|-[^>])|(?<!=)[<>]=?\s*(?:Date\.)?now\(\)|[^-]-\s*(?:Date\.)?now\(\)/;

const judgesIn = (path: string, source: string) =>
  source.split("\n").flatMap((line, n) => (JUDGES.test(line) ? [`${path}:${n + 1}`] : []));

test("no file but lib/moments.ts decides how long ago a time is", () => {
  const files = ["lib", "components", "entrypoints"]
    .flatMap((top) => filesBelow(top, /\.tsx?$/))
    // lib/event-time.ts converts a time from one clock to the other, and decides nothing.
    .filter(
      (path) =>
        !/\.(?:test|fixtures)\.tsx?$|^components\/testing\/|^lib\/event-time\.ts$/.test(path),
    );
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((path) => judgesIn(path, readFileSync(path, "utf8")))).toEqual([]);
});

test.each([
  "if (now() - answer.asOf < CACHE_FRESH_MS) return answer;",
  "return now() < state.until ? state.until : undefined;",
  "const isOver = until <= now();",
  "const left = until - Date.now();",
  "const age = Date.now() - asOf;",
])("finds: %s", (source) => {
  expect(judgesIn("some.ts", source)).toEqual(["some.ts:1"]);
});

test.each([
  "const age = performance.now() - drawnAt;",
  "const until = now() + retryAfterMs;",
  "isWithin(step.learnedAt, ASKED_MEMORY_MS, now())",
  "const clock = { now: () => now() };",
])("ignores: %s", (source) => {
  expect(judgesIn("some.ts", source)).toEqual([]);
});
