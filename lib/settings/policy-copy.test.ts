import { expect, test } from "vitest";
import { SUBJECT_PATTERNS_MAX } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import { readPolicy } from "./policy.ts";
import { currentPolicy, takePolicy } from "./policy-copy.ts";

/** With a mistake of each kind. */
const given = {
  zone: 7,
  zones: "z",
  clientSecret: "s",
  subjectPatterns: Array.from({ length: SUBJECT_PATTERNS_MAX + 1 }, (_, n) => `{digit:${n + 8}}`),
};

test("every kind of warning is restored from the copy", async () => {
  const { warnings } = readPolicy(given);
  expect(warnings.map(({ why }) => why)).toEqual(["invalid", "unknown-key", "secret", "too-many"]);
  const area = memoryArea();
  expect((await takePolicy(area, async () => given)).warnings).toEqual(warnings);
  expect((await currentPolicy(area)).warnings).toEqual(warnings);
});

test.each<[string, unknown]>([
  ["no warnings", { policy: { cacheMin: 0 } }],
  ["no policy", { warnings: [] }],
  ["a list as the policy", { policy: [], warnings: [] }],
  ["a string among the warnings", { policy: { cacheMin: 0 }, warnings: ["wrong"] }],
  ["a warning without a kind", { policy: {}, warnings: [{ why: "", key: "zone" }] }],
  ["a warning without a key", { policy: { cacheMin: 0 }, warnings: [{ why: "secret" }] }],
  [
    "a value that isn't a string",
    { policy: { cacheMin: 0 }, warnings: [{ why: "invalid", key: "zone", given: 7 }] },
  ],
])("ignores a copy with %s", async (_, copy) => {
  expect(await currentPolicy(memoryArea({ policy: copy }))).toEqual({ policy: {}, warnings: [] });
});

test("accepts a copy with more properties, as a newer version may have stored it", async () => {
  const copy = { policy: { cacheMin: 0, theme: "dark" }, warnings: [], more: 1 };
  expect((await currentPolicy(memoryArea({ policy: copy }))).policy).toEqual({ cacheMin: 0 });
});

test("validates everything in a copy", async () => {
  const copy = { policy: { zone: 5, cacheMin: 1 }, warnings: [] };
  expect((await currentPolicy(memoryArea({ policy: copy }))).policy).toEqual({ cacheMin: 1 });
  expect(await currentPolicy(memoryArea({ policy: "nonsense" }))).toEqual({
    policy: {},
    warnings: [],
  });
  expect(await currentPolicy(memoryArea())).toEqual({ policy: {}, warnings: [] });
});

test("a policy applies even if its copy can't be stored", async () => {
  const set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  const reading = await takePolicy({ ...memoryArea(), set }, async () => ({ cacheMin: 0 }));
  expect(reading).toEqual({ policy: { cacheMin: 0 }, warnings: [] });
});
