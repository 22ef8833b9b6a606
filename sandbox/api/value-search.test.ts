import { expect, test } from "vitest";
import { createPopulation } from "../population/population.ts";
import { ACME } from "../zones.ts";
import { createValueSearch } from "./value-search.ts";

const population = createPopulation(ACME, 400, 1);
const search = createValueSearch(population);

/** Checks everyone. */
function scanned(field: "email" | "subject", text: string): number[] {
  const all = Array.from({ length: population.count }, (_, index) => index);
  return all.filter((index) => population[field](index)?.toLowerCase().includes(text));
}

test.each([
  ["a name that many have", "an"],
  ["everybody's sign", "@"],
  ["the first", population.email(0).toLowerCase()],
  ["the last", population.email(399).toLowerCase()],
  ["nobody", "nobody-at-all"],
] as const)("%s is found as by a look at each of them", (_, text) => {
  expect(search("email", text)).toEqual(scanned("email", text));
  expect(search("subject", text)).toEqual(scanned("subject", text));
});

test("no match extends from one person's value into the next one's", () => {
  const [first, second] = [population.email(0), population.email(1)];
  expect(search("email", `${first.slice(-3)}${second.slice(0, 3)}`)).toEqual([]);
  expect(search("email", `${first}\n${second}`)).toBeUndefined();
  expect(search("email", "")).toBeUndefined();
});
