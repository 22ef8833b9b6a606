import { describe, expect, test } from "vitest";
import { PEOPLE } from "../people.ts";
import type { User } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";
import { ACME } from "../zones.ts";

const { ada } = PEOPLE;
const sandbox = useSandbox();

describe("refuses with 400", () => {
  const manyIds = Array.from({ length: 101 }, () => ["filter[id]", ada.id] as const);
  test.each<[string, Query]>([
    ["more than 100 IDs", manyIds],
    [
      "IDs with after",
      [
        ["filter[id]", ada.id],
        ["after", "x"],
      ],
    ],
    [
      "IDs with before",
      [
        ["filter[id]", ada.id],
        ["before", "x"],
      ],
    ],
    [
      "after with before",
      [
        ["after", "x"],
        ["before", "x"],
      ],
    ],
    ["limit 0", [["limit", "0"]]],
    ["limit 101", [["limit", "101"]]],
    ["a limit that isn't a number", [["limit", "ten"]]],
    ["an empty limit", [["limit", ""]]],
    ["an empty cursor", [["after", ""]]],
    ["a cursor of 256 characters", [["before", "x".repeat(256)]]],
    ["a made-up cursor", [["after", "bm90IGEgY3Vyc29y"]]],
    ["an unknown sort key", [["sort", "status"]]],
    ["a doubly negated sort key", [["sort", "--email"]]],
  ])("%s", async (_, query) => {
    const { status, body } = await sandbox.list(ACME.id, query);
    expect(status).toBe(400);
    expect(body).toEqual({ message: expect.any(String), code: "bad_request", status: 400 });
  });
});

test("says how long a cursor can be", async () => {
  const { body } = await sandbox.get(`/zones/${ACME.id}/users?after=${"x".repeat(256)}`);
  expect(body).toMatchObject({ message: expect.stringContaining("1 to 255 characters") });
});

test("brackets can be percent-encoded or not", async () => {
  const path = `/zones/${ACME.id}/users`;
  for (const name of ["filter[id]", "filter%5Bid%5D", "filter%5bid%5d"]) {
    const { body } = await sandbox.get<{ items: User[] }>(`${path}?${name}=${ada.id}`);
    expect(body.items.map((user) => user.id)).toEqual([ada.id]);
  }
});
