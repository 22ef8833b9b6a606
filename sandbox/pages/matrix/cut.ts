/** Text that a program truncates, and where the whole text is. */
import type { Case, Section } from "./case.ts";

const CASES: readonly Case[] = [
  {
    name: "cut-title",
    about: "an address cut after a dot, with a tooltip",
    html: '<span title="cut-title@matrix.example">cut-title@matrix.exam…</span>',
    word: "cut-title",
    expect: "cut-title@matrix.example",
  },
  {
    name: "cut-dots",
    about: "the same with three dots",
    html: '<span title="cut-dots@matrix.example">cut-dots@matrix.exam...</span>',
    word: "cut-dots",
    expect: "cut-dots@matrix.example",
  },
  {
    name: "cut-cell",
    about: "the tooltip belongs to the cell",
    html: '<table><tr><td title="Ada Lovelace &lt;cut-cell@matrix.example&gt;"><span>cut-cell@matrix.exam…</span></td></tr></table>',
    word: "cut-cell",
    expect: "cut-cell@matrix.example",
  },
  {
    name: "cut-link",
    about: "the mailto link around it",
    html: '<a href="mailto:cut-link@matrix.example"><span>cut-link@matrix.exam…</span></a>',
    word: "cut-link",
    expect: "cut-link@matrix.example",
  },
  {
    name: "cut-local-part",
    about: "cut in the local part, the tooltip on the cell",
    html: '<table><tr><td title="cut-local-part@matrix.example"><span>cut-loc…</span></td></tr></table>',
    word: "cut-loc",
    expect: "cut-local-part@matrix.example",
  },
  {
    name: "cut-middle",
    about: "cut in the middle",
    html: '<div title="cut-in-the-middle@matrix.example"><p><b>cut-in…@matrix.example</b></p></div>',
    word: "cut-in",
    expect: "cut-in-the-middle@matrix.example",
  },
  {
    name: "cut-top-level",
    about: "cut in the top-level domain, in a data attribute",
    html: '<p data-original-title="cut-top-level@matrix.example"><i>cut-top-level@matrix.e…</i></p>',
    word: "cut-top-level",
    expect: "cut-top-level@matrix.example",
  },
  {
    name: "cut-user-id",
    about: "a user ID, cut",
    html: '<span title="m4tr1xcut1dq7w2e9r4t6y8u1a"><code>m4tr1xcut1…</code></span>',
    word: "m4tr1xcut1",
    expect: "m4tr1xcut1dq7w2e9r4t6y8u1a",
  },
  {
    name: "cut-several",
    about: "a tooltip with several people: the one with the same beginning",
    html: '<span title="grace@matrix.example, cut-several@matrix.example">cut-several@matrix.exam…</span>',
    word: "cut-several",
    expect: "cut-several@matrix.example",
  },
  {
    name: "cut-brackets",
    about: "an ellipsis in brackets",
    html: '<span title="cut-brackets@matrix.example">cut-brackets@matrix.exam[...]</span>',
    word: "cut-brackets",
    expect: "cut-brackets@matrix.example",
  },
  {
    name: "cut-other-title",
    about: "a tooltip about someone else: as written",
    html: '<span title="grace@matrix.example">cut-other-title@matrix.exam…</span>',
    word: "cut-other-title",
    expect: "cut-other-title@matrix.exam",
  },
  {
    name: "cut-alone",
    about: "nothing more: as written",
    html: "<p>cut-alone@matrix.exam…</p>",
    word: "cut-alone",
    expect: "cut-alone@matrix.exam",
  },
  {
    name: "cut-early",
    about: "nothing more, and no domain: no one",
    html: "<p>cut-early@matr…</p>",
    word: "cut-early",
    expect: "",
  },
];

export const CUT: Section = {
  title: "Cut text",
  about: "What an ellipsis cuts off is in the tooltip, on the cell or in the link around it.",
  cases: CASES.map((each) => ({ ...each, html: apart(each.html) })),
};

/** The row's own attributes name the expected person: far enough out that they aren't mistaken for the page's. */
function apart(html: string): string {
  return `<div><div><div><div>${html}</div></div></div></div>`;
}
