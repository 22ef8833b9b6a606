import { expect, it } from "vitest";
import { fay, greta, kay, lena, nora, petra } from "../testing/sample-cases.ts";
import { ada } from "../testing/sample-users.ts";
import type { NameOf } from "./thing-names.ts";
import { waysLines, wayWords } from "./way-words.ts";

const unnamed = () => undefined;

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
  expect(waysLines(user, unnamed)?.slice(0, lines.length)).toEqual(lines);
});

it("says nothing where the ways are not reported, whatever the provider", () => {
  expect(waysLines(ada, unnamed)).toBeUndefined();
  expect(waysLines({ ...ada, provider_id: "p1" }, unnamed)).toBeUndefined();
});

it("names a provider only where that is its own", () => {
  expect(kay.credentials?.slice(2).map((way) => wayWords(way, unnamed))).toEqual([
    "https://id.acme.example/",
    "prv9",
    "Provider not reported",
    "prv1",
  ]);
});

it("names a provider by what is known of it otherwise, but for one that is deleted", () => {
  const nameOf: NameOf = (thing) => ({ ...thing, name: `the ${thing.id}` });
  const named = (ways = kay.credentials) => ways?.map((way) => wayWords(way, nameOf));
  expect(named()?.slice(2)).toEqual(["the prv8", "the prv9", "Provider not reported", "the prv1"]);
  expect(named(fay.credentials)).toEqual(["Northwind SSO", "Example Social", "Provider deleted"]);
});

it("has as many lines as there is room for", () => {
  const credentials = Array.from({ length: 1_000 }, () => ({ type: "password" }));
  const lines = (count: number) =>
    waysLines({ ...ada, credentials: credentials.slice(0, count) }, unnamed);
  expect(lines(1_000)).toEqual(["Password", "Password", "Password", "and 997 more"]);
  expect(lines(5)).toEqual(["Password", "Password", "Password", "and 2 more"]);
  expect(lines(4)).toEqual(["Password", "Password", "Password", "Password"]);
});
