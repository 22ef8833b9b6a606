// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest";
import { BEHIND } from "../behind/part.ts";
import { WORDS } from "../look/brought-words.ts";
import { createNames, type Names } from "./names.ts";
import { createPlacedMentions, type PlacedMentions } from "./placed-mentions.ts";
import { scan } from "./scan.ts";

let places: PlacedMentions;
let names: Names;

beforeAll(() => {
  globalThis.keycardLookupWords = WORDS;
  globalThis.keycardLookupBehind = BEHIND;
  // happy-dom 21 has no default style sheet for these.
  document.head.innerHTML =
    "<style>* { visibility: visible; display: block } b, i, span { display: inline }</style>";
});

beforeEach(() => {
  names = createNames(() => places);
  places = createPlacedMentions(names.found, names.gone);
});

/** Reads a part of the page as marks do. @returns the texts that are underlined */
function lines(root: Element | Text = document.body): string[] {
  const parts = { patterns: [], places, isNew: () => true, onShadowRoot() {} };
  for (const _ of scan(root, parts));
  places.sweep();
  for (const _ of names.read());
  return [...places.all()]
    .map(({ start, startOffset, end, endOffset }) => {
      const range = document.createRange();
      range.setStart(start, startOffset);
      range.setEnd(end, endOffset);
      return String(range);
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

const ROW = "<ul><li><div>Grace Hopper</div><div>grace@example.com</div></li></ul>";

test.each<[string, string, string[]]>([
  ["a row", ROW, ["Grace Hopper", "grace@example.com"]],
  ["a mailbox", "<p>Ada Lovelace &lt;ada@example.com&gt;</p>", ["Ada Lovelace", "ada@example.com"]],
  [
    "the line of an address",
    "<p>alan@example.com · Alan Turing</p>",
    ["Alan Turing", "alan@example.com"],
  ],
  [
    "two rows",
    "<ul><li><b>Ada</b> <i>ada@example.com</i></li><li><b>Bob</b></li></ul>",
    ["Ada", "ada@example.com"],
  ],
  ["running text", "<p>The engine of ada@example.com was built by Ada in</p>", ["ada@example.com"]],
  [
    "a group of two people",
    "<div><div>Ada</div><div>ada@example.com</div><div>bob@example.com</div></div>",
    ["ada@example.com", "bob@example.com"],
  ],
])("%s: a name is underlined where hovering it finds the address", (_, html, expected) => {
  document.body.innerHTML = html;
  expect(lines()).toEqual([...expected].sort((a, b) => (a < b ? -1 : 1)));
});

const text = (n: number) => document.querySelectorAll("li div")[n]?.firstChild as Text;

test("a rewritten name is underlined again, but not if it is someone else's", () => {
  document.body.innerHTML = ROW;
  lines();
  text(0).data = "Grace M. Hopper";
  expect(lines(text(0))).toEqual(["Grace M. Hopper", "grace@example.com"]);
  text(0).data = "Alan Turing";
  expect(lines(text(0))).toEqual(["grace@example.com"]);
});

test("a name isn't underlined any more if its address has gone or has changed", () => {
  document.body.innerHTML = ROW;
  lines();
  text(1).data = "alan@example.com";
  expect(lines(text(1))).toEqual(["alan@example.com"]);
  text(1).data = "grace@example.com";
  expect(lines(text(1))).toEqual(["Grace Hopper", "grace@example.com"]);
  text(1).remove();
  expect(lines(text(0))).toEqual([]);
});

test("tries only a few texts of a group with very many possible names", () => {
  const others = Array.from({ length: 30 }, (_, n) => `<div>Ада ${n}</div>`).join("");
  document.body.innerHTML = `<div><div>ada@example.com</div>${others}</div>`;
  let styles = 0;
  const { getComputedStyle: styleOf } = window;
  window.getComputedStyle = (...of) => {
    styles++;
    return styleOf.apply(window, of);
  };
  lines();
  window.getComputedStyle = styleOf;
  expect(styles).toBeLessThan(1_500);
});
