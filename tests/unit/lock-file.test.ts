import { expect, test } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };

/** What `npm ci` installs must be what was tested, wherever it comes from. */

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
}

/** All packages but the project itself, by their places below the root. */
const installed = Object.entries<Entry>(lock.packages).filter(([place]) => place !== "");

test("every package has the digest that its files must have, those for other systems too", () => {
  expect(installed.length).toBeGreaterThan(100);
  const without = installed.filter(
    ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""),
  );
  expect(without.map(([place]) => place)).toEqual([]);
});

test("no package is bound to the place that it was fetched from", () => {
  const bound = installed.filter(([, { resolved }]) => resolved !== undefined);
  expect(bound.map(([place]) => place)).toEqual([]);
});
