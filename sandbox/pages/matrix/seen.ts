/** Invisible text is never part of a word, nor a mention. */
import type { Section } from "./case.ts";

const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='24'%3E%3Crect width='320' height='24' fill='%23dde'/%3E%3C/svg%3E";

export const SEEN: Section = {
  title: "Visible text",
  about: "Letters without size or color are for programs: the word is what remains without them.",
  cases: [
    {
      name: "font-size-zero",
      about: "a piece with font-size: 0 inside",
      html: 'font-size<span style="font-size:0">.nospam</span>-zero@matrix.example',
      word: "-zero@matrix.example",
      expect: "font-size-zero@matrix.example",
    },
    {
      name: "font-size-zero-spaced",
      about: "a piece with font-size: 0 and blanks inside",
      html: 'zero-spaced<span style="font-size:0"> (at) </span>@matrix.example',
      word: "@matrix.example",
      expect: "zero-spaced@matrix.example",
    },
    {
      name: "zero-width-box",
      about: "a piece in a box without a width",
      html: 'zero-width<span style="display:inline-block;width:0;height:1em;overflow:hidden;vertical-align:top">.nospam</span>-box@matrix.example',
      word: "-box@matrix.example",
      expect: "zero-width-box@matrix.example",
    },
    {
      name: "invisible-before",
      about: "hidden letters before it leave a gap",
      html: '<span style="visibility:hidden">grace</span>invisible-before@matrix.example',
      expect: "invisible-before@matrix.example",
    },
    {
      name: "see-through-behind",
      about: "letters with opacity: 0 after it",
      html: 'see-through-behind@matrix.example<span style="opacity:0">spam</span>',
      expect: "see-through-behind@matrix.example",
    },
    {
      name: "colorless-before",
      about: "transparent letters before it",
      html: '<span style="color:transparent">grace</span>colorless-before@matrix.example',
      expect: "colorless-before@matrix.example",
    },
    {
      name: "dotted-before",
      about: "letters before it that are shown as dots",
      html: '<span style="-webkit-text-security:disc">grace</span>dotted-before@matrix.example',
      expect: "dotted-before@matrix.example",
    },
    {
      name: "dotted",
      about: "all of it shown as dots",
      html: '<span data-point style="-webkit-text-security:disc">dotted@matrix.example</span>',
      expect: "",
    },
    {
      name: "colorless",
      about: "transparent letters over nothing",
      html: '<span style="color:transparent">colorless@matrix.example</span>',
      word: "colorless@matrix.example",
      expect: "",
    },
    {
      name: "see-through",
      about: "opacity: 0",
      html: '<span style="opacity:0">see-through@matrix.example</span>',
      word: "see-through@matrix.example",
      expect: "",
    },
    {
      name: "transparent-text",
      about: "transparent letters over a picture of them, as PDF viewers have",
      html: `<div style="position:relative;width:320px;height:24px"><img src="${PICTURE}" alt=""><span style="position:absolute;left:4px;top:2px;color:transparent">transparent-text@matrix.example</span></div>`,
      expect: "transparent-text@matrix.example",
    },
    {
      name: "gradient-text",
      about: "letters cut out of a colored background",
      html: '<b style="color:transparent;background:linear-gradient(90deg,#b3261e,#3a5fc8);background-clip:text;-webkit-background-clip:text">gradient-text@matrix.example</b>',
      expect: "gradient-text@matrix.example",
    },
    {
      name: "variation-selector",
      about: "an invisible variation selector inside",
      html: "a&#xfe0f;variation-selector@matrix.example",
      word: "variation-selector@matrix.example",
      expect: "avariation-selector@matrix.example",
    },
    {
      name: "user-id-invisible",
      about: "a user ID with invisible characters inside",
      html: "m4tr1x1nv&#x2063;1s1bleq7w2&#xfe0f;e9r4t6y",
      word: "1s1bleq7w2",
      expect: "m4tr1x1nv1s1bleq7w2e9r4t6y",
    },
    {
      name: "bidi-override",
      about: "letters in reverse order, which a style reverses again",
      html: '<span style="unicode-bidi:bidi-override;direction:rtl">elpmaxe.xirtam@idib.ada</span>',
      word: "elpmaxe.xirtam@idib.ada",
      expect: "",
    },
    {
      name: "bidi-bdo",
      about: "the same with an element",
      html: '<bdo dir="rtl">elpmaxe.xirtam@odb.ada</bdo>',
      word: "elpmaxe.xirtam@odb.ada",
      expect: "",
    },
    {
      name: "bidi-character",
      about: "the same with a character",
      html: "<span>\u202eelpmaxe.xirtam@olr.ada\u202c</span>",
      word: "elpmaxe.xirtam@olr.ada",
      expect: "",
    },
  ],
};
