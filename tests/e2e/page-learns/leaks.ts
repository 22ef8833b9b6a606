import { CARD_HEIGHT_PX } from "../../../lib/limits.ts";
import type { Planted } from "../../harness/planted.ts";

/** Mistakes by which the answer would reach the page, each one that a well-meaning developer could make. */
export interface Leak {
  planted: Planted;
  /** Channels of the recording in which it shows. */
  shows: string[];
}

/** In the card: does something each time its state changes. */
const onState = (then: string) => `{
  let last;
  new MutationObserver(() => {
    const { state } = document.querySelector("main")?.dataset ?? {};
    if (state === last || state === "loading") return;
    last = state;
    ${then}
  }).observe(document, { subtree: true, childList: true, attributes: true });
}`;

/**
 * The card tells the background what it shows, the background tells the content script, and that does something with
 * it.
 */
const inPage = (then: string): Planted => ({
  "chunks/card-": onState(
    "chrome.runtime.sendMessage({ leak: state, text: document.body.innerText });",
  ),
  "background.js": `chrome.runtime.onMessage.addListener((message, { tab }) => {
    if (message.leak) chrome.tabs.sendMessage(tab.id, message);
  });`,
  "content-scripts/page.js": `chrome.runtime.onMessage.addListener(({ leak, text }) => {
    const host = document.querySelector("[popover]");
    if (!leak || !host) return;
    const root = chrome.dom.openOrClosedShadowRoot(host);
    ${then}
  });`,
});

/**
 * What is planted together, since each build needs its own browser: each mistake shows in channels that no other
 * mistake in its build changes.
 */
export const LEAKS: readonly Record<string, Leak>[] = [
  {
    "a message of the card to its parent": {
      planted: { "chunks/card-": onState('parent.postMessage({ state }, "*");') },
      shows: ["events"],
    },
    "the answer as text in the closed shadow tree, for screen readers": {
      planted: inPage(
        "root.append(Object.assign(document.createElement('p'), { textContent: text }));",
      ),
      shows: ["found words"],
    },
    "a highlight named after the answer": {
      planted: inPage("CSS.highlights.set('keycard-' + leak, new Highlight());"),
      shows: ["highlights"],
    },
    "an image depending on who was found": {
      planted: inPage("root.append(Object.assign(new Image(), { src: '/recorder/spy/' + leak }));"),
      shows: ["requests"],
    },
  },
  {
    // By one px: a host of another size is treated as moved by the page, and the card is closed.
    "a card that is a pixel higher if someone was found": {
      planted: inPage(
        `root.adoptedStyleSheets[0].cssRules[0].style.setProperty(
        "height", leak === "found" ? "${CARD_HEIGHT_PX + 1}px" : "${CARD_HEIGHT_PX}px", "important");`,
      ),
      shows: ["host", "host's styles", "size: div"],
    },
    "a card that takes the focus if someone was found": {
      planted: {
        "chunks/card-": onState('if (state === "found") document.querySelector("button").focus();'),
      },
      shows: ["focus", "events"],
    },
  },
  // The text above changes the host, too.
  {
    "a label on the host": {
      planted: inPage("host.ariaLabel = leak;"),
      shows: ["mutations", "html", "host"],
    },
  },
];
