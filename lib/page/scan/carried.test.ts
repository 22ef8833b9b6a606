// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest";
import { BEHIND } from "../behind/part.ts";
import { WORDS } from "../look/brought-words.ts";
import { addCarried } from "./carried.ts";
import { createPlacedMentions, type PlacedMentions } from "./placed-mentions.ts";

const ID = "2bu4uw0xqz6siuq7rl295qjvdz";

beforeAll(() => {
  globalThis.keycardLookupWords = WORDS;
  globalThis.keycardLookupBehind = BEHIND;
  // happy-dom 21 has no default style sheet for these.
  document.head.innerHTML =
    "<style>* { visibility: visible; display: block } b, span { display: inline }</style>";
});

function texts(places: PlacedMentions): string[] {
  return [...places.all()].map(({ query, startOffset, endOffset }) =>
    [query.value, startOffset, endOffset].join(" "),
  );
}

function add(places: PlacedMentions, root: Element | Text): void {
  for (const _ of addCarried(root, [], places));
}

test("a rewritten text is marked for its element again, once", () => {
  document.body.innerHTML = "<p><span title=ada@example.com><b>Ada</b></span></p>";
  const places = createPlacedMentions();
  add(places, document.body);
  expect(texts(places)).toEqual(["ada@example.com 0 3"]);
  const text = document.querySelector("b")?.firstChild as Text;
  text.data = "Ada L.";
  add(places, text);
  expect(texts(places)).toEqual(["ada@example.com 0 6"]);
  places.drop(text);
  add(places, text);
  expect(texts(places)).toEqual(["ada@example.com 0 6"]);
});

test("an ID in the text keeps its own mark, unless the element's mark covers the same place", () => {
  document.body.innerHTML = `<p><span title=ada@example.com>${ID} wrote</span></p>`;
  const text = document.querySelector("span")?.firstChild as Text;
  const places = createPlacedMentions();
  const query = { kind: "id", value: ID } as const;
  places.add({ query, start: text, startOffset: 0, end: text, endOffset: ID.length });
  add(places, text);
  expect(texts(places)).toEqual([`${ID} 0 26`, "ada@example.com 0 32"]);
  text.data = ID;
  places.drop(text);
  places.add({ query, start: text, startOffset: 0, end: text, endOffset: ID.length });
  add(places, text);
  expect(texts(places)).toEqual(["ada@example.com 0 26"]);
});
