// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { queriesFromAttributes } from "./attribute-queries.ts";

const ID = "el4ukv0kqbvoirg7nkp4dncpk3";

/** The people that the attributes of an element name. */
function said(html: string): string[] {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild as Element;
  return [...queriesFromAttributes(element, [])].map(({ query }) => query.value);
}

test.each([
  [`<span data-user-id=${ID}>`, ID],
  [`<span data-requester=${ID}>`, ID],
  [`<span title="Ada, ${ID}">`, ID],
  ["<span data-key=ada@example.com>", "ada@example.com"],
  ["<span data-assigned-to=ada@example.com>", "ada@example.com"],
  ["<span data-reviewer=ada@example.com>", "ada@example.com"],
])("%s names %s", (html, value) => {
  expect(said(html)).toEqual([value]);
});

test.each([
  `<span data-user-token=${ID}>`,
  `<span data-csrf-content=${ID}>`,
  `<span data-user-key=${ID}>`,
  `<span data-request-id=${ID}>`,
  `<span data-signed-in=ada@example.com>`,
  `<span data-viewer=ada@example.com>`,
  `<span data-current-user=${ID}>`,
  `<span data-current-user=ada@example.com>`,
])("%s names no one", (html) => {
  expect(said(html)).toEqual([]);
});
