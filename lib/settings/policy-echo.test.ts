import { describe, expect, test } from "vitest";
import { isSecretName, POLICY_GIVEN_CHARS, shortened } from "./policy-echo.ts";

test.each([
  "apiKey",
  "apikey",
  "api-key",
  "api_key",
  "privateKey",
  "private-key",
  "private_key",
  "clientId",
  "clientid",
  "client-id",
  "client_id",
  "clientSecret",
  "SECRET",
  "accessToken",
  "bearer",
  "credentials",
  "password",
  "passphrase",
  "passwd",
])("%s is the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(["zones", "key", "keyKeep", "publicKey", "clientZone", "passed", "compass", "api"])(
  "%s isn't the name of a secret",
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);

describe("what a warning quotes of a value", () => {
  const words = (chars: number) => "two words ".repeat(chars).slice(0, chars);
  const most = words(POLICY_GIVEN_CHARS);

  test.each<[given: unknown, told: string]>([
    ["", ""],
    ["two words", "two words"],
    [most, most],
    [words(POLICY_GIVEN_CHARS + 1), `${most}…`],
    [61, "61"],
    [null, "null"],
    [["a", 5], '["a",5]'],
    [undefined, "undefined"],
    ["https://console.example.com/{user_id}", "https://console.example.com/{user_id}"],
  ])("%j: %s", (given, told) => {
    expect(shortened(given)).toBe(told);
  });

  test.each<[what: string, given: string, told: string]>([
    ["fifteen characters in a row aren't a secret yet", "abcdefghijklmno", "abcdefghijklmno"],
    ["sixteen may be one", "abcdefghijklmnop", "abcd…"],
    ["with all characters that keys can have", "aZ_09+/=-aZ_09+/", "aZ_0…"],
    ["after something else", "key: abcdefghijklmnop", "key: abcd…"],
    ["with more text after it, which isn't quoted", "abcdefghijklmnop and a word", "abcd…"],
    ["two of them", "abcdefghijklmnop ponmlkjihgfedcba", "abcd…"],
    ["in a list", JSON.stringify(["abcdefghijklmnop"]), '["abcd…'],
  ])("%s", (_, given, told) => {
    expect(shortened(given)).toBe(told);
  });
});
