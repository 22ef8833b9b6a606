/** Hovering next to a word isn't hovering it. */
import type { Section } from "./case.ts";

export const BESIDE: Section = {
  title: "Next to the word",
  about:
    "The browser returns the nearest text for any point: a pointer next to it must find nothing.",
  cases: [
    {
      name: "beside-right",
      about: "right of the line's end",
      html: "<p>beside-right@matrix.example</p>",
      at: "right",
      expect: "",
    },
    {
      name: "beside-left",
      about: "in the margin left of the line",
      html: '<p style="margin-left:80px">beside-left@matrix.example</p>',
      at: "left",
      expect: "",
    },
    {
      name: "beside-gap",
      about: "in a wide gap between two words",
      html: '<p style="word-spacing:80px">gap-left@matrix.example gap-right@matrix.example</p>',
      word: "gap-left@matrix.example",
      at: "right",
      expect: "",
    },
    {
      name: "beside-above",
      about: "between two lines set wide apart: above",
      html: '<p style="line-height:64px">beside-above@matrix.example</p>',
      at: "above",
      expect: "",
    },
    {
      name: "beside-below",
      about: "between two lines set wide apart: below",
      html: '<p style="line-height:64px">beside-below@matrix.example</p>',
      at: "below",
      expect: "",
    },
    {
      name: "beside-padding",
      about: "in the padding of a cell",
      html: '<table><tr><td style="padding:20px 60px">beside-padding@matrix.example</td></tr></table>',
      at: "left",
      expect: "",
    },
    {
      name: "beside-marker",
      about: "on the marker of a list item",
      html: '<ul style="padding-left:40px"><li>beside-marker@matrix.example</li></ul>',
      at: "left",
      expect: "",
    },
    {
      name: "beside-link",
      about: "right of a mailto link",
      html: '<p><a href="mailto:beside-link@matrix.example">Ada Lovelace</a></p>',
      word: "Ada Lovelace",
      at: "right",
      expect: "",
    },
    {
      name: "beside-wrapped",
      about: "right of the end of a word that wraps onto a second line",
      html: '<p style="width:170px;padding-right:60px;overflow-wrap:anywhere">beside-wrapped-word@matrix.example</p>',
      at: "last-right",
      expect: "",
    },
    {
      name: "beside-clipped",
      about: "where text would continue that overflow: hidden cuts off",
      html: '<div style="width:90px;overflow:hidden;white-space:nowrap">beside-clipped@matrix.example</div>',
      at: "end",
      expect: "",
    },
    {
      name: "beside-clip-path",
      about: "on a part that clip-path cuts off",
      html: '<div style="width:max-content;clip-path:inset(0 50% 0 0)">beside-clip-path@matrix.example</div>',
      at: "end",
      expect: "",
    },
    {
      name: "beside-unselectable",
      about: "right of the end of unselectable text",
      html: '<p style="user-select:none;-webkit-user-select:none">beside-unselectable@matrix.example</p>',
      at: "right",
      expect: "",
    },
  ],
};
