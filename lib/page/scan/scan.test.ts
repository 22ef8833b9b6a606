// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findMentions } from "../../mentions/index.ts";
import { createPlacedMentions } from "./placed-mentions.ts";
import { type Readable, scan } from "./scan.ts";

vi.stubGlobal("chrome", {});

/** What is found below the body, as text, in the document's order. */
function found(root: Readable = document.body): string[] {
  const places = createPlacedMentions();
  const read = new Set<Text>();
  const work = scan(root, {
    patterns: [],
    places,
    isNew: (node) => !read.has(node) && read.add(node).size > 0,
    onShadowRoot: () => {},
  });
  while (!work.next().done);
  return [...places.all()].map(({ query, start, startOffset, end, endOffset }) => {
    const range = document.createRange();
    range.setStart(start, startOffset);
    range.setEnd(end, endOffset);
    expect(String(range)).toBe(query.value);
    return query.value;
  });
}

/** Sets the body to text that is cut into spans at the given places. */
function cut(text: string, places: readonly number[]): void {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  const pieces = [...at, text.length].map((end, n) => text.slice(n === 0 ? 0 : at[n - 1], end));
  document.body.replaceChildren(
    ...pieces.map((piece, n) => {
      const element = document.createElement("span");
      element.textContent = piece;
      return n % 2 === 0 ? element : document.createTextNode(piece);
    }),
  );
}

beforeEach(() => {
  // happy-dom 21 has no style sheet of its own for these.
  document.head.innerHTML = "<style>b, i, u, span { display: inline }</style>";
  document.body.replaceChildren();
});

describe("reading a page", () => {
  test("finds what stands in one node, and what is split over several", () => {
    document.body.innerHTML =
      "<p>ada@example.com</p><p>gr<b>ace@exam</b>ple.c<i>om</i> and <u>linus@example.com</u>.</p>";
    expect(found()).toEqual(["ada@example.com", "grace@example.com", "linus@example.com"]);
  });

  test("ends words where hovering does: at boxes, notes and gaps", () => {
    document.body.innerHTML = [
      "<i style=display:inline-block>mail</i>ada@example.com",
      "grace@example.com<sup>1</sup>",
      "<b>linus@example.com</b><i style=margin-inline-start:3px>x</i>",
      "<b>alan@exam</b>ple.com",
    ]
      .map((html) => `<p>${html}</p>`)
      .join("");
    expect(found()).toEqual([
      "ada@example.com",
      "grace@example.com",
      "linus@example.com",
      "alan@example.com",
    ]);
  });

  test("says the whole of what is cut, passes over what takes no room, and finds nobody whom nobody can read", () => {
    document.body.innerHTML = [
      "<p title=ada@example.com>ada@exam…</p>",
      "<p style=font-size:0px>grace@example.com</p>",
      "<p>ed<i style=font-size:0px>.nospam</i>sger@example.com</p>",
      "<p>bar<i style=position:absolute>x</i>bara@example.com</p>",
    ].join("");
    const places = createPlacedMentions();
    const work = scan(document.body, {
      patterns: [],
      places,
      isNew: () => true,
      onShadowRoot: () => {},
    });
    while (!work.next().done);
    expect([...places.all()].map(({ query }) => query.value)).toEqual([
      "ada@example.com",
      "edsger@example.com",
      "barbara@example.com",
    ]);
  });

  test("joins nothing over blocks and line breaks", () => {
    document.body.innerHTML =
      "<div>ada@example</div><div>.com</div><p>x</p><p>grace@example.com</p><p>a<br>linus@example.com</p>";
    expect(found()).toEqual(["grace@example.com", "linus@example.com"]);
  });

  test("reads no scripts, styles and fields", () => {
    document.body.innerHTML =
      "<style>ada@example.com</style><textarea>ada@example.com</textarea><p>grace@example.com</p>";
    expect(found()).toEqual(["grace@example.com"]);
  });

  test("a tree that was put in is read with the text around it", () => {
    document.body.innerHTML = "<p>ada@<b>example</b>.com</p>";
    const [bold] = document.querySelectorAll("b");
    expect(found(bold)).toEqual(["ada@example.com"]);
  });

  test("a long text in parts, with what stands across them", () => {
    const filler = "word ".repeat(6_553);
    document.body.textContent = `${filler}ada@example.com ${filler}grace@example.com`;
    expect(found()).toEqual(["ada@example.com", "grace@example.com"]);
  });

  test("the same however inline elements cut the text", () => {
    const word = fc.constantFrom(
      "ada@example.com",
      "grace.hopper@mail.example.org",
      "2bu4uw0xqz6siuq7rl295qjvdz",
      "and",
      "x@y",
      "@",
      "2bu4uw0xqz6siuq7rl295qjvd",
      "<ada@example.com>",
      "a@b.co",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (whole, places) => {
        cut(whole, places);
        const expected = findMentions(whole).map(({ value }) => value);
        expect(found()).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
