/** Fields: their value is read if it is visible, but never a password. */
import type { Case, Section } from "./case.ts";

export const FIELDS: Section = {
  title: "Fields",
  about: "The value under the pointer, not the field's first one; nothing of a password.",
  cases: [
    ...["text", "email", "search", "url", "tel"].map(
      (type): Case => ({
        name: `input-${type}`,
        about: `type=${type}`,
        html: `<input data-point data-at="30% 50%" type="${type}" size="32" value="input-${type}@matrix.example">`,
        expect: `input-${type}@matrix.example`,
      }),
    ),
    {
      name: "input-password",
      about: "type=password",
      html: '<input data-point data-at="20% 50%" type="password" autocomplete="off" size="32" value="input-password@matrix.example">',
      expect: "",
    },
    {
      name: "input-password-shown",
      about: "a password that the page shows as dots itself (-webkit-text-security)",
      html: '<input data-point data-at="20% 50%" style="-webkit-text-security:disc" size="32" value="dots@matrix.example">',
      expect: "",
    },
    {
      name: "input-number",
      about: "type=number",
      html: '<input data-point data-at="20% 50%" type="number" value="12345">',
      expect: "",
    },
    {
      name: "input-placeholder",
      about: "a placeholder is no one",
      html: '<input data-point data-at="30% 50%" size="32" placeholder="placeholder@matrix.example">',
      expect: "",
    },
    {
      name: "input-readonly",
      about: "read-only",
      html: '<input data-point data-at="30% 50%" size="32" readonly value="input-readonly@matrix.example">',
      expect: "input-readonly@matrix.example",
    },
    {
      name: "input-disabled",
      about: "disabled",
      html: '<input data-point data-at="30% 50%" size="32" disabled value="input-disabled@matrix.example">',
      expect: "input-disabled@matrix.example",
    },
    {
      name: "input-second",
      about: "the second of two addresses",
      html: '<input data-point data-at="70% 50%" size="44" value="one@matrix.example, input-second@matrix.example">',
      expect: "input-second@matrix.example",
    },
    {
      name: "input-beside",
      about: "far right of a short value",
      html: '<input data-point data-at="92% 50%" size="60" value="input-beside@matrix.example">',
      expect: "",
    },
    {
      name: "input-scrolled",
      about: "a long value scrolled to its end",
      html: '<input data-point data-at="70% 50%" data-scroll-left="9999" size="24" value="first@matrix.example, second@matrix.example, third@matrix.example, input-scrolled@matrix.example">',
      expect: "input-scrolled@matrix.example",
    },
    {
      name: "input-right",
      about: "text-align: right",
      html: '<input data-point data-at="80% 50%" size="60" style="text-align:right" value="input-right@matrix.example">',
      expect: "input-right@matrix.example",
    },
    {
      name: "input-rtl",
      about: "dir=rtl",
      html: '<input data-point data-at="80% 50%" size="60" dir="rtl" value="input-rtl@matrix.example">',
      expect: "input-rtl@matrix.example",
    },
    {
      name: "input-large",
      about: "a tall field with padding",
      html: '<input data-point data-at="30% 50%" size="26" style="font-size:22px;padding:18px 12px" value="input-large@matrix.example">',
      expect: "input-large@matrix.example",
    },
    {
      name: "input-padding",
      about: "in the padding above the value",
      html: '<input data-point data-at="30% 8%" size="32" style="padding:40px 4px" value="input-padding@matrix.example">',
      expect: "",
    },
    {
      name: "input-transformed",
      about: "a field scaled to one and a half",
      html: '<div style="height:60px"><input data-point data-at="30% 50%" size="32" style="transform:scale(1.5);transform-origin:0 0" value="input-transformed@matrix.example"></div>',
      expect: "input-transformed@matrix.example",
    },
    {
      name: "textarea-line",
      about: "the third line of a textarea",
      html: '<textarea data-point data-at="20% 50%" rows="5" cols="40" style="line-height:20px;padding:0;border:0;height:100px">line-one@matrix.example\nline-two@matrix.example\ntextarea-line@matrix.example\nline-four@matrix.example\n</textarea>',
      expect: "textarea-line@matrix.example",
    },
    {
      name: "textarea-wrapped",
      about: "a line that the textarea wraps: on the second row",
      html: '<textarea data-point data-at="10% 30%" rows="5" style="font-family:monospace;width:32ch;line-height:20px;padding:0;border:0;height:100px">The customer says it is textarea-wrapped@matrix.example</textarea>',
      expect: "textarea-wrapped@matrix.example",
    },
    {
      name: "textarea-scrolled",
      about: "scrolled by ten lines",
      html: `<textarea data-point data-at="20% 50%" data-scroll="200" style="line-height:20px;padding:0;border:0;height:60px;width:320px">${Array.from({ length: 30 }, (_, line) => (line === 11 ? "textarea-scrolled@matrix.example" : `line-${line}@matrix.example`)).join("\n")}</textarea>`,
      expect: "textarea-scrolled@matrix.example",
    },
    {
      name: "textarea-below",
      about: "in the empty part below the text",
      html: '<textarea data-point data-at="10% 85%" rows="6" cols="40">textarea-below@matrix.example</textarea>',
      expect: "",
    },
    {
      name: "textarea-beside",
      about: "right of a line's end",
      html: '<textarea data-point data-at="92% 15%" rows="4" cols="70">textarea-beside@matrix.example</textarea>',
      expect: "",
    },
    {
      name: "contenteditable",
      about: "an editor, while no one types",
      html: '<div contenteditable="true" class="m-editor">Dear contenteditable@matrix.example,</div>',
      expect: "contenteditable@matrix.example",
    },
    {
      name: "contenteditable-split",
      about: "an editor, split by <b>",
      html: '<div contenteditable="true" class="m-editor">Dear editable-<b>split@mat</b>rix.example,</div>',
      word: "split@mat",
      expect: "editable-split@matrix.example",
    },
  ],
};
