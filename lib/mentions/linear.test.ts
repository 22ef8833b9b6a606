import { describe, expect, test } from "vitest";
import { findMentions, mentionAt, mentionFromMailto, parseSubjectPattern } from "./index.ts";

const hostile = [
  "@",
  "a@",
  ".@",
  "=..",
  "a=..@",
  "a@a.",
  "a.",
  "a@a.bc ",
  "a@b.cc,",
  "@a.b",
  "=",
  "a=@",
  "&=",
  "a&a=a@b.cc ",
  "%20",
  "'",
  "''a@b.cc",
  "-.",
  "a@a-.-.-",
  "_@b.cc",
  "a",
  "0",
  "a0",
  "ab3def8hij2klm9opq5rst7uvw",
  "ab3def8hij2klm9opq5rst7uv-",
  "\u00ad",
  "a\u00ad@\u00ad",
  "\u200b0a",
  "の",
  "のa@b.cc",
  "a@b.ccの",
  "a@b.ccA",
  "a@b.cc-",
  "a@b.cc\\n",
  "xmpp:a@b.cc/",
  "://",
  "http://a:b@",
  "\\n",
  "\\na@b.cc",
  "[0;",
  "*",
  "…",
  "é",
  "📧",
  "\ud800",
  " ",
  "<a@b.cc>",
  `${"a".repeat(99)}@${"b.".repeat(134)}`,
  `${"-".repeat(99)}@${"-.".repeat(134)}b`,
];

const patterns = ["{digit:128}", "{alnum:128}", "00000000"].flatMap((template) => {
  const read = parseSubjectPattern(template);
  return "error" in read ? [] : [read];
});

const SMALL = 25_000;

/** The least time of several runs that the processor spent on this process, in ms: other programs do not count. */
function leastTime(run: () => void, runs = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < runs; n++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

describe("four times the text takes no more than about four times as long", () => {
  test.each(hostile)("%j", (unit) => {
    const small = fill(unit, SMALL);
    const large = fill(unit, 4 * SMALL);
    const inSmall = leastTime(() => findMentions(small, patterns));
    const inLarge = leastTime(() => findMentions(large, patterns));
    // Quadratic would be 16 times. What takes less than a few ms says nothing.
    expect(inLarge).toBeLessThan(12 * inSmall + 20);
  });

  test("mentionFromMailto", () => {
    for (const unit of ["a", "@", "%20", "&to=", "<", "a@a.", "&"]) {
      const times = [SMALL, 4 * SMALL].map((length) => {
        const href = `mailto:?${fill(unit, length)}`;
        return leastTime(() => mentionFromMailto(href));
      });
      expect(times[1]).toBeLessThan(12 * (times[0] ?? 0) + 20);
    }
  });
});

describe("10 MB take no more than about ten times as long as 1 MB", () => {
  const prose =
    'On Mon, Ada <a@b.cc> wrote to ab3def8hij2klm9opq5rst7uvw: "no" (https://a.b/?c=d). ';
  const units = [
    "@",
    "a@",
    "a.",
    "=..",
    "&a=@",
    "http://a:b@",
    "ab3def8hij2klm9opq5rst7uvw ",
    prose,
  ];
  test.each(units)("%j", { timeout: 60_000 }, (unit) => {
    const small = fill(unit, 1e6);
    const large = fill(unit, 1e7);
    const inSmall = leastTime(() => findMentions(small), 2);
    const inLarge = leastTime(() => findMentions(large), 1);
    // Quadratic would be 100 times.
    expect(inLarge).toBeLessThan(40 * inSmall + 20);
  });
});

test("mentionAt takes no longer in a longer text", () => {
  for (const unit of hostile) {
    const [inSmall = 0, inLarge = 0] = [2_000, 100_000].map((length) => {
      const text = fill(unit, length);
      return leastTime(() => {
        for (let n = 0; n < 10; n++) mentionAt(text, (text.length >> 1) + n, patterns);
      });
    });
    expect(inLarge).toBeLessThan(12 * inSmall + 20);
  }
});
