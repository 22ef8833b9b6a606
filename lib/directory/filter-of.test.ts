import { expect, test } from "vitest";
import { filterOf } from "./filter-of.ts";

test.each([
  { limit: 100 },
  { after: "c" },
  { before: "c" },
  { sort: ["-authenticated_at"] },
] as const)("the page and its order aren't filters: %j", (rest) => {
  expect(filterOf(rest)).toBe("");
  expect(filterOf({ emails: ["ada@example.com"], ...rest })).toBe("emails");
});

test("two different combinations of filters aren't the same", () => {
  const query = ["ada"];
  expect(filterOf({ query })).not.toBe(filterOf({ query, roles: ["admin"] }));
});
