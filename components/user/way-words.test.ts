import { expect, it } from "vitest";
import { fay, greta, kay, lena, nora, petra } from "../testing/sample-cases.ts";
import { ada } from "../testing/sample-users.ts";
import { waysLine } from "./way-words.ts";

it.each([
  ["a provider, by its name", nora, "Acme Identity"],
  ["a password and a provider", petra, "Password, Acme Identity"],
  ["one deleted", fay, "Northwind SSO, Example Social, Provider deleted"],
  ["one deleted, whose issuer is known", greta, "https://old-sso.acme.example/ (provider deleted)"],
  [
    "a type as it came, one that cannot be read, and no name but the provider's own",
    kay,
    "passkey, Type not reported, https://id.acme.example/, prv9, Provider not reported, prv1",
  ],
  ["none reported", lena, "None reported"],
])("%s", (_, user, line) => {
  expect(waysLine(user)).toBe(line);
});

it("says nothing where the ways are not reported, whatever the provider", () => {
  expect(waysLine(ada)).toBeUndefined();
  expect(waysLine({ ...ada, provider_id: "p1" })).toBeUndefined();
});

it("is as long as a line may be", () => {
  const credentials = Array.from({ length: 1_000 }, () => ({ type: "password" }));
  expect(waysLine({ ...ada, credentials })).toBe(
    "Password, Password, Password, Password, Password and 995 more",
  );
  expect(waysLine({ ...ada, credentials: credentials.slice(0, 6) })?.split(", ")).toHaveLength(6);
});
