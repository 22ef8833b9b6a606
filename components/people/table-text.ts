/** Tables as text, for tickets and spreadsheets. The first row is the head. Values may be anything. */

export type TableFormat = "Markdown" | "CSV" | "TSV";

type Table = readonly (readonly string[])[];

/**
 * A value that a spreadsheet would take for a formula, with an apostrophe before it, by which it is text (OWASP, CSV
 * injection; ASVS 1.2.10). Spaces and double-width signs before or instead of the usual ones are taken for them too.
 */
const asText = (value: string) => value.replace(/^(?=[\t\r\n\0]|\s*[=+\-@＝＋－＠])/, "'");

/**
 * RFC 4180. Where the comma divides decimals, a spreadsheet cuts at each semicolon, whatever stands in quotes: what
 * follows one is no formula either.
 */
const inCsv = (value: string) => {
  const inert = value.replace(/;(?=\s*[=+\-@＝＋－＠])/g, ";'");
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** Has no way to quote; but what begins with a quote would be read on by a spreadsheet to the next one. */
const inTsv = (value: string) =>
  value.replace(/^(?=")/, "'").replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ");

/** Markup of Markdown and HTML: no value makes a picture, a column, or a link that does not say where it leads. */
const inMarkdown = (value: string) =>
  value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, " ");

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;

const WRITERS: Record<TableFormat, (table: Table) => string> = {
  Markdown: ([head = [], ...rows]) =>
    [head.map(inMarkdown), head.map(() => "---"), ...rows.map((row) => row.map(inMarkdown))]
      .map(line)
      .join(""),
  CSV: (table) =>
    table.map((row) => `${row.map((value) => inCsv(asText(value))).join(",")}\r\n`).join(""),
  TSV: (table) =>
    table.map((row) => `${row.map((value) => inTsv(asText(value))).join("\t")}\n`).join(""),
};

export const tableText = (table: Table, format: TableFormat): string => WRITERS[format](table);
