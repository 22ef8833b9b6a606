import { expect, it } from "vitest";
import { fay, greta, kay, lena, nora, petra } from "../testing/sample-cases.ts";
import { ada } from "../testing/sample-users.ts";
import { waysLines, wayWords } from "./way-words.ts";

it.each([
  ["a provider, by its name", nora, ["Acme Identity"]],
  ["a password and a provider", petra, ["Password", "Acme Identity"]],
  ["one deleted", fay, ["Northwind SSO", "Example Social", "Provider deleted"]],
  [
    "one deleted, whose issuer is known",
    greta,
    ["https://old-sso.acme.example/ (provider deleted)"],
  ],
  ["a type as it came, and one that cannot be read", kay, ["passkey", "Type not reported"]],
  ["none reported", lena, ["None reported"]],
])("%s", (_, user, lines) => {
  expect(waysLines(user)?.slice(0, lines.length)).toEqual(lines);
});

it("says nothing where the ways are not reported, whatever the provider", () => {
  expect(waysLines(ada)).toBeUndefined();
  expect(waysLines({ ...ada, provider_id: "p1" })).toBeUndefined();
});

it("names a provider only where that is its own", () => {
  expect(kay.credentials?.slice(2).map(wayWords)).toEqual([
    "https://id.acme.example/",
    "prv9",
    "Provider not reported",
    "prv1",
  ]);
});

it("has as many lines as there is room for", () => {
  const credentials = Array.from({ length: 1_000 }, () => ({ type: "password" }));
  const lines = (count: number) => waysLines({ ...ada, credentials: credentials.slice(0, count) });
  expect(lines(1_000)).toEqual(["Password", "Password", "Password", "and 997 more"]);
  expect(lines(5)).toEqual(["Password", "Password", "Password", "and 2 more"]);
  expect(lines(4)).toEqual(["Password", "Password", "Password", "Password"]);
});
