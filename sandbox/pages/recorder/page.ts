/** A page that records everything that a page can learn while someone is looked up in it; `recorder.js` says how. */
import { html, raw } from "hono/html";
import type { Html } from "../ticket.ts";
import { PROBES } from "./spies.ts";

/**
 * Its own text uses few letters: each letter's first use requests a font, and the page's own uses reveal nothing. It is
 * longer than the window, so that scrolling is visible.
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
