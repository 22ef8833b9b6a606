import { describe, expect, test } from "vitest";
import { ABSENT, PEOPLE, peopleOf } from "../people.ts";
import type { User } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";
import { ACME, SMALL_LEGACY } from "../zones.ts";

const { ada, grace, lookalike, plus, radia, twinOne, twinTwo, umlaut, frances, rosalind } = PEOPLE;
const sandbox = useSandbox();

const ids = (users: readonly User[]) => users.map((user) => user.id);
const list = async (...query: Query) => (await sandbox.list(ACME.id, query)).body;

describe("filter[id]", () => {
  test("finds the named users, and silently omits those not in the zone", async () => {
    const other = peopleOf(SMALL_LEGACY.id).ada.id;
    const wanted = [grace.id, ABSENT.id, ada.id, other, ada.id];
    const { items } = await list(...wanted.map((id) => ["filter[id]", id] as const));
    expect(ids(items)).toEqual([ada.id, grace.id]);
  });

  test("takes 100 IDs, answers in one page and ignores the limit", async () => {
    const hundred = ids((await list(["limit", "100"])).items);
    const wanted = hundred.map((id) => ["filter[id]", id] as const);
    const { items, pagination } = await list(...wanted, ["limit", "7"]);
    expect(ids(items)).toEqual(hundred);
    expect(pagination).toEqual({ after_cursor: null, before_cursor: null });
  });

  test("can't be comma-separated", async () => {
    expect((await list(["filter[id]", `${ada.id},${grace.id}`])).items).toEqual([]);
  });
});

describe("filter[email]", () => {
  test("is exact, case-sensitive, and repeatable", async () => {
    const { items } = await list(["filter[email]", ada.email], ["filter[email]", grace.email]);
    expect(ids(items)).toEqual([ada.id, grace.id]);
    expect((await list(["filter[email]", "da@example.com"])).items).toEqual([]);
    expect((await list(["filter[email]", radia.email.toLowerCase()])).items).toEqual([]);
    expect(ids((await list(["filter[email]", radia.email])).items)).toEqual([radia.id]);
  });

  test("finds everyone who shares an address, and addresses beyond ASCII", async () => {
    expect(ids((await list(["filter[email]", twinOne.email])).items)).toEqual([
      twinOne.id,
      twinTwo.id,
    ]);
    expect(ids((await list(["filter[email]", umlaut.email])).items)).toEqual([umlaut.id]);
    expect(ids((await list(["filter[email]", plus.email])).items)).toEqual([plus.id]);
  });

  test("finds every ordinary person too", async () => {
    const { items } = await list(["limit", "100"]);
    expect(items).toHaveLength(100);
    for (const { id, email } of items) {
      expect(ids((await list(["filter[email]", email])).items)).toContain(id);
    }
  });

  test("together with filter[id], matches those who meet both", async () => {
    const { items } = await list(
      ["filter[id]", ada.id],
      ["filter[id]", grace.id],
      ["filter[email]", grace.email],
    );
    expect(ids(items)).toEqual([grace.id]);
  });
});

describe("query", () => {
  test("finds part of the address or the subject, ignoring case", async () => {
    const { items } = await list(["query[]", "ADA@EXAMPLE"]);
    expect(ids(items)).toEqual([ada.id, lookalike.id]);
    const subject = await list(["query[]", "d3b27e00124c"]);
    expect(ids(subject.items)).toEqual([ada.id]);
  });

  test("query[email] and query[subject] search one field; if repeated, any match is enough", async () => {
    expect((await list(["query[email]", "d3b27e00124c"])).items).toEqual([]);
    expect((await list(["query[subject]", "ada@example"])).items).toEqual([]);
    const { items } = await list(
      ["query[email]", "grace@"],
      ["query[email]", "radia."],
      ["query[subject]", "d3b27e00124c"],
    );
    expect(ids(items)).toEqual([ada.id, grace.id, radia.id]);
  });
});

describe("expand[]", () => {
  test("expands nothing without a request", async () => {
    const { items, pagination } = await list(["filter[id]", ada.id]);
    expect(items[0]).not.toHaveProperty("role_assignments");
    expect(items[0]).not.toHaveProperty("session_count");
    expect(items[0]).not.toHaveProperty("grant_count");
    expect(pagination).not.toHaveProperty("total_count");
  });

  test("shows roles, counts and the total on request", async () => {
    const wanted = ["role-assignments", "session_count", "grant_count", "total_count"];
    const { items, pagination } = await list(
      ["filter[id]", ada.id],
      ...wanted.map((value) => ["expand[]", value] as const),
    );
    expect(items[0]?.role_assignments).toMatchObject([
      { role_identifier: "admin", scope: null },
      { role_identifier: "auditor", scope: { type: "resource" } },
    ]);
    expect(items[0]?.["session_count"]).toEqual(expect.any(Number));
    expect(items[0]?.["grant_count"]).toEqual(expect.any(Number));
    expect(pagination.total_count).toBe(1);
    expect((await list(["expand[]", "total_count"])).pagination.total_count).toBe(250);
  });

  test("distinguishes no roles from roles not reported", async () => {
    const roles = ["expand[]", "role-assignments"] as const;
    expect((await list(["filter[id]", rosalind.id], roles)).items[0]?.role_assignments).toEqual([]);
    const [unreported] = (await list(["filter[id]", frances.id], roles)).items;
    expect(unreported).not.toHaveProperty("role_assignments");
  });
});

describe("sort", () => {
  test.each(["created_at", "email", "authenticated_at"])("%s goes up and down", async (field) => {
    const values = async (sort: string) =>
      (await list(["sort", sort], ["limit", "100"])).items.map((user) => user[field]);
    const up = await values(field);
    const down = await values(`-${field}`);
    expect(up).toEqual(up.toSorted());
    expect(down).toEqual(down.toSorted().toReversed());
    expect(up[0]).not.toBe(down[0]);
  });

  test("takes several keys", async () => {
    const twins = ["filter[email]", twinOne.email] as const;
    const { items } = await list(twins, ["sort", "email,-created_at"]);
    expect(ids(items)).toEqual([twinTwo.id, twinOne.id]);
  });

  test("puts missing values last", async () => {
    const triplets = ["filter[email]", PEOPLE.tripletOne.email] as const;
    for (const sort of ["authenticated_at", "-authenticated_at"]) {
      const { items } = await list(triplets, ["sort", sort]);
      expect(items.at(-1)?.id).toBe(PEOPLE.tripletTwo.id);
    }
  });
});
