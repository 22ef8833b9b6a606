/** The state of everything in one animation frame. */

import { sampleHost } from "./host.js";
import { hostOf, named } from "./notes.js";

/** CSS px between the points that are probed. */
const GRID_PX = 90;

export function sample(notes, probes) {
  notes.stands("html", document.documentElement.outerHTML);
  notes.stands("boxes", boxes());
  notes.stands("points", points());
  notes.stands("focus", [named(document.activeElement), document.hasFocus()]);
  notes.stands("visibility", document.visibilityState);
  notes.stands("scroll", [scrollX, scrollY, visualViewport.pageTop, visualViewport.scale]);
  notes.stands("window", [innerWidth, innerHeight, outerWidth, outerHeight, screenX, screenY]);
  notes.stands("frames", frames());
  notes.stands("selection", selection());
  notes.stands("highlights", highlights());
  notes.stands(
    "probes",
    probes.filter((probe) => document.querySelector(probe)),
  );
  notes.stands("pseudo-classes", pseudoClasses());
  notes.stands("globals", globals());
  notes.stands("history", [history.length, navigation.entries().length, location.href]);
  notes.stands("title", document.title);
  notes.stands("sheets", [document.styleSheets.length, document.adoptedStyleSheets.length]);
  notes.stands("animations", document.getAnimations().length);
  // Whether the page is currently active expires over time; that it ever was doesn't.
  notes.stands("activation", navigator.userActivation.hasBeenActive);
  sampleHost(notes, hostOf());
}

function boxes() {
  return [...document.querySelectorAll("body, body *")]
    .filter((element) => element.localName !== "i")
    .map((element) => [named(element), element.getBoundingClientRect().toJSON()]);
}

function points() {
  const there = [];
  for (let y = 10; y < innerHeight; y += GRID_PX)
    for (let x = 10; x < innerWidth; x += GRID_PX) {
      const { offsetNode } = document.caretPositionFromPoint(x, y) ?? {};
      const elements = document.elementsFromPoint(x, y).map(named);
      there.push(`${elements.join(" ")} / ${named(offsetNode)}`);
    }
  // Adjacent points mostly see the same.
  return there.filter((seen, n) => seen !== there[n - 1]);
}

/** What can be read of each frame that the page knows. */
function frames() {
  return [
    window.length,
    document.querySelectorAll("iframe, frame, object, embed").length,
    ...Array.from({ length: window.length }, (_, n) => {
      const frame = window[n];
      return [
        frame.length,
        frame.closed,
        attempt(() => frame.location.href),
        attempt(() => frame.name),
      ];
    }),
  ];
}

function attempt(read) {
  try {
    return read();
  } catch (error) {
    return error.name;
  }
}

function selection() {
  const { type, anchorNode, focusNode, rangeCount } = getSelection();
  return [type, named(anchorNode), named(focusNode), rangeCount, String(getSelection())];
}

function highlights() {
  return [...CSS.highlights].map(([name, { size, priority, type }]) => [
    name,
    size,
    priority,
    type,
  ]);
}

function pseudoClasses() {
  return [
    ":hover",
    ":active",
    ":focus",
    ":focus-visible",
    ":focus-within",
    ":fullscreen",
    ":modal",
  ].map((pseudo) => `${pseudo}: ${[...document.querySelectorAll(pseudo)].map(named).join(" ")}`);
}

/** Names that were added to the objects of the page's world. */
function globals() {
  return [window, document, navigator, document.documentElement, Element.prototype].map(
    (object) => Object.getOwnPropertyNames(object).length,
  );
}
