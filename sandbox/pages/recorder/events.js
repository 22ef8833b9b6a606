/** Every event that reaches the page. */
import { named } from "./notes.js";

/**
 * How many moves there are is the browser's choice: it merges those of one frame. Their targets are kept, by type. The
 * others come between them, whenever the pointer's path crosses an edge.
 */
const MOVES = new Set(["pointermove", "mousemove", "pointerrawupdate"]);

/** Sensor events are unpredictable; and a page that listens to `unload` is reported for it. */
const NOT_HEARD = /^on(device|unload)/;

/** Event types that the browser supports, according to its event handler properties; and those without one. */
function types() {
  const owners = [window, Document.prototype, HTMLElement.prototype, Element.prototype];
  const handlers = owners
    .flatMap((owner) => Object.getOwnPropertyNames(owner))
    .filter((name) => name.startsWith("on") && !NOT_HEARD.test(name));
  const more = ["focusin", "focusout", "compositionstart", "compositionend", "visibilitychange"];
  return new Set([...handlers.map((name) => name.slice(2)), ...more]);
}

export function hearEvents(notes) {
  const hear = (where) => (event) => {
    const { type } = event;
    if (MOVES.has(type)) return notes.stands(`moves: ${type}`, named(event.composedPath()[0]));
    notes.add("events", `${where} ${inWords(event)}`);
  };
  for (const type of types()) addEventListener(type, hear("window"), { capture: true });
  for (const type of ["message", "messageerror", "controllerchange"])
    navigator.serviceWorker.addEventListener(type, hear("service worker"));
  for (const name of ["keycard", "keycard-lookup"]) {
    const channel = new BroadcastChannel(name);
    channel.addEventListener("message", hear("broadcast"));
  }
  for (const source of [navigator.clipboard, navigator.connection, screen.orientation])
    for (const type of ["clipboardchange", "change"])
      source?.addEventListener?.(type, hear(source.constructor.name));
  for (const type of ["navigate", "currententrychange"])
    globalThis.navigation?.addEventListener(type, hear("navigation"));
}

function inWords(event) {
  const { type, isTrusted, key, button, inputType, data, newState, propertyName } = event;
  const said = { key, button, inputType, data, newState, propertyName };
  const about = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const related = "relatedTarget" in event ? [`related=${named(event.relatedTarget)}`] : [];
  const origin = isTrusted ? [] : ["by script"];
  return [type, named(event.composedPath()[0]), ...about, ...related, ...origin].join(" ");
}
