import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What theme.css promises about its colors. axe checks text; nothing else checks the borders of fields and switches.
 */

const colors = new Map(
  [
    ...readFileSync("components/theme/theme.css", "utf8").matchAll(
      /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(color.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const pairs = (
  [
    [4.5, ["text", "quiet", "accent", "bad"], ["ground", "raised"]],
    [4.5, ["text", "quiet"], ["pressed"]],
    [4.5, ["text", "accent"], ["accent-ground"]],
    [4.5, ["on-accent"], ["accent"]],
    [4.5, ["good"], ["good-ground"]],
    [4.5, ["bad"], ["bad-ground"]],
    [4.5, ["caution"], ["caution-ground"]],
    [3, ["edge"], ["ground", "raised"]],
  ] as const
).flatMap(([least, fronts, grounds]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground, least] as const)),
);

test.each(pairs)(
  "%s has a contrast with %s of at least %d:1, in light and dark",
  (front, ground, least) => {
    for (const scheme of ["light", "dark"] as const) {
      const [one, other] = [colors.get(front)?.[scheme], colors.get(ground)?.[scheme]];
      expect(contrast(one ?? "", other ?? ""), scheme).toBeGreaterThanOrEqual(least);
    }
  },
);
