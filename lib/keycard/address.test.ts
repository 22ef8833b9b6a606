import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { API_ID_MAX_CHARS } from "../limits.ts";
import { type QueryPair, requestAddress } from "./address.ts";

describe("requestAddress", () => {
  test.each<[string[], QueryPair[], string]>([
    [["zones"], [], "/zones"],
    [["zones", "z1", "users", "a/b?c#d e"], [], "/zones/z1/users/a%2Fb%3Fc%23d%20e"],
    [["zones", "%2e%2e"], [], "/zones/%252e%252e"],
    [["zones", "..."], [], "/zones/..."],
    [
      ["zones", "z1", "users"],
      [
        ["filter[id]", "aaa"],
        ["filter[id]", "bbb"],
        ["expand[]", "role-assignments"],
      ],
      "/zones/z1/users?filter%5Bid%5D=aaa&filter%5Bid%5D=bbb&expand%5B%5D=role-assignments",
    ],
    [["u"], [["filter[email]", "a+b c@ü.de"]], "/u?filter%5Bemail%5D=a%2Bb%20c%40%C3%BC.de"],
  ])("encodes %j %j", (segments, query, address) => {
    expect(requestAddress(segments, query)).toEqual({ ok: true, value: address });
  });

  test.each<[string, string[], QueryPair[]]>([
    ["an empty ID", ["zones", ""], []],
    ["a dot", ["zones", "."], []],
    ["two dots", ["zones", "..", "users"], []],
    ["an ID that is too long", ["zones", "a".repeat(API_ID_MAX_CHARS + 1)], []],
    ["a lone surrogate in the path", ["zones", "\ud83d"], []],
    ["a lone surrogate in the query", ["zones"], [["query[]", "a\udc00"]]],
  ])("refuses %s", (_, segments, query) => {
    const message = expect.stringMatching(/^.+\.$/);
    expect(requestAddress(segments, query)).toEqual({
      ok: false,
      error: { why: "badRequest", message },
    });
  });

  test("accepts the longest ID, and no query", () => {
    const id = "a".repeat(API_ID_MAX_CHARS);
    expect(requestAddress(["users", id])).toEqual({ ok: true, value: `/users/${id}` });
  });

  const text = fc.string({ unit: "binary", maxLength: 40 });

  test("any segments and values arrive unchanged below the origin, or nothing is sent", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1 }),
        fc.array(fc.tuple(text, text)),
        (segments, query) => {
          const address = requestAddress(segments, query);
          if (!address.ok) return;
          const url = new URL(`https://api.example${address.value}`);
          expect(url.origin).toBe("https://api.example");
          expect(url.hash).toBe("");
          expect(url.pathname.split("/").slice(1).map(decodeURIComponent)).toEqual(segments);
          expect([...url.searchParams]).toEqual(query);
        },
      ),
    );
  });

  test("never refuses ordinary text", () => {
    const words = fc.stringMatching(/^[0-9a-zA-Z|@+_-]{1,40}$/);
    fc.assert(
      fc.property(words, (word) => {
        expect(requestAddress([word], [[word, word]]).ok).toBe(true);
      }),
    );
  });
});
