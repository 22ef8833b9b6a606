import { expect, it } from "vitest";
import { twins } from "../testing/sample-cases.ts";
import { ada, bob } from "../testing/sample-users.ts";
import { apartOf } from "./repeated.ts";

it("tells those apart whose address stands there twice, and says nothing of the others", () => {
  const [one, two] = twins;
  const apart = apartOf([ada, one, bob, { ...two, email: "Twins@Example.com" }]);
  expect([...apart.keys()]).toEqual([one.id, two.id]);
  // In which letters the address is written differs, too, and is seen in its own place.
  expect(apart.get(one.id)?.idEnd).not.toBe(apart.get(two.id)?.idEnd);
});

it("begins with what they sign in with, where that differs", () => {
  const apart = apartOf(twins);
  expect(twins.map(({ id }) => apart.get(id)?.said[0])).toEqual([
    "Northwind SSO",
    "Keycard password",
    "Keycard password",
  ]);
  expect(new Set([...apart.values()].map(({ idEnd }) => idEnd)).size).toBe(3);
});
