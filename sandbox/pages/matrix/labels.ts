/** Links, tooltips and labels: mentions that an element carries without showing them as text. */
import type { Section } from "./case.ts";

const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='120' height='40'%3E%3Crect width='120' height='40' rx='8' fill='%238aa4e8'/%3E%3C/svg%3E";

export const LABELS: Section = {
  title: "Links, tooltips and labels",
  about: "An address may stand in an attribute while the text is a name.",
  cases: [
    {
      name: "mailto",
      about: "a mailto link whose text is a name",
      html: '<a href="mailto:mailto@matrix.example">Ada Lovelace</a>',
      word: "Ada Lovelace",
      expect: "mailto@matrix.example",
    },
    {
      name: "mailto-encoded",
      about: "percent-encoded, with a subject",
      html: '<a href="mailto:mailto%2Bcoded%40matrix.example?subject=A%20ticket">Ada Lovelace</a>',
      word: "Ada Lovelace",
      expect: "mailto+coded@matrix.example",
    },
    {
      name: "mailto-several",
      about: "two addresses: the first is taken",
      html: '<a href="mailto:mailto-several@matrix.example,other@matrix.example">the team</a>',
      word: "the team",
      expect: "mailto-several@matrix.example",
    },
    {
      name: "mailto-nested",
      about: "elements inside the link",
      html: '<a href="mailto:mailto-nested@matrix.example"><b><i>Ada</i></b> Lovelace</a>',
      word: "Ada",
      expect: "mailto-nested@matrix.example",
    },
    {
      name: "mailto-text-wins",
      about: "the link's text is another address: what a reader sees counts",
      html: '<a href="mailto:href@matrix.example">text-wins@matrix.example</a>',
      expect: "text-wins@matrix.example",
    },
    {
      name: "title",
      about: "a title on the element",
      html: '<span title="title@matrix.example">Ada Lovelace</span>',
      word: "Ada Lovelace",
      expect: "title@matrix.example",
    },
    {
      name: "title-above",
      about: "a title two elements further up",
      html: '<div title="Ada &lt;title-above@matrix.example&gt;" style="width:max-content"><p><b>Ada Lovelace</b></p></div>',
      word: "Ada Lovelace",
      expect: "title-above@matrix.example",
    },
    {
      name: "aria-label",
      about: "aria-label of a button",
      html: '<button type="button" aria-label="Mail aria-label@matrix.example">AL</button>',
      word: "AL",
      expect: "aria-label@matrix.example",
    },
    {
      name: "alt",
      about: "alt of a picture",
      html: `<img data-point src="${PICTURE}" alt="alt@matrix.example">`,
      expect: "alt@matrix.example",
    },
    {
      name: "area",
      about: "an area of an image map, by its mailto link",
      html: `<img data-point src="${PICTURE}" usemap="#m-area" alt="Team"><map name="m-area"><area shape="rect" coords="0,0,120,40" href="mailto:area@matrix.example" alt="Ada"></map>`,
      expect: "area@matrix.example",
    },
    {
      name: "input-title",
      about: "title of a field that is empty",
      html: '<input data-point title="input-title@matrix.example">',
      expect: "input-title@matrix.example",
    },
    {
      name: "label",
      about: "the text of a <label>",
      html: '<label><input type="checkbox"> label@matrix.example</label>',
      expect: "label@matrix.example",
    },
    {
      name: "button",
      about: "the text of a <button>",
      html: '<button type="button">button@matrix.example</button>',
      expect: "button@matrix.example",
    },
    {
      name: "select",
      about: "the chosen option of a closed <select>",
      html: "<select data-point><option>nobody</option><option selected>select@matrix.example</option></select>",
      expect: "select@matrix.example",
    },
    {
      name: "select-value",
      about: "the value of an option whose text is a name",
      html: '<select data-point><option value="select-value@matrix.example">Ada Lovelace</option></select>',
      expect: "select-value@matrix.example",
    },
    {
      name: "select-other",
      about: "another option than the chosen one",
      html: "<select data-point><option>Nobody</option><option>select-other@matrix.example</option></select>",
      expect: "",
    },
    {
      name: "select-optgroup",
      about: "an option of a group, with a name",
      html: '<select data-point><optgroup label="Team"><option>Ada (select-group@matrix.example)</option></optgroup></select>',
      expect: "select-group@matrix.example",
    },
    {
      name: "select-list",
      about: "options of an open list: not read",
      html: '<select data-point data-at="30% 30%" size="2"><option>option@matrix.example</option><option>b</option></select>',
      expect: "",
    },
  ],
};
