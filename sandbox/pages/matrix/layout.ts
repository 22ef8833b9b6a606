/** Writing directions, transforms, columns, tables, and texts of unusual length. */
import type { Section } from "./case.ts";

const UNSELECTABLE = "user-select:none;-webkit-user-select:none";

export const DIRECTIONS: Section = {
  title: "Directions and transforms",
  about: "Right to left, top to bottom, rotated, scaled and zoomed.",
  cases: [
    {
      name: "rtl",
      about: "in a paragraph from right to left",
      html: '<p dir="rtl" lang="he">כתבו אל rtl@matrix.example עוד היום</p>',
      expect: "rtl@matrix.example",
    },
    {
      name: "rtl-start",
      about: "the first word of a paragraph from right to left: its left end",
      html: '<p dir="rtl" lang="ar">rtl-start@matrix.example من فضلك</p>',
      word: "rtl-start@matrix.example",
      at: "start",
      expect: "rtl-start@matrix.example",
    },
    {
      name: "rtl-in-ltr",
      about: "after Hebrew in an English line",
      html: "<p>From שלום rtl-in-ltr@matrix.example today</p>",
      expect: "rtl-in-ltr@matrix.example",
    },
    {
      name: "rtl-beside",
      about: "left of a line from right to left",
      html: '<p dir="rtl">rtl-beside@matrix.example</p>',
      at: "left",
      expect: "",
    },
    {
      name: "bdo",
      about: "reversed by <bdo>: there is no address to read",
      html: '<bdo dir="rtl">bdo@matrix.example</bdo>',
      expect: "",
    },
    ...(["vertical-rl", "vertical-lr", "sideways-rl", "sideways-lr"] as const).map((mode) => ({
      name: mode,
      about: `writing-mode: ${mode}`,
      html: `<p style="writing-mode:${mode};height:230px">日本 ${mode}@matrix.example</p>`,
      expect: `${mode}@matrix.example`,
    })),
    {
      name: "upright",
      about: "vertical with upright letters",
      html: '<p style="writing-mode:vertical-rl;text-orientation:upright;height:420px">upright@matrix.example</p>',
      expect: "upright@matrix.example",
    },
    {
      name: "vertical-beside",
      about: "below the end of a vertical line",
      html: '<p style="writing-mode:vertical-rl;height:260px">beside@matrix.example</p>',
      at: "below",
      expect: "",
    },
    {
      name: "vertical-unselectable",
      about: "vertical, and unselectable",
      html: `<p style="writing-mode:vertical-rl;height:260px;${UNSELECTABLE}">down@matrix.example</p>`,
      expect: "down@matrix.example",
    },
    ...(
      [
        ["rotated", "rotate(-30deg)"],
        ["rotated-90", "rotate(90deg)"],
        ["upside-down", "rotate(180deg)"],
        ["scaled-up", "scale(2)"],
        ["scaled-down", "scale(0.5)"],
        ["skewed", "skew(25deg,5deg)"],
        ["mirrored", "scaleX(-1)"],
        ["perspective", "perspective(400px) rotateY(35deg)"],
      ] as const
    ).map(([name, transform]) => ({
      name,
      about: `transform: ${transform}`,
      html: `<div class="m-room"><p style="transform:${transform}">${name}@matrix.example</p></div>`,
      expect: `${name}@matrix.example`,
    })),
    {
      name: "rotated-corner",
      about: "inside the bounding box of rotated text, but not on it",
      html: '<div class="m-room"><p style="transform:rotate(-40deg)" data-point data-at="15% 15%">rotated-corner@matrix.example</p></div>',
      expect: "",
    },
    {
      name: "zoomed",
      about: "CSS zoom of 1.5",
      html: '<div style="zoom:1.5">Mail zoomed@matrix.example</div>',
      expect: "zoomed@matrix.example",
    },
    {
      name: "zoomed-down",
      about: "CSS zoom of 0.5 in one of 1.5",
      html: '<div style="zoom:1.5"><div style="zoom:0.5">Mail zoomed-down@matrix.example</div></div>',
      expect: "zoomed-down@matrix.example",
    },
    {
      name: "zoomed-unselectable",
      about: "CSS zoom of 1.5, and unselectable",
      html: `<div style="zoom:1.5;${UNSELECTABLE}">Mail zoomed-unselectable@matrix.example</div>`,
      expect: "zoomed-unselectable@matrix.example",
    },
    {
      name: "letter-spacing",
      about: "between two letters set wide apart",
      html: '<p style="letter-spacing:14px">wide@matrix.example</p>',
      expect: "wide@matrix.example",
    },
  ],
};

export const LINES: Section = {
  title: "Lines, columns and tables",
  about: "Words wrapped onto a second line, columns, cells, and rows with a custom layout.",
  cases: [
    {
      name: "broken-first",
      about: "wrapped onto a second line: on the first part",
      html: '<p style="width:170px;overflow-wrap:anywhere">broken-over-two-lines-first@matrix.example</p>',
      expect: "broken-over-two-lines-first@matrix.example",
    },
    {
      name: "broken-second",
      about: "wrapped onto a second line: on the second part",
      html: '<p style="width:170px;overflow-wrap:anywhere">broken-over-two-lines-second@matrix.example</p>',
      at: "last",
      expect: "broken-over-two-lines-second@matrix.example",
    },
    {
      name: "broken-wbr",
      about: "broken at a <wbr>: on the second part",
      html: '<p style="width:130px">broken-at-a-wbr<wbr>@matrix.example</p>',
      word: "@matrix.example",
      expect: "broken-at-a-wbr@matrix.example",
    },
    {
      name: "broken-unselectable",
      about: "wrapped onto a second line and unselectable: on the second part",
      html: `<p style="width:170px;overflow-wrap:anywhere;${UNSELECTABLE}">broken-and-not-selectable@matrix.example</p>`,
      at: "last",
      expect: "broken-and-not-selectable@matrix.example",
    },
    {
      name: "column",
      about: "in the second of two columns",
      html: '<div style="columns:2;width:520px;height:66px;column-fill:auto">The first column is filled with words that say little but take up room, so that whoever comes next stands in the other one: column@matrix.example</div>',
      expect: "column@matrix.example",
    },
    {
      name: "column-gap",
      about: "between two columns",
      html: '<div style="columns:2;column-gap:80px;width:520px;height:44px;column-fill:auto"><div>column-one@matrix.example</div><div>gap@matrix.example</div><div>column-two@matrix.example</div></div>',
      word: "column-two@matrix.example",
      at: "left",
      expect: "",
    },
    {
      name: "cell",
      about: "in a cell",
      html: "<table class=m-table><tr><td>before@matrix.example<td>cell@matrix.example<td>after@matrix.example</table>",
      expect: "cell@matrix.example",
    },
    {
      name: "cells-apart",
      about: "two cells without a gap: not one word",
      html: '<table style="border-spacing:0"><tr><td style="padding:0">cells@matrix</td><td style="padding:0">.example</td></tr></table>',
      word: "cells@matrix",
      expect: "",
    },
    {
      name: "css-cells-apart",
      about: "two elements with display: table-cell: not one word",
      html: '<span style="display:table-cell">css-cells@matrix</span><span style="display:table-cell">.example</span>',
      word: "css-cells@matrix",
      expect: "",
    },
    {
      name: "virtual-row",
      about: "a row of a list whose rows are laid out with transforms",
      html: `<div class="m-virtual" data-virtual>${Array.from({ length: 6 }, (_, n) => `<div style="transform:translateY(${(5 - n) * 24}px)">virtual-${n}@matrix.example</div>`).join("")}</div>`,
      expect: "virtual-2@matrix.example",
    },
    {
      name: "unselectable",
      about: "user-select: none",
      html: `<p style="${UNSELECTABLE}">Mail unselectable@matrix.example</p>`,
      expect: "unselectable@matrix.example",
    },
    {
      name: "unselectable-split",
      about: "user-select: none, split by <b>",
      html: `<p style="${UNSELECTABLE}">Mail unselectable<b>-split@mat</b>rix.example</p>`,
      word: "rix.example",
      expect: "unselectable-split@matrix.example",
    },
    {
      name: "unselectable-second",
      about: "user-select: none, the second of two",
      html: `<p style="${UNSELECTABLE}">first@matrix.example unselectable-second@matrix.example</p>`,
      expect: "unselectable-second@matrix.example",
    },
    {
      name: "select-all",
      about: "user-select: all",
      html: '<p>Mail <span style="user-select:all;-webkit-user-select:all">select-all@matrix.example</span></p>',
      expect: "select-all@matrix.example",
    },
  ],
};

export const LENGTHS: Section = {
  title: "Very long texts",
  about: "The page's script fills these, to a million characters in one text node.",
  cases: [
    {
      name: "million",
      about: "in the middle of a text node of a million characters",
      html: '<div class="m-box" data-fill="500000">million@matrix.example</div>',
      expect: "million@matrix.example",
    },
    {
      name: "million-unselectable",
      about: "the same, and unselectable",
      html: `<div class="m-box" data-fill="500000" style="${UNSELECTABLE}">million-unselectable@matrix.example</div>`,
      expect: "million-unselectable@matrix.example",
    },
    {
      name: "three-thousand",
      about: "3,000 letters, each in a <span>",
      html: `<div class="m-box" data-to-word>${`${spans("abcdefghij ".repeat(136))}${spans("three-thousand")}<span data-target>@</span>${spans("matrix.example")}${spans(" abcdefghij".repeat(136))}`}</div>`,
      word: "@",
      expect: "three-thousand@matrix.example",
    },
    {
      name: "many-nodes",
      about: "2,000 unselectable text nodes before it in the same block",
      html: `<div class="m-box" data-to-word style="${UNSELECTABLE}">${"<i>lorem </i>".repeat(2_000)}<b data-target>many-nodes@matrix.example</b></div>`,
      expect: "many-nodes@matrix.example",
    },
  ],
};

function spans(text: string): string {
  return [...text].map((letter) => `<span>${letter}</span>`).join("");
}
