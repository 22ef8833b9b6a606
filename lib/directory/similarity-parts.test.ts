import { describe, expect, it } from "vitest";
import { similarityParts } from "./similarity-parts.ts";

const partsOf = (value: string) => {
  const [narrow, wide] = similarityParts({ value }) ?? [[], []];
  return { narrow, wide, all: [...narrow, ...wide] };
};

const found = (value: string, email: string) =>
  partsOf(value).all.some((part) => email.includes(part));

describe("the parts of an address that are searched for", () => {
  it("are the name with and without a tag, its words in every order, and halves of it", () => {
    expect(partsOf("Ab.Cde+Tag@x.test")).toMatchObject({
      narrow: [
        "ab.cde@",
        "ab.cde+",
        ...["abcde@", "ab.cde@", "ab_cde@", "ab-cde@"],
        ...["cdeab@", "cde.ab@", "cde_ab@", "cde-ab@"],
        "cde@x.test",
        "abc.de@x.test",
      ],
      wide: ["ab.", "cde@x.test"],
    });
  });

  it("have three words in every order, and more words only forward and backward", () => {
    expect(partsOf("a.b.c@x.test").narrow).toEqual(
      expect.arrayContaining(["a.c.b@", "b.a.c@", "b.c.a@", "c.a.b@", "c.b.a@"]),
    );
    const { narrow } = partsOf("a.b.c.d@x.test");
    expect(narrow).toEqual(expect.arrayContaining(["a_b_c_d@", "d_c_b_a@"]));
    expect(narrow).not.toContain("b_a_c_d@");
  });

  it.each([
    ["a letter less", "ab@x.test", "ac@x.test", "bc@x.test"],
    ["another letter", "zbc@x.test", "azc@x.test", "abz@x.test"],
    ["two letters swapped", "bac@x.test", "acb@x.test"],
    ["a letter more", "zabc@x.test", "azbc@x.test", "abzc@x.test", "abcz@x.test"],
  ])("find a name of three letters with %s", (_, ...emails) => {
    expect(emails.filter((email) => !found("abc@x.test", email))).toEqual([]);
  });

  it.each([
    ["abc@x.test", "axz@x.test"],
    ["abc@x.test", "abc.smith@x.test"],
    ["abcd@x.test", "wxyz@x.test"],
    ["a@x.test", "person7@x.test"],
    ["abcdef@x.test", "xbcxef@x.test"],
  ])("of %s don't find %s, who is someone else", (value, email) =>
    expect(found(value, email)).toBe(false),
  );

  it.each(["nobody", "@x.test", "ada@"])("don't exist for %s, which isn't an address", (value) =>
    expect(similarityParts({ value })).toBeUndefined(),
  );
});
