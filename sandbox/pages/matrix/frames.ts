/** Frames: the top frame draws the card, next to the word, whatever is in between. */
import type { Case, FrameLayer, Section } from "./case.ts";

const KINDS: readonly (readonly [FrameLayer["by"], string])[] = [
  ["src", "by src, same origin"],
  ["cross", "by src, another site"],
  ["srcdoc", "by srcdoc"],
  ["blob", "from a blob"],
  ["data", "from a data: URL"],
  ["object", "an <object> with a document"],
  ["written", "written by a script with document.write"],
  ["appended", "an empty frame filled by a script"],
];

export const FRAMES: Section = {
  title: "Frames",
  about: "Filled in every possible way, sandboxed, from another site, and nested.",
  cases: [
    ...KINDS.map(([by, about]) => inFrames(`frame-${by}`, about, [{ by }])),
    inFrames("frame-sandboxed", "sandboxed, without scripts", [
      { by: "src", attributes: 'sandbox=""' },
    ]),
    inFrames("frame-sandboxed-scripts", "sandboxed, with scripts", [
      { by: "src", attributes: 'sandbox="allow-scripts"' },
    ]),
    inFrames("frame-sandboxed-srcdoc", "sandboxed srcdoc, as mail is shown", [
      { by: "srcdoc", attributes: 'sandbox=""' },
    ]),
    inFrames("frame-sandboxed-srcdoc-origin", "sandboxed srcdoc, with the page's origin", [
      { by: "srcdoc", attributes: 'sandbox="allow-same-origin"' },
    ]),
    inFrames("frame-sandboxed-cross", "sandboxed, another site", [
      { by: "cross", attributes: 'sandbox="allow-scripts allow-same-origin"' },
    ]),
    inFrames("frame-nested", "a frame in a frame, same origin", [{ by: "src" }, { by: "src" }]),
    inFrames("frame-cross-nested", "same origin, in it another site", [
      { by: "src" },
      { by: "cross" },
    ]),
    inFrames("frame-cross-back", "another site, in it this one again", [
      { by: "cross" },
      { by: "cross" },
    ]),
    inFrames("frame-cross-srcdoc", "another site, in it a srcdoc", [
      { by: "cross" },
      { by: "srcdoc" },
    ]),
    inFrames("frame-thrice", "three frames: same origin, another site, srcdoc", [
      { by: "src" },
      { by: "cross" },
      { by: "srcdoc" },
    ]),
    inFrames("frame-thrice-mixed", "three frames: srcdoc, another site, back", [
      { by: "srcdoc" },
      { by: "cross" },
      { by: "cross" },
    ]),
    inFrames("frame-in-open", "a frame in an open shadow root", [{ by: "open" }, { by: "src" }]),
    inFrames("frame-in-closed", "a frame in a closed shadow root", [
      { by: "closed" },
      { by: "src" },
    ]),
    inFrames("frame-in-closed-cross", "another site's frame in a closed shadow root", [
      { by: "closed" },
      { by: "cross" },
    ]),
    inFrames("frame-shadow-frame", "a frame, in it a closed root, in that another site's frame", [
      { by: "src" },
      { by: "closed" },
      { by: "cross" },
    ]),
    inFrames("frame-with-closed", "a closed root in a frame", [{ by: "src" }, { by: "closed" }]),
    inFrames("frame-cross-with-closed", "a closed root in another site's frame", [
      { by: "cross" },
      { by: "closed" },
    ]),
    inFrames("frame-border", "border and padding", [
      { by: "src", style: "border:24px solid #c7d2f0;padding:30px 50px" },
    ]),
    inFrames("frame-border-cross", "border and padding, another site", [
      { by: "cross", style: "border:24px solid #c7d2f0;padding:30px 50px" },
    ]),
    inFrames("frame-scrolled", "its document scrolled", [{ by: "src", scroll: 900 }]),
    inFrames("frame-scrolled-cross", "its document scrolled, another site", [
      { by: "cross", scroll: 900 },
    ]),
    inFrames("frame-scrolled-between", "a scrolled document between", [
      { by: "src", scroll: 700 },
      { by: "cross" },
    ]),
    ...(["src", "cross"] as const).flatMap((by) => [
      inFrames(`frame-scaled-down-${by}`, `scaled to 0.6 (${by})`, [
        { by, style: "transform:scale(0.6)" },
      ]),
      inFrames(`frame-scaled-up-${by}`, `scaled to 2.5 (${by})`, [
        { by, style: "width:300px;height:60px;margin:60px 240px;transform:scale(2.5)" },
      ]),
      inFrames(`frame-rotated-${by}`, `turned by 90 degrees (${by})`, [
        { by, style: "width:280px;height:80px;margin:110px 0;transform:rotate(90deg)" },
      ]),
      inFrames(`frame-zoomed-${by}`, `CSS zoom of 1.5 (${by})`, [{ by, style: "zoom:1.5" }]),
    ]),
    {
      ...inFrames("frame-unselectable", "user-select: none in a frame", [{ by: "src" }]),
      html: '<p style="user-select:none;-webkit-user-select:none">Mail frame-unselectable@matrix.example</p>',
    },
    {
      ...inFrames("frame-input", "a field in another site's frame", [{ by: "cross" }]),
      html: '<input data-point data-at="30% 50%" size="32" value="frame-input@matrix.example">',
    },
    {
      ...inFrames("frame-password", "a password in a frame", [{ by: "src" }]),
      html: '<input data-point data-at="30% 50%" type="password" autocomplete="off" size="32" value="frame-password@matrix.example">',
      expect: "",
    },
    {
      ...inFrames("frame-mailto", "a mailto link in another site's frame", [{ by: "cross" }]),
      html: '<a href="mailto:frame-mailto@matrix.example">Ada Lovelace</a>',
      word: "Ada Lovelace",
    },
    {
      ...inFrames("frame-beside", "right of the line's end in a frame", [{ by: "src" }]),
      html: "<p>frame-beside@matrix.example</p>",
      at: "right",
      expect: "",
    },
    {
      ...inFrames("frame-transformed-text", "turned text in a frame", [{ by: "src" }]),
      html: '<p style="width:max-content;transform:rotate(10deg)">frame-transformed-text@matrix.example</p>',
    },
  ],
};

function inFrames(name: string, about: string, inside: NonNullable<Case["inside"]>): Case {
  const expect = `${name}@matrix.example`;
  return { name, about, html: `<p>Mail from ${expect}</p>`, expect, inside };
}
