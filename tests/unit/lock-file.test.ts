import { expect, test } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };

/** What `npm ci` installs must be what was tested, wherever it comes from. */

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
}

/** All packages except the project itself, by path below the root. */
const installed = Object.entries<Entry>(lock.packages).filter(([place]) => place !== "");

test("every package has the digest of its files, including those for other systems", () => {
  expect(installed.length).toBeGreaterThan(100);
  const without = installed.filter(
    ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""),
  );
  expect(without.map(([place]) => place)).toEqual([]);
});

test("no package is tied to the place from which it was downloaded", () => {
  const bound = installed.filter(([, { resolved }]) => resolved !== undefined);
  expect(bound.map(([place]) => place)).toEqual([]);
});
