import { expect, it } from "vitest";
import { twins } from "../testing/sample-cases.ts";
import { ada, bob } from "../testing/sample-users.ts";
import { apartOf } from "./repeated.ts";

it("distinguishes those whose address appears twice, and says nothing about the others", () => {
  const [one, two] = twins;
  const apart = apartOf([ada, one, bob, { ...two, email: "Twins@Example.com" }]);
  expect([...apart.keys()]).toEqual([one.id, two.id]);
  // The case of the address differs too, and is visible in the name itself.
  expect(apart.get(one.id)?.idEnd).not.toBe(apart.get(two.id)?.idEnd);
});

it("begins with what they sign in with, if that differs", () => {
  const apart = apartOf(twins);
  expect(twins.map(({ id }) => apart.get(id)?.said[0])).toEqual([
    "Northwind SSO",
    "Keycard password",
    "Keycard password",
  ]);
  expect(new Set([...apart.values()].map(({ idEnd }) => idEnd)).size).toBe(3);
});
