import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { rankOf, similarityTo, typoBetween } from "./similarity.ts";
import type { Similarity } from "./suggested.ts";

const to = (value: string, email: string, cut?: true) =>
  similarityTo({ value, ...(cut && { cut }) }, email);

describe("how two addresses are similar", () => {
  it.each([
    ["ada+support@example.com", "ada@example.com", { kind: "untagged", tag: "+support" }],
    ["ada@example.com", "Ada+Tickets@example.com", { kind: "tagged", tag: "+tickets" }],
    ["ada+a@example.com", "ada+b@example.com", { kind: "tagged", tag: "+b" }],
    ["radiaperlman@example.com", "Radia.Perlman@Example.COM", { kind: "dots" }],
    ["radia_perlman@example.com", "radia.perlman@example.com", { kind: "dots" }],
    ["adda@example.com", "ada@example.com", { kind: "letter" }],
    ["grce@example.com", "grace@example.com", { kind: "letter" }],
    ["grece@example.com", "grace@example.com", { kind: "letter" }],
    ["garce@example.com", "grace@example.com", { kind: "swap" }],
    ["grace@exmaple.com", "grace@example.com", { kind: "swap" }],
    ["grace@exampl.com", "grace@example.com", { kind: "letter" }],
    ["jos\u00e9@example.com", "jose@example.com", { kind: "letter" }],
    ["perlman.radia@example.com", "radia.perlman@example.com", { kind: "order" }],
    ["perlman-radia@example.com", "radia.perlman@example.com", { kind: "order" }],
    ["perlman._radia@example.com", "radia.perlman@example.com", { kind: "order" }],
    ["ada@example.comphone", "ada@example.com", { kind: "within" }],
    ["mailada@example.com", "ada@example.com", { kind: "within" }],
    ["ada@example.org", "ada@example.com", { kind: "domain", domain: "example.com" }],
    ["ada+x@example.org", "ada@example.com", { kind: "domain", domain: "example.com" }],
    ["ada@example.com.test", "ada@example.com", { kind: "domain", domain: "example.com" }],
    ["perlman.radia@a.example", "radia.perlman@b.test", { kind: "domain", domain: "b.test" }],
  ])("%s, %s", (value, email, why) => expect(to(value, email)).toEqual(why));

  it.each([
    ["ada@example.com", "ADA@example.com"],
    ["info@b\u00fccher.example", "info@xn--bcher-kva.example"],
    ["jose\u0301@example.com", "jos\u00e9@example.com"],
  ])("returns nothing for the address itself: %s, %s", (value, email) =>
    expect(to(value, email)).toBeUndefined(),
  );

  it.each([
    ["ada@example.com", "grace@example.com"],
    ["ada@example.com", "adam.smith@example.com"],
    ["ada@example.com", "grace@example.org"],
    ["ada.lovelace@example.com", "ada@example.com"],
    ["nobody", "nobody@example.com"],
    ["nobody@example.com", "nobody"],
    ["@example.com", "ada@example.com"],
    ["@example.com", "a@example.com"],
    ["al@example.com", "lab@example.com"],
    ["al@example.com", "ta@example.com"],
    ["al@example.com", "lt@example.com"],
  ])("returns nothing for someone else: %s, %s", (value, email) =>
    expect(to(value, email)).toBeUndefined(),
  );

  it('returns "longer" only if the address may be truncated', () => {
    const asked = "ada@example.co";
    expect(to(asked, "ada@example.com", true)).toEqual({ kind: "longer" });
    expect(to(asked, "ada@example.com")).toEqual({ kind: "letter" });
    expect(to(asked, "ada@example.corp.test", true)).toEqual({ kind: "longer" });
  });

  it("ranks a tag before a typo, a typo before another order, and another domain last", () => {
    const likely: Similarity[] = [
      { kind: "longer" },
      { kind: "untagged", tag: "+x" },
      { kind: "tagged", tag: "+x" },
      { kind: "dots" },
      { kind: "letter" },
      { kind: "swap" },
      { kind: "order" },
      { kind: "within" },
      { kind: "domain", domain: "example.org" },
    ];
    expect(likely.toReversed().sort((a, b) => rankOf(a) - rankOf(b))).toEqual(likely);
  });
});

test("one wrong letter is found in both directions, and never in equal texts", () => {
  const text = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "b", "\u{1f600}") });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(typoBetween(a, b)).toBe(typoBetween(b, a));
      expect(typoBetween(a, a)).toBeUndefined();
      expect(typoBetween(a, b) !== undefined).toBe(edits(a).includes(b) || edits(b).includes(a));
    }),
  );
});

/** The texts that result from removing or replacing a letter, or from swapping it with the next. */
function edits(text: string): string[] {
  const letters = [...text];
  const all = letters.flatMap((letter, n) => [
    letters.toSpliced(n, 1),
    ...["a", "b", "\u{1f600}"].map((other) => letters.with(n, other)),
    letters.toSpliced(n, 2, ...letters.slice(n + 1, n + 2), letter),
  ]);
  return all.map((some) => some.join("")).filter((other) => other !== text);
}
