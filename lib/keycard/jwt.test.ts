import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jwtExpiry } from "./jwt.ts";

function jwt(payload: string): string {
  const [head, body] = ['{"alg":"none"}', payload].map((part) =>
    Buffer.from(part).toString("base64url"),
  );
  return `${head}.${body}.c2ln`;
}

describe("jwtExpiry", () => {
  test.each<[string, string, number | undefined]>([
    ["whole seconds", '{"exp":1800000000}', 1_800_000_000_000],
    ["fractions of a second", '{"exp":1800000000.5}', 1_800_000_000_500],
    ["next to text beyond ASCII", '{"name":"Ünï~~??>>","exp":1}', 1_000],
    ["no exp", '{"sub":"a"}', undefined],
    ["an exp that is a string", '{"exp":"1800000000"}', undefined],
    ["an exp beyond all dates", '{"exp":1e300}', undefined],
    ["the last possible date", '{"exp":8640000000000}', 8_640_000_000_000_000],
    ["an exp just beyond all dates", '{"exp":8640000000001}', undefined],
    ["null", "null", undefined],
    ["a number", "7", undefined],
    ["a list", "[7]", undefined],
    ["not JSON", "exp", undefined],
  ])("%s", (_, payload, expiry) => {
    expect(jwtExpiry(jwt(payload))).toBe(expiry);
  });

  test.each(["", "kc_live_0123", "a.b", "a.b.c.d.e", "..", "a.%%%.c"])("%j is opaque", (token) => {
    expect(jwtExpiry(token)).toBeUndefined();
  });

  test("only three parts are a JWT, whatever the second contains", () => {
    const payload = btoa('{"exp":1}');
    expect(jwtExpiry(`a.${payload}.c`)).toBe(1_000);
    expect(jwtExpiry(`a.${payload}`)).toBeUndefined();
    expect(jwtExpiry(`a.${payload}.c.d`)).toBeUndefined();
    expect(jwtExpiry(`a.b.${payload}.d`)).toBeUndefined();
  });

  test("never throws, and returns only times that a Date can represent", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map(jwt),
          fc.double().map((exp) => jwt(`{"exp":${exp}}`)),
        ),
        (token) => {
          const expiry = jwtExpiry(token);
          if (expiry !== undefined) expect(new Date(expiry).getTime()).not.toBeNaN();
        },
      ),
    );
  });
});
