// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findMentions } from "../../mentions/index.ts";
import { createPlacedMentions } from "./placed-mentions.ts";
import { type Readable, scan } from "./scan.ts";

vi.stubGlobal("chrome", {});

/** The texts of the mentions that are found below the body, in document order. */
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

/** Sets the body to a text that is split into spans at the given offsets. */
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
  // happy-dom 21 has no default style sheet for these.
  document.head.innerHTML = "<style>b, i, u, span { display: inline }</style>";
  document.body.replaceChildren();
});

describe("reading a page", () => {
  test("finds mentions within one node, and mentions that are split across several", () => {
    document.body.innerHTML =
      "<p>ada@example.com</p><p>gr<b>ace@exam</b>ple.c<i>om</i> and <u>linus@example.com</u>.</p>";
    expect(found()).toEqual(["ada@example.com", "grace@example.com", "linus@example.com"]);
  });

  test("ends words where hovering does: at boxes, footnotes and gaps", () => {
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

  test("completes a truncated mention, skips what takes no space, and finds no one in illegible text", () => {
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

  test("doesn't join text across blocks and line breaks", () => {
    document.body.innerHTML =
      "<div>ada@example</div><div>.com</div><p>x</p><p>grace@example.com</p><p>a<br>linus@example.com</p>";
    expect(found()).toEqual(["grace@example.com", "linus@example.com"]);
  });

  test("doesn't read scripts, styles and fields", () => {
    document.body.innerHTML =
      "<style>ada@example.com</style><textarea>ada@example.com</textarea><p>grace@example.com</p>";
    expect(found()).toEqual(["grace@example.com"]);
  });

  test("reads an added tree together with the text around it", () => {
    document.body.innerHTML = "<p>ada@<b>example</b>.com</p>";
    const [bold] = document.querySelectorAll("b");
    expect(found(bold)).toEqual(["ada@example.com"]);
  });

  test("reads a long text in parts, including mentions across them", () => {
    const filler = "word ".repeat(6_553);
    document.body.textContent = `${filler}ada@example.com ${filler}grace@example.com`;
    expect(found()).toEqual(["ada@example.com", "grace@example.com"]);
  });

  test("finds the same however inline elements split the text", () => {
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
