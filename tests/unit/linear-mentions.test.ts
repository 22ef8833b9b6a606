import { describe, expect, test } from "vitest";
import {
  findMentions,
  mentionAt,
  mentionFromMailto,
  parseSubjectPattern,
} from "../../lib/mentions/index.ts";
import type { Mention } from "../../lib/mentions/mention.ts";
import { settle } from "../../lib/mentions/overlap.ts";
import { countSteps } from "./steps/count-steps.ts";

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
  "•a",
  "l·",
  "{code:",
  "{code}a@b.cc",
  "a@b.cc:a",
  "a@b.cc:a.b@",
  "git ",
  "a@b.ccAb.Cc-",
  "A@B.CCAa.",
  "token=",
  "token=ab3def8hij2klm9opq5rst7uvw ",
  "%7C",
  "&#124;",
  "\\u007c",
  "\ufe0f",
  "\u{e0100}",
  "a\u{e0100}@b.cc",
  "--a@b.cc--",
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

/** Characters: several times what is read around a mention, so that the ends of the text hardly matter. */
const SMALL = 4_500;

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

describe("four times the text takes four times the steps", () => {
  test.each(hostile)("%j", (unit) => {
    const [inSmall = 0, inLarge = 0] = [SMALL, 4 * SMALL].map((length) => {
      const text = fill(unit, length);
      return countSteps(() => findMentions(text, patterns));
    });
    // Quadratic would be 16 times.
    expect(inLarge).toBeLessThan(4.5 * inSmall);
  });

  test("however many mentions overlap", () => {
    const [inSmall = 0, inLarge = 0] = [SMALL, 4 * SMALL].map((count) => {
      let reads = 0;
      const mentions = Array.from({ length: count }, (_, n): Mention => {
        const start = (n * 7919) % count;
        return {
          kind: "id",
          value: "",
          get start() {
            reads++;
            return start;
          },
          end: start + 5,
        };
      });
      settle(mentions);
      return reads;
    });
    // Sorting takes n log n.
    expect(inLarge).toBeLessThan(5 * inSmall);
  });
});

describe.each(["", "@", "@b.cc"])(
  "mentionAt takes no more steps in a longer text, around %j",
  (middle) => {
    test.each(hostile)("%j", (unit) => {
      const [inSmall, inLarge] = [SMALL, 10 * SMALL].map((length) => {
        const before = unit.repeat(length).slice(-length);
        const text = before + middle + fill(unit, length);
        return countSteps(() => {
          for (const offset of [0, 1, 7]) mentionAt(text, length + offset, patterns);
        });
      });
      expect(inLarge).toBe(inSmall);
    });
  },
);

test.each(["a", "@", "%20", "&to=", "<", "a@a.", "&"])(
  "mentionFromMailto takes no more steps in a longer link: %j",
  (unit) => {
    const [inSmall, inLarge] = [SMALL, 4 * SMALL].map((length) => {
      const href = `mailto:?${fill(unit, length)}`;
      return countSteps(() => mentionFromMailto(href));
    });
    expect(inLarge).toBe(inSmall);
  },
);
