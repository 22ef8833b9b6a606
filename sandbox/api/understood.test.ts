import { describe, expect, test } from "vitest";
import { dialectOf, GENERATIONS } from "../generations.ts";
import { Problem } from "./problem.ts";
import { understood } from "./understood.ts";
import { userVocabulary, VOCABULARIES, type Vocabulary } from "./vocabulary.ts";

const { users, groups, providers } = VOCABULARIES;

/** What is left of a query; the status if it is refused. */
function tried(words: Vocabulary, query: string, ...dialect: Parameters<typeof dialectOf>) {
  try {
    const known = understood(dialectOf(...dialect), words, new URLSearchParams(query));
    return decodeURIComponent(known.toString());
  } catch (error) {
    return error instanceof Problem ? error.status : error;
  }
}

/** The first generation that supports each of these, with an example query. */
const SINCE = [
  ["spring", users, "filter[id]=a"],
  ["spring", users, "filter[email]=a"],
  ["spring", users, "query[]=a"],
  ["spring", users, "sort=email"],
  ["spring", users, "expand[]=total_count"],
  ["documented", users, "expand[]=session_count"],
  ["documented", users, "expand[]=grant_count"],
  ["documented", users, "expand[]=role-assignments"],
  ["today", users, "role_source=all"],
  ["today", users, "expand[]=groups"],
  ["today", users, "expand[]=credentials"],
  ["today", users, "expand[]=credentials.provider"],
  ["today", users, "filter[identifier]=a"],
  ["today", users, "filter[subject]=a"],
  ["today", users, "filter[issuer]=a"],
  ["today", users, "filter[role]=a"],
  ["today", users, "filter[groups]=a"],
  ["today", users, "filter[external]=true"],
  ["today", userVocabulary(false), "expand[]=role-assignments"],
  ["spring", userVocabulary(true), "expand[]=role-assignments"],
  ["today", userVocabulary(true), "expand[]=groups"],
  ["today", userVocabulary(true), "role_source=all"],
  ["spring", providers, "slug=a"],
  ["today", providers, "filter[id]=a"],
] as const;

const READING = GENERATIONS.filter((generation) => generation !== "legacy");

describe.each(SINCE)("since %s %o knows %s", (since, words, query) => {
  test.each(READING)("%s", (generation) => {
    const knows = READING.indexOf(generation) >= READING.indexOf(since);
    expect(tried(words, query, generation)).toBe(knows ? query : "");
    expect(tried(words, query, generation, true)).toBe(knows ? query : 400);
  });
});

test("no generation knows made-up parameters and expansions, nor names of inherited object properties", () => {
  for (const query of ["shoe_size=1", "expand[]=shoes", "constructor=1", "expand[]=toString", ""]) {
    expect(tried(users, query, "today")).toBe("");
    expect(tried(users, query, "today", true)).toBe(query === "" ? "" : 400);
  }
});

test("known parameters stay when unknown ones are removed, in order and with repetitions", () => {
  const query = "expand[]=groups&filter[id]=b&x=1&filter[id]=a&expand[]=total_count";
  expect(tried(users, query, "spring")).toBe("filter[id]=b&filter[id]=a&expand[]=total_count");
});

test("an endpoint that a generation lacks isn't there", () => {
  expect(tried(groups, "", "documented")).toBe(404);
  expect(tried(groups, "", "legacy")).toBe(404);
  expect(tried(groups, "", "today")).toBe("");
});

test("a legacy zone refuses nothing", () => {
  expect(tried(users, "shoe_size=1&expand[]=shoes", "legacy", true)).toBe("");
});
