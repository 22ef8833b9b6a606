/** Events, focus and selections made by script. */

const $ = (id) => document.getElementById(id);

const MOVES = ["pointerover", "pointerenter", "pointermove", "pointerrawupdate"];
const MOUSE_MOVES = ["mouseover", "mouseenter", "mousemove"];
const PRESSES = ["pointerdown", "pointerup", "gotpointercapture"];
const MOUSE_PRESSES = ["mousedown", "mouseup", "click", "dblclick", "auxclick"];

/** A hand's movement onto an element, on which it then rests; as events. */
function pointAt(element) {
  for (let n = 0; n < 20; n++) send(element, MOVES, MOUSE_MOVES, n);
}

function press(element) {
  send(element, PRESSES, MOUSE_PRESSES, 0);
}

function send(element, pointerTypes, mouseTypes, n) {
  const view = element.ownerDocument.defaultView;
  const { left, top, width, height } = element.getBoundingClientRect();
  // In the first line of its text.
  const clientX = left + Math.min(width / 3, 30) + n / 4;
  const clientY = top + Math.min(height / 2, 12);
  const at = { clientX, clientY, screenX: clientX + n, screenY: clientY, pointerType: "mouse" };
  const init = { ...at, movementX: 1, bubbles: true, composed: true, cancelable: true };
  for (const type of pointerTypes) element.dispatchEvent(new view.PointerEvent(type, init));
  for (const type of mouseTypes) element.dispatchEvent(new view.MouseEvent(type, init));
}

/** Presses the command's shortcut, the menu key, and others that open or activate. */
function type(target) {
  const keys = [
    { key: "K", code: "KeyK", altKey: true, shiftKey: true },
    { key: "ContextMenu", code: "ContextMenu" },
    { key: "F10", code: "F10", shiftKey: true },
    { key: "Enter", code: "Enter" },
    { key: "Alt", code: "AltLeft", altKey: true },
  ];
  for (const type of ["keydown", "keypress", "keyup"])
    for (const init of keys)
      target.dispatchEvent(new KeyboardEvent(type, { ...init, bubbles: true, composed: true }));
}

const EVERYWHERE = () => [
  window,
  document,
  document.documentElement,
  document.body,
  $("mention"),
  $("field"),
];

const MENTIONING = ["mention", "link", "field", "area", "button", "editable"];

/** One trick per element: a pointer rests on one thing at a time. */
const restingOn = Object.fromEntries(
  MENTIONING.map((id) => [`a pointer's events on: ${id}`, () => pointAt($(id))]),
);

export const synthetic = {
  ...restingOn,
  "a pointer's events in a frame"() {
    pointAt($("frame").contentDocument.querySelector("p"));
  },
  "a pointer's events in a shadow tree"() {
    pointAt($("shadow").shadowRoot.getElementById("inner"));
  },
  "presses and clicks, as events"() {
    for (const id of MENTIONING) press($(id));
  },
  "context menus"() {
    for (const target of EVERYWHERE())
      target.dispatchEvent(
        new MouseEvent("contextmenu", { bubbles: true, button: 2, clientX: 20, clientY: 20 }),
      );
  },
  "clicks by script"() {
    $("link").addEventListener("click", (event) => event.preventDefault());
    for (const id of MENTIONING) $(id).click();
  },
  "keys on everything"() {
    for (const target of EVERYWHERE()) type(target);
  },
  "focus on links and fields, and the command's key"() {
    for (const id of ["link", "field", "area", "button", "editable"]) {
      $(id).focus();
      $(id).select?.();
      $(id).dispatchEvent(new FocusEvent("focus"));
      $(id).dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
      type($(id));
    }
    $("frame").contentWindow.focus();
    type($("frame").contentDocument.body);
  },
  "selections, and the command's key"() {
    getSelection().selectAllChildren($("mention"));
    for (const command of ["copy", "cut", "selectAll"]) document.execCommand(command);
    for (const type of ["selectstart", "selectionchange", "copy", "select"])
      document.dispatchEvent(new Event(type, { bubbles: true }));
    type(document);
    window.find($("mention").textContent);
    type(document);
  },
  "touches, wheels, drags and scrolls"() {
    for (const target of EVERYWHERE())
      for (const type of [
        "touchstart",
        "touchmove",
        "touchend",
        "wheel",
        "scroll",
        "dragstart",
        "dragover",
        "drop",
      ])
        target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  },
  "the page's life: shown, hidden, resized, gone back to"() {
    for (const type of [
      "pageshow",
      "pagehide",
      "visibilitychange",
      "resize",
      "popstate",
      "hashchange",
      "load",
      "freeze",
      "resume",
    ])
      for (const target of [window, document])
        target.dispatchEvent(new Event(type, { bubbles: true }));
    pointAt($("mention"));
  },
  "events that say of themselves that they are trusted"() {
    const at = { clientX: 20, clientY: 24, bubbles: true, pointerType: "mouse" };
    for (const type of ["pointermove", "contextmenu"]) {
      const event = new PointerEvent(type, at);
      const trusted = { get: () => true, configurable: true };
      try {
        Object.defineProperty(event, "isTrusted", trusted);
      } catch {
        Object.setPrototypeOf(event, Object.create(PointerEvent.prototype, { isTrusted: trusted }));
      }
      $("mention").dispatchEvent(event);
    }
  },
  "a menu's and a submission's own events"() {
    const form = document.createElement("form");
    form.action = "/hostile/trap";
    form.target = "nowhere";
    const frame = Object.assign(document.createElement("iframe"), { name: "nowhere" });
    document.body.append(form, frame);
    form.requestSubmit();
    form.submit();
    form.dispatchEvent(new Event("submit", { bubbles: true }));
  },
};
