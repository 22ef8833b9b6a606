/** Where a word ends without a space: what a reader sees between two pieces of text. */
import type { Section } from "./case.ts";

const BOX = "display:inline-block";

export const SEAMS: Section = {
  title: "Where a word ends",
  about:
    "Two pieces of text are one word only if they touch in one line, with nothing drawn between them and no box of their own.",
  cases: [
    {
      name: "icon-before",
      about: "an icon's name before the word, which its font shows as a picture",
      html: `<i class="icons" style="${BOX}">mail</i>icon-before@matrix.example`,
      expect: "icon-before@matrix.example",
    },
    {
      name: "icon-behind",
      about: "an icon's name after the word",
      html: `icon-behind@matrix.example<i class="icons" style="${BOX}">mail</i>`,
      expect: "icon-behind@matrix.example",
    },
    {
      name: "icon-in-line",
      about: "an icon without a box, recognized by its font",
      html: "<i style=\"font-family:'Material Icons',monospace\">alternate_email</i>icon-in-line@matrix.example",
      expect: "icon-in-line@matrix.example",
    },
    {
      name: "icon-by-css",
      about: "an icon that ::before draws, between a name and an address",
      html: '<span>Lovelace</span><span class="m-icon"></span><span>icon-by-css@matrix.example</span>',
      expect: "icon-by-css@matrix.example",
    },
    {
      name: "icon-sized",
      about: "an empty box with a picture in its background in between",
      html: `<span>Lovelace</span><i style="${BOX};width:16px;height:16px;background:#8aa4e8"></i><span>icon-sized@matrix.example</span>`,
      expect: "icon-sized@matrix.example",
    },
    {
      name: "boxes",
      about: "boxes as columns",
      html: `<span style="${BOX};width:180px">Ada Lovelace</span><span style="${BOX};width:260px">boxes@matrix.example</span>`,
      expect: "boxes@matrix.example",
    },
    {
      name: "boxes-user-id",
      about: "a user ID in the middle of three boxes",
      html: `<span style="${BOX};width:120px">Lovelace</span><span style="${BOX};width:240px">m4tr1xb0x3sq7w2e9r4t6y8u1a</span><span style="${BOX}">admin</span>`,
      expect: "m4tr1xb0x3sq7w2e9r4t6y8u1a",
    },
    {
      name: "boxes-dash",
      about: "a dash at the end of the box before it",
      html: `<span style="${BOX};width:120px">Ada</span><span style="${BOX};width:260px">boxes-dash@matrix.example</span><span style="${BOX};width:90px">-admin</span>`,
      expect: "boxes-dash@matrix.example",
    },
    {
      name: "comma-by-css",
      about: "two in a row, the comma drawn by ::after: the first",
      html: '<span class="m-comma">comma-by-css@matrix.example</span><span class="m-comma">second-of@matrix.example</span>',
      expect: "comma-by-css@matrix.example",
    },
    {
      name: "comma-by-css-second",
      about: "the second of them",
      html: '<span class="m-comma">first-of@matrix.example</span><span class="m-comma">comma-by-css-second@matrix.example</span>',
      expect: "comma-by-css-second@matrix.example",
    },
    {
      name: "space-by-css",
      about: "separated by an empty ::after with padding",
      html: '<span class="m-space">grace</span><span>space-by-css@matrix.example</span>',
      expect: "space-by-css@matrix.example",
    },
    {
      name: "margin",
      about: "two in a row, separated by a margin: the second",
      html: '<span>grace@matrix.example</span><span style="margin-left:6px">margin@matrix.example</span>',
      expect: "margin@matrix.example",
    },
    {
      name: "margin-first",
      about: "the first of them",
      html: '<span style="margin-right:6px">margin-first@matrix.example</span><span>grace@matrix.example</span>',
      expect: "margin-first@matrix.example",
    },
    {
      name: "footnote",
      about: "the number of a footnote",
      html: "footnote@matrix.example<sup>1</sup>",
      expect: "footnote@matrix.example",
    },
    {
      name: "footnote-letter",
      about: "a letter as the mark of a footnote, raised by CSS",
      html: 'footnote-letter@matrix.example<span style="vertical-align:super;font-size:70%">a</span>',
      expect: "footnote-letter@matrix.example",
    },
    {
      name: "footnote-relative",
      about: "raised as most style sheets do it: <sup> with line-height: 0",
      html: 'footnote-relative@matrix.example<sup style="font-size:75%;line-height:0;position:relative;top:-.5em;vertical-align:baseline">2</sup>',
      expect: "footnote-relative@matrix.example",
    },
    {
      name: "time-behind",
      about: "the time in small letters, a little apart",
      html: '<b>time-behind@matrix.example</b><small style="margin-left:3px">12:30</small>',
      expect: "time-behind@matrix.example",
    },
    {
      name: "badge-behind",
      about: "a badge with padding",
      html: 'badge-behind@matrix.example<span style="padding:0 5px;border-radius:8px;background:#ddd">new</span>',
      expect: "badge-behind@matrix.example",
    },
    {
      name: "bold-piece",
      about: "half of it bold",
      html: "<b>bold-pi</b>ece@matrix.example",
      word: "ece@matrix.example",
      expect: "bold-piece@matrix.example",
    },
    {
      name: "highlight-padded",
      about: "a highlighter's span with a color and a little padding",
      html: 'highlight-<mark style="padding:.1875em">padded@mat</mark>rix.example',
      word: "padded@mat",
      expect: "highlight-padded@matrix.example",
    },
    {
      name: "outer-edge",
      about: "space on the outer edge of a highlighted beginning separates nothing",
      html: '<b style="padding-left:12px;margin-left:4px">outer-ed</b>ge@matrix.example',
      word: "ge@matrix.example",
      expect: "outer-edge@matrix.example",
    },
    {
      name: "pseudo-out-of-line",
      about: "a ::before that is drawn elsewhere separates nothing",
      html: 'pseudo-out<span class="m-elsewhere">-of-line@matrix</span>.example',
      word: "-of-line@matrix",
      expect: "pseudo-out-of-line@matrix.example",
    },
    {
      name: "pseudo-empty",
      about: "an empty ::after separates nothing",
      html: '<span class="m-nothing">pseudo</span>-empty@matrix.example',
      word: "-empty@matrix.example",
      expect: "pseudo-empty@matrix.example",
    },
    {
      name: "at-in-a-box",
      about: "the @ in a box of its own",
      html: `at-in-a-box<span style="${BOX}">@</span>matrix.example`,
      word: "matrix.example",
      expect: "at-in-a-box@matrix.example",
    },
    {
      name: "out-of-line",
      about: "words for screen readers in the middle, which aren't drawn",
      html: 'out-of-line<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">at</span>@matrix.example',
      word: "@matrix.example",
      expect: "out-of-line@matrix.example",
    },
  ],
};
