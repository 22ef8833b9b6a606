/** Tables as text, for tickets and spreadsheets. The first row is the heading. Values can be anything. */

export type TableFormat = "Markdown" | "CSV" | "TSV";

type Table = readonly (readonly string[])[];

/**
 * Prefixes a value that a spreadsheet would treat as a formula with an apostrophe, which makes it text (OWASP, CSV
 * injection; ASVS 1.2.10). This includes values with leading spaces or full-width signs.
 */
const asText = (value: string) => value.replace(/^(?=[\t\r\n\0]|\s*[=+\-@＝＋－＠])/, "'");

/**
 * RFC 4180. Where the decimal separator is a comma, a spreadsheet splits at each semicolon, even inside quotes: what
 * follows one must not be a formula either.
 */
const inCsv = (value: string) => {
  const inert = value.replace(/;(?=\s*[=+\-@＝＋－＠])/g, ";'");
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** TSV can't quote, but a spreadsheet would read a value that starts with a quote on to the next quote. */
const inTsv = (value: string) =>
  value.replace(/^(?=")/, "'").replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ");

/** Escapes Markdown and HTML: no value creates an image, a column, or a link that doesn't show where it leads. */
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
