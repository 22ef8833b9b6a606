// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { namedAt, namedIn } from "./named.ts";

vi.stubGlobal("chrome", {});

/** The people that the text of the element `#it` names, checked at its start and as a whole. */
function named(html: string): unknown[] {
  document.body.innerHTML = html;
  const element = document.querySelector("#it") as Element;
  const text = element.textContent ?? "";
  const all = namedIn(text, () => element, []);
  const first = namedAt(text, 1, element, []);
  // Hover and marks find the same person.
  expect(first?.query).toEqual(all[0]?.query);
  return all.map(({ query }) => (query.cut ? `${query.value} (cut)` : query.value));
}

describe("the people that a text names", () => {
  test.each([
    ["<p id=it>ada@example.com</p>", ["ada@example.com"]],
    ["<p id=it>ada@example.co…</p>", ["ada@example.co (cut)"]],
    ["<p id=it title=ada@example.com>ada@example.co…</p>", ["ada@example.com"]],
    ["<p id=it title=Ada@Example.com>ada@example.co...</p>", ["Ada@Example.com"]],
    [
      "<div title='Ada <ada@example.com>'><p><i id=it>ada@example…</i></p></div>",
      ["ada@example.com"],
    ],
    ["<a href='mailto:ada@example.com?subject=x'><b id=it>ada@exam…</b></a>", ["ada@example.com"]],
    ["<p id=it title=grace@example.com>ada@example.co…</p>", ["ada@example.co (cut)"]],
    [
      "<p id=it title='ada@example.com ada@example.codes'>ada@example.co…</p>",
      ["ada@example.co (cut)"],
    ],
    // The nearest attribute that fits.
    [
      "<div title=ada@example.codes><p id=it title=ada@example.com>ada@example.co…</p></div>",
      ["ada@example.com"],
    ],
    ["<p id=it title=ada@example.com>ada…</p>", []],
    [
      "<p id=it title='ada@example.com, grace@example.com'>ada@exam… grace@exam…</p>",
      ["ada@example.com", "grace@example.com"],
    ],
    // The signed-in user's, of everything inside, an example of what to type, or a secret.
    ["<p data-current-user=ada@example.com><i id=it>ada@exam…</i></p>", []],
    ["<form title=ada@example.com><p id=it>ada@exam…</p></form>", []],
    ["<p id=it placeholder=ada@example.com>ada@exam…</p>", []],
    ["<p id=it data-token=el4ukv0kqbvoirg7nkp4dncpk3>el4ukv0kqb…</p>", []],
    [
      "<p id=it data-user=el4ukv0kqbvoirg7nkp4dncpk3>el4ukv0kqb…</p>",
      ["el4ukv0kqbvoirg7nkp4dncpk3"],
    ],
    [`<p id=it title='${"x ".repeat(600)}ada@example.com'>ada@exam…</p>`, []],
  ])("%s: %j", (html, values) => {
    expect(named(html)).toEqual(values);
  });
});
