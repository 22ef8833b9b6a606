/** What covers the text: read if it is visible through the cover, never if it is hidden. */
import type { Section } from "./case.ts";

export const LAYERS: Section = {
  title: "Layers over the text",
  about: "A transparent layer hides nothing; an opaque one does.",
  cases: [
    {
      name: "overlay-clear",
      about: "a transparent element over the text",
      html: over("overlay-clear@matrix.example", '<div class="m-over"></div>'),
      expect: "overlay-clear@matrix.example",
    },
    {
      name: "overlay-opacity",
      about: "a layer with opacity: 0 and a color",
      html: over(
        "overlay-opacity@matrix.example",
        '<div class="m-over" style="opacity:0;background:#fff"></div>',
      ),
      expect: "overlay-opacity@matrix.example",
    },
    {
      name: "overlay-link",
      about: "a link stretched over the row by ::after",
      html: over(
        "overlay-link@matrix.example",
        '<a class="m-stretched" href="#top">Open the ticket</a>',
      ),
      expect: "overlay-link@matrix.example",
    },
    {
      name: "overlay-svg",
      about: "an empty SVG that takes the pointer",
      html: over(
        "overlay-svg@matrix.example",
        '<svg class="m-over" style="width:100%;height:100%;pointer-events:auto"></svg>',
      ),
      expect: "overlay-svg@matrix.example",
    },
    {
      name: "overlay-svg-shape",
      about: "an SVG shape without fill that takes the pointer",
      html: over(
        "overlay-svg-shape@matrix.example",
        '<svg class="m-over" style="width:100%;height:100%"><rect width="100%" height="100%" fill="none" pointer-events="all"/></svg>',
      ),
      expect: "overlay-svg-shape@matrix.example",
    },
    {
      name: "overlay-two",
      about: "two transparent elements over the text",
      html: over(
        "overlay-two@matrix.example",
        '<div class="m-over"></div><div class="m-over"><div class="m-over"></div></div>',
      ),
      expect: "overlay-two@matrix.example",
    },
    {
      name: "overlay-visible-text",
      about: "the layer's own text is elsewhere in it",
      html: over(
        "overlay-visible-text@matrix.example",
        '<div class="m-over" style="text-align:right">Open</div>',
      ),
      expect: "overlay-visible-text@matrix.example",
    },
    {
      name: "overlay-in-closed",
      about: "the layer is in a closed shadow root, the text isn't",
      html: over(
        "overlay-in-closed@matrix.example",
        '<div class="m-over"><template data-root=closed><div style="position:absolute;inset:0"></div></template></div>',
      ),
      expect: "overlay-in-closed@matrix.example",
    },
    {
      name: "overlay-opaque",
      about: "an opaque layer over the text",
      html: over(
        "overlay-opaque@matrix.example",
        '<div class="m-over" style="background:#dde4f5"></div>',
      ),
      word: "overlay-opaque@matrix.example",
      expect: "",
    },
    {
      name: "overlay-opaque-below-clear",
      about: "a transparent layer over an opaque one over the text",
      html: over(
        "overlay-both@matrix.example",
        '<div class="m-over" style="background:#dde4f5"></div><div class="m-over"></div>',
      ),
      word: "overlay-both@matrix.example",
      expect: "",
    },
    {
      name: "overlay-opaque-child",
      about: "a transparent layer with an opaque child",
      html: over(
        "overlay-child@matrix.example",
        '<div class="m-over"><div class="m-over" style="background:#dde4f5"></div></div>',
      ),
      word: "overlay-child@matrix.example",
      expect: "",
    },
    {
      name: "overlay-opaque-after",
      about: "an opaque ::after over the text",
      html: over("overlay-after@matrix.example", '<div class="m-over m-opaque-after"></div>'),
      word: "overlay-after@matrix.example",
      expect: "",
    },
    {
      name: "overlay-picture",
      about: "a picture over the text",
      html: over(
        "overlay-picture@matrix.example",
        '<div class="m-over" style="background:linear-gradient(#dde4f5,#c7d2f0)"></div>',
      ),
      word: "overlay-picture@matrix.example",
      expect: "",
    },
    {
      name: "overlay-own-text",
      about: "an opaque layer with an address of its own",
      html: over(
        "overlay-covered@matrix.example",
        '<div class="m-over" style="background:#dde4f5">overlay-own-text@matrix.example</div>',
      ),
      expect: "overlay-own-text@matrix.example",
    },
    {
      name: "tint",
      about: "below a translucent tint",
      html: over(
        "tint@matrix.example",
        '<div class="m-over" style="background:rgba(158,158,158,.2)"></div>',
      ),
      expect: "tint@matrix.example",
    },
    {
      name: "tint-half",
      about: "below one that covers half",
      html: over(
        "tint-half@matrix.example",
        '<div class="m-over" style="background:rgb(255 255 255 / 50%)"></div>',
      ),
      expect: "tint-half@matrix.example",
    },
    {
      name: "tint-opacity",
      about: "below a dark layer with a low opacity",
      html: over(
        "tint-opacity@matrix.example",
        '<div class="m-over" style="background:#000;opacity:.08"></div>',
      ),
      expect: "tint-opacity@matrix.example",
    },
    {
      name: "tint-after",
      about: "below a tint that ::after draws when it is hovered",
      html: over("tint-after@matrix.example", '<a class="m-over m-tinted" href="#top"></a>'),
      expect: "tint-after@matrix.example",
    },
    {
      name: "tint-color-mix",
      about: "below a tint in another color space",
      html: over(
        "tint-mix@matrix.example",
        '<div class="m-over" style="background:color-mix(in oklab, #3156d3 12%, transparent)"></div>',
      ),
      expect: "tint-mix@matrix.example",
    },
    {
      name: "tint-strong",
      about: "below a layer that covers four fifths",
      html: over(
        "tint-strong@matrix.example",
        '<div class="m-over" style="background:rgba(255,255,255,.8)"></div>',
      ),
      word: "tint-strong@matrix.example",
      expect: "",
    },
    {
      name: "tint-stacked",
      about: "below two tints that cover more than half together",
      html: over(
        "tint-stacked@matrix.example",
        '<div class="m-over" style="background:rgba(0,0,0,.45)"></div><div class="m-over" style="background:rgba(0,0,0,.45)"></div>',
      ),
      word: "tint-stacked@matrix.example",
      expect: "",
    },
    {
      name: "no-pointer",
      about: "text with pointer-events: none in a block",
      html: '<p><span style="pointer-events:none">no-pointer@matrix.example</span></p>',
      expect: "no-pointer@matrix.example",
    },
    {
      name: "no-pointer-over",
      about: "an opaque layer that lets the pointer through: no hit test finds it (a known limit)",
      html: over(
        "no-pointer-over@matrix.example",
        '<div class="m-over" style="background:#dde4f5;pointer-events:none"></div>',
      ),
      expect: "no-pointer-over@matrix.example",
    },
    {
      name: "no-pointer-clear-over",
      about: "a transparent layer that lets the pointer through",
      html: over(
        "no-pointer-clear@matrix.example",
        '<div class="m-over" style="pointer-events:none"></div>',
      ),
      expect: "no-pointer-clear@matrix.example",
    },
    {
      name: "sticky-header",
      about: "on a sticky header with rows scrolled below it: the header's",
      html: `<div class="m-scroll" data-scroll="24"><div class="m-sticky">sticky-header@matrix.example</div>${rows("sticky-row")}</div>`,
      expect: "sticky-header@matrix.example",
    },
    {
      name: "sticky-header-plain",
      about: "on a sticky header without an address: not the row below it",
      html: `<div class="m-scroll" data-scroll="24"><div class="m-sticky" data-point>Customers of the example company</div>${rows("sticky-plain")}</div>`,
      expect: "",
    },
    {
      name: "sticky-row",
      about: "on a row below a sticky header",
      html: `<div class="m-scroll" data-scroll="24"><div class="m-sticky">Customers</div>${rows("sticky-below")}</div>`,
      expect: "sticky-below-3@matrix.example",
    },
    {
      name: "sticky-cell",
      about: "on a sticky first column over cells scrolled below it",
      html: '<div class="m-scroll" style="width:220px;white-space:nowrap" data-scroll-left="110"><table><tr><td class="m-sticky-cell" data-point>Customer number</td><td>sticky-cell-one@matrix.example sticky-cell-two@matrix.example</td></tr></table></div>',
      expect: "",
    },
    {
      name: "fixed",
      about: "a fixed badge in the corner of the window",
      html: 'See the corner. <span class="m-fixed">fixed@matrix.example</span>',
      expect: "fixed@matrix.example",
    },
    {
      name: "popover",
      about: "in a popover in the top layer",
      html: '<span class="m-popover" popover="manual" data-popover>popover@matrix.example</span>',
      expect: "popover@matrix.example",
    },
  ],
};

function over(text: string, layer: string): string {
  return `<div class="m-stack"><p>${text}</p>${layer}</div>`;
}

/** Rows of 24 px, the first of which is scrolled below the header. */
function rows(name: string): string {
  return Array.from(
    { length: 9 },
    (_, n) => `<div class="m-row">${name}-${n}@matrix.example</div>`,
  ).join("");
}
