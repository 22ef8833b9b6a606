import { expect, it } from "vitest";
import { fay, greta, kay, lena, nora, petra } from "../testing/sample-cases.ts";
import { ada, bare } from "../testing/sample-users.ts";
import type { NameOf } from "./thing-names.ts";
import { wayName, waysLines, waysOf } from "./way-words.ts";

const unnamed = () => undefined;

const names = (...asked: Parameters<typeof waysLines>) =>
  waysLines(...asked)?.map(({ name }) => name);

const IN_WORDS = { issuer: "Acme's own", provider_id: "prv9" };

it.each([
  ["a provider, by its name", nora, ["Acme Identity"]],
  ["a password and a provider", petra, ["Keycard password", "Acme Identity"]],
  ["one deleted", fay, ["Northwind SSO", "Example Social", "Provider deleted"]],
  ["one deleted, whose issuer is known", greta, ["old-sso.acme.example (provider deleted)"]],
  ["a type as it came, and an unreadable one", kay, ["passkey", "Type not reported"]],
  ["none reported", lena, ["None reported"]],
  ["no list: the record's own issuer, by its host", ada, ["accounts.google.com"]],
  ["no list, an issuer that isn't a URL", { ...bare, ...IN_WORDS }, ["Acme's own"]],
  ["no list, no issuer", { ...bare, provider_id: "prv9" }, ["prv9"]],
  [
    "no list, an issuer whose provider was deleted",
    { ...bare, issuer: "https://id.acme.example/realms/one" },
    ["id.acme.example (provider deleted)"],
  ],
])("%s", (_, user, lines) => {
  expect(names(user, unnamed)?.slice(0, lines.length)).toEqual(lines);
});

it("has the full URL only where the host is shown instead of it", () => {
  expect(waysLines(ada, unnamed)).toEqual([
    { name: "accounts.google.com", whole: "https://accounts.google.com" },
  ]);
  expect(waysLines(greta, unnamed)?.[0]?.whole).toBe("https://old-sso.acme.example/");
  for (const user of [nora, { ...bare, ...IN_WORDS }, lena, petra])
    for (const line of waysLines(user, unnamed) ?? []) expect(line).not.toHaveProperty("whole");
});

it("names the real host, whatever comes before it", () => {
  const issuer = "https://accounts.google.com@evil.example/";
  expect(names({ ...ada, issuer }, unnamed)).toEqual(["evil.example"]);
});

it("says nothing if neither ways nor a provider are reported", () => {
  expect(waysLines(bare, unnamed)).toBeUndefined();
  expect(waysOf(bare)).toBeUndefined();
});

it("uses the list of ways if there is one, whatever the record names", () => {
  expect(names({ ...ada, credentials: [{ type: "password" }] }, unnamed)).toEqual([
    "Keycard password",
  ]);
});

it("names a provider only if the name is the provider's own", () => {
  expect(kay.credentials?.slice(2).map((way) => wayName(way, unnamed).name)).toEqual([
    "id.acme.example",
    "prv9",
    "Provider not reported",
    "prv1",
  ]);
});

it("names a provider by what else is known of it, unless it is deleted", () => {
  const nameOf: NameOf = (thing) => ({ ...thing, name: `the ${thing.id}` });
  const named = (ways = kay.credentials) => ways?.map((way) => wayName(way, nameOf).name);
  expect(named()?.slice(2)).toEqual(["the prv8", "the prv9", "Provider not reported", "the prv1"]);
  expect(named(fay.credentials)).toEqual(["Northwind SSO", "Example Social", "Provider deleted"]);
});

it("has as many lines as there is room for", () => {
  const credentials = Array.from({ length: 1_000 }, () => ({ type: "password" }));
  const three = ["Keycard password", "Keycard password", "Keycard password"];
  const lines = (count: number) =>
    names({ ...ada, credentials: credentials.slice(0, count) }, unnamed);
  expect(lines(1_000)).toEqual([...three, "and 997 more"]);
  expect(lines(5)).toEqual([...three, "and 2 more"]);
  expect(lines(4)).toEqual([...three, "Keycard password"]);
});
