import { expect, test } from "vitest";
import { createTabBudget } from "./tab-budget.ts";

function budget() {
  let time = 0;
  const made = createTabBudget({ rate: 2, burst: 3 }, { rate: 4, burst: 5 }, () => time);
  const spend = (tabId: number, times: number) =>
    Array.from({ length: times }, () => made.spend(tabId));
  const pass = (ms: number) => {
    time += ms;
  };
  return { made, spend, pass };
}

test("a tab spends its burst, then waits for the next token, and no longer", () => {
  const { spend, pass } = budget();
  expect(spend(1, 4)).toEqual([0, 0, 0, 500]);
  pass(250);
  expect(spend(1, 1)).toEqual([250]);
  pass(250);
  expect(spend(1, 2)).toEqual([0, 500]);
});

test("each tab has its own budget, within that of all together", () => {
  const { spend, pass } = budget();
  expect(spend(1, 3)).toEqual([0, 0, 0]);
  expect(spend(2, 3)).toEqual([0, 0, 250]);
  pass(250);
  expect(spend(2, 2)).toEqual([0, 250]);
});

test("a refused request costs nothing, and a quiet time refills no more than the burst", () => {
  const { spend, pass } = budget();
  spend(1, 100);
  pass(60_000);
  expect(spend(1, 4)).toEqual([0, 0, 0, 500]);
});

test("a closed tab is forgotten, but not what it has spent of the common budget", () => {
  const { made, spend } = budget();
  spend(1, 3);
  made.forgetTab(1);
  expect(spend(1, 3)).toEqual([0, 0, 250]);
});
