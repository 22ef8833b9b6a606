import { describe, expect, test } from "vitest";
import {
  API_ID_MAX_CHARS,
  CURSOR_MAX_CHARS,
  IDS_PER_REQUEST,
  LIST_PAGE_MAX,
  SEARCH_MAX_CHARS,
} from "../limits.ts";
import { userId } from "./ids.ts";
import { type ListUsersParams, listQuery } from "./list-query.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => userId(`u${index}`));
const TOTAL = ["expand[]", "total_count"];

describe("listQuery", () => {
  test.each<[ListUsersParams, string[][]]>([
    [{}, [TOTAL]],
    [{ ids: ids(2) }, [["filter[id]", "u0"], ["filter[id]", "u1"], TOTAL]],
    [
      { emails: ["A@x.de", "a@x.de"] },
      [["filter[email]", "A@x.de"], ["filter[email]", "a@x.de"], TOTAL],
    ],
    [{ subjects: ["auth0|1"] }, [["filter[subject]", "auth0|1"], TOTAL]],
    [{ identifiers: ["E-1042"] }, [["filter[identifier]", "E-1042"], TOTAL]],
    [
      { roles: ["admin", "auditor"], groups: ["g1"] },
      [["filter[role]", "admin"], ["filter[role]", "auditor"], ["filter[groups]", "g1"], TOTAL],
    ],
    [{ query: ["an", "na"] }, [["query[]", "an"], ["query[]", "na"], TOTAL]],
    [{ queryEmail: ["an"] }, [["query[email]", "an"], TOTAL]],
    [{ querySubject: ["auth0|1"] }, [["query[subject]", "auth0|1"], TOTAL]],
    [{ limit: 1, after: "c" }, [TOTAL, ["limit", "1"], ["after", "c"]]],
    [{ limit: LIST_PAGE_MAX, before: "c" }, [TOTAL, ["limit", "100"], ["before", "c"]]],
    [{ sort: ["-authenticated_at", "email"] }, [TOTAL, ["sort", "-authenticated_at,email"]]],
    [{ sort: [] }, [TOTAL]],
  ])("%j", (params, query) => {
    expect(listQuery(params)).toEqual({ ok: true, value: query });
  });

  test("contains the parameters for what is returned in addition", () => {
    const asked = [["role_source", "all"]] as const;
    expect(listQuery({ query: ["an"], limit: 1 }, asked)).toEqual({
      ok: true,
      value: [["query[]", "an"], ...asked, ["limit", "1"]],
    });
  });

  test.each<[string, ListUsersParams]>([
    ["no IDs at all, which would return everyone", { ids: [] }],
    ["no addresses at all", { emails: [] }],
    ["no words at all", { query: [] }],
    ["too many IDs", { ids: ids(IDS_PER_REQUEST + 1) }],
    ["IDs and after", { ids: ids(1), after: "c" }],
    ["IDs and before", { ids: ids(1), before: "c" }],
    ["an empty ID", { ids: [userId("")] }],
    ["an ID that is too long", { ids: [userId("a".repeat(API_ID_MAX_CHARS + 1))] }],
    ["an empty search", { query: [""] }],
    ["a search that is too long", { queryEmail: ["a".repeat(SEARCH_MAX_CHARS + 1)] }],
    ["limit 0", { limit: 0 }],
    ["limit 101", { limit: LIST_PAGE_MAX + 1 }],
    ["limit 1.5", { limit: 1.5 }],
    ["limit NaN", { limit: Number.NaN }],
    ["an empty cursor", { after: "" }],
    ["a cursor that is too long", { before: "a".repeat(CURSOR_MAX_CHARS + 1) }],
  ])("refuses %s", (_, params) => {
    const message = expect.stringMatching(/^.+\.$/);
    expect(listQuery(params)).toEqual({ ok: false, error: { why: "badRequest", message } });
  });

  test.each<[string, ListUsersParams]>([
    ["id", { ids: [userId("a".repeat(API_ID_MAX_CHARS))] }],
    ["search", { queryEmail: ["a".repeat(SEARCH_MAX_CHARS)] }],
    ["cursor", { after: "a".repeat(CURSOR_MAX_CHARS) }],
  ])("accepts the longest possible %s", (_, params) => {
    expect(listQuery(params).ok).toBe(true);
  });

  test("refuses the list for one invalid value among valid ones", () => {
    expect(listQuery({ query: ["ada", ""] }).ok).toBe(false);
    expect(listQuery({ after: "c", before: "" }).ok).toBe(false);
  });

  test("accepts as many IDs as one call can have", () => {
    expect(listQuery({ ids: ids(IDS_PER_REQUEST) }).ok).toBe(true);
  });
});
