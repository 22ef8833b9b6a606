import { expect, test } from "vitest";
import { askInHalves } from "./ask-in-halves.ts";
import type { Outcome } from "./ask-question.ts";

const CLEAN: Outcome = { state: "some", users: [], doubt: undefined, asked: "emails" };
const MANY: Outcome = { ...CLEAN, doubt: "too-many-matches" };
const REFUSED: Outcome = {
  state: "failed",
  error: { why: "badRequest", status: 400, message: "no" },
};
const UNSENT: Outcome = { state: "failed", error: { why: "badRequest", message: "no" } };
const DOWN: Outcome = { state: "failed", error: { why: "server", status: 500, message: "down" } };
const LIMITED: Outcome = { state: "failed", error: { why: "network", message: "gone" } };

/** Asks a question. @returns the values that were asked together, and the final outcomes */
async function ask(outcomes: (values: string) => Outcome) {
  const asked: string[] = [];
  const parts = await askInHalves([..."abcd"], async (values) => {
    asked.push(values.join(""));
    return outcomes(values.join(""));
  });
  return { asked, parts: parts.map(({ values, outcome }) => [values.join(""), outcome]) };
}

test.each([MANY, REFUSED])("asks without the one value that affects all: %j", async (spoiled) => {
  expect(await ask((values) => (values.includes("c") ? spoiled : CLEAN))).toEqual({
    asked: ["abcd", "ab", "cd", "c", "d"],
    parts: [
      ["ab", CLEAN],
      ["d", CLEAN],
      ["c", spoiled],
    ],
  });
});

test.each([MANY, REFUSED])(
  "stops splitting if both halves have the same outcome: %j",
  async (spoiled) => {
    const { asked } = await ask(() => spoiled);
    expect(asked).toEqual(["abcd", "ab", "cd"]);
  },
);

test.each([CLEAN, UNSENT, DOWN, LIMITED])(
  "asks once if the outcome isn't about a value: %j",
  async (outcome) => {
    expect(await ask(() => outcome)).toEqual({ asked: ["abcd"], parts: [["abcd", outcome]] });
  },
);

test.each([
  ["the first half", "cd"],
  ["the second half", "ab"],
  ["both halves", ""],
])("keeps what was returned for all of them if %s can't be asked", async (_, answered) => {
  const { parts } = await ask((values) =>
    values === "abcd" ? MANY : values === answered ? CLEAN : LIMITED,
  );
  expect(parts).toEqual([["abcd", MANY]]);
});
