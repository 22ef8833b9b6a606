/** SVG and MathML. */
import type { Section } from "./case.ts";

export const DRAWINGS: Section = {
  title: "SVG and MathML",
  about: "Text that is drawn, or set in formulas.",
  cases: [
    {
      name: "svg-text",
      about: "an SVG text",
      html: svg('<text x="10" y="30">svg-text@matrix.example</text>'),
      expect: "svg-text@matrix.example",
    },
    {
      name: "svg-tspans",
      about: "split by <tspan>s that follow one another",
      html: svg(
        '<text x="10" y="30">svg<tspan font-weight="bold">-tspans</tspan><tspan>@matrix</tspan>.example</text>',
      ),
      word: "-tspans",
      expect: "svg-tspans@matrix.example",
    },
    {
      name: "svg-tspans-apart",
      about: "<tspan>s positioned in two lines: not one word",
      html: svg(
        '<text><tspan x="10" y="20">svg-apart@matrix</tspan><tspan x="10" y="44">.example</tspan></text>',
      ),
      word: "svg-apart@matrix",
      expect: "",
    },
    {
      name: "svg-texts-apart",
      about: "two SVG texts side by side: not one word",
      html: svg('<text x="10" y="30">svg-two@matrix</text><text x="122" y="30">.example</text>'),
      word: "svg-two@matrix",
      expect: "",
    },
    {
      name: "svg-link",
      about: "a mailto link in an SVG whose text is a name",
      html: svg(
        '<a href="mailto:svg-link@matrix.example"><text x="10" y="30">Ada Lovelace</text></a>',
      ),
      word: "Ada Lovelace",
      expect: "svg-link@matrix.example",
    },
    {
      name: "svg-xlink",
      about: "the same with xlink:href",
      html: svg(
        '<a xlink:href="mailto:svg-xlink@matrix.example"><text x="10" y="30">Ada Lovelace</text></a>',
      ),
      word: "Ada Lovelace",
      expect: "svg-xlink@matrix.example",
    },
    {
      name: "svg-scaled",
      about: "scaled by its viewBox",
      html: '<svg width="420" height="60" viewBox="0 0 210 30"><text x="5" y="18" font-size="9">svg-scaled@matrix.example</text></svg>',
      expect: "svg-scaled@matrix.example",
    },
    {
      name: "svg-turned",
      about: "rotated by its transform attribute",
      html: '<svg width="420" height="120"><text x="20" y="30" transform="rotate(15 20 30)">svg-turned@matrix.example</text></svg>',
      expect: "svg-turned@matrix.example",
    },
    {
      name: "svg-on-path",
      about: "along a path",
      html: '<svg width="420" height="70"><path id="m-path" d="M10 30 Q 200 70 400 30" fill="none"/><text><textPath href="#m-path">svg-on-path@matrix.example</textPath></text></svg>',
      expect: "svg-on-path@matrix.example",
    },
    {
      name: "svg-foreign",
      about: "HTML inside an SVG",
      html: '<svg width="420" height="50"><foreignObject width="420" height="50"><p style="margin:8px">svg-foreign@matrix.example</p></foreignObject></svg>',
      expect: "svg-foreign@matrix.example",
    },
    {
      name: "svg-beside",
      about: "right of an SVG text's end",
      html: svg('<text x="10" y="30">svg-beside@matrix.example</text>'),
      at: "right",
      expect: "",
    },
    {
      name: "svg-label",
      about: "aria-label of a drawing",
      html: '<svg data-point width="40" height="40" role="img" aria-label="svg-label@matrix.example"><circle cx="20" cy="20" r="18" fill="#8aa4e8"/></svg>',
      expect: "svg-label@matrix.example",
    },
    {
      name: "mathml",
      about: "text in a formula",
      html: "<math><mi>x</mi><mo>=</mo><mtext>mathml@matrix.example</mtext></math>",
      expect: "mathml@matrix.example",
    },
  ],
};

function svg(content: string): string {
  return `<svg width="420" height="50">${content}</svg>`;
}
