import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableText } from "./table-text.ts";

/** Values that someone would choose to break out of a cell. */
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(..."=+-@\t\r\n\0\v\f\u0085\u2028\"',;|\\`<>&*_[]()!~ a＝\u00a0"),
  }),
);
const table = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1 });

/** What a spreadsheet treats as a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Parses a text as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, plain = "", end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`No cell at ${at} of ${JSON.stringify(text)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push(row.splice(0));
  }
  return rows;
}

describe("CSV", () => {
  test.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ['=HYPERLINK("https://evil.example","x")', '"\'=HYPERLINK(""https://evil.example"",""x"")"'],
    [" =1", "' =1"],
    ["＝1", "'＝1"],
    ["a=1", "a=1"],
    ["a;=1; -2;b", "a;'=1;' -2;b"],
    ["", ""],
  ])("writes %j as %j", (given, written) => {
    expect(tableText([[given, "b"]], "CSV")).toBe(`${written},b\r\n`);
  });

  test("parses to what was written, whatever the values, and contains no formula", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(tableText(rows, "CSV"));
        const bare = (cells: string[]) => cells.map((cell) => cell.replace(/(^|;)'/g, "$1"));
        expect(read.map(bare)).toEqual(rows.map(bare));
        for (const cell of read.flat())
          for (const part of cell.split(";")) expect(part.trimStart()).not.toMatch(/^[=+\-@]/);
        for (const cell of read.flat()) expect(cell).not.toMatch(FORMULA);
      }),
    );
  });
});

describe("TSV", () => {
  test.each([
    ["a\tb", "a b"],
    ["two\r\nlines", "two lines"],
    ["=1", "'=1"],
    ["\t=1", "' =1"],
    ['"quoted', "'\"quoted"],
    ['in "it"', 'in "it"'],
  ])("writes %j as %j", (given, written) => {
    expect(tableText([[given, "b"]], "TSV")).toBe(`${written}\tb\n`);
  });

  test("has as many lines and cells as the table, whatever the values, and contains no formula", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const lines = tableText(rows, "TSV").split(/[\r\n\v\f\u0085\u2028\u2029]/);
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(rows.length);
        for (const line of lines) {
          const cells = line.split("\t");
          expect(cells).toHaveLength(3);
          for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@"]/);
        }
      }),
    );
  });
});

describe("Markdown", () => {
  test("is a table", () => {
    expect(
      tableText(
        [
          ["Who", "What"],
          ["ada@example.com", "admin"],
        ],
        "Markdown",
      ),
    ).toBe("| Who | What |\n| --- | --- |\n| ada@example.com | admin |\n");
  });

  test.each([
    ["a|b", "a\\|b"],
    ["a\\|b", "a\\\\\\|b"],
    ["two\r\nlines", "two lines"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["&lt;", "&amp;lt;"],
    ["![](https://evil.example/x.png)", "!\\[\\](https://evil.example/x.png)"],
    ["`code` *b* _i_ ~s~", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~"],
    ["=1", "=1"],
  ])("writes %j as %j", (given, written) => {
    expect(tableText([["head"], [given]], "Markdown")).toBe(`| head |\n| --- |\n| ${written} |\n`);
  });

  test("has as many lines and cells as the table, whatever the values, and contains no markup", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const lines = tableText(rows, "Markdown").split(/[\r\n]/);
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines) {
          const bare = line.replace(/\\[\\`*_[\]|~]/g, "");
          expect(bare.split("|")).toHaveLength(5);
          expect(bare).not.toMatch(/[\\`*_[\]~<>]/);
        }
      }),
    );
  });
});
