/** A page that records all that a page can learn while somebody is looked up in it; `recorder.js` says how. */
import { html, raw } from "hono/html";
import type { Html } from "../ticket.ts";
import { PROBES } from "./spies.ts";

/**
 * Its own text is of few letters: a font is asked for by the first use of each letter, and the page's own uses tell
 * nothing. It is longer than the window, so that it can be seen to scroll.
 */
export function recorderPage(mention: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Recorder – Keycard sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/recorder/recorder.css" />
        <script type="module" src="/recorder/recorder.js"></script>
      </head>
      <body>
        <p id="mention">${mention}</p>
        <p id="controls"><a id="link" href="#mad">mad</a> <input id="field" value="mad" /> <button id="button">mad</button></p>
        ${raw(PROBES.map((_, n) => `<i id="probe-${n}"></i>`).join(""))}
      </body>
    </html>`;
}
