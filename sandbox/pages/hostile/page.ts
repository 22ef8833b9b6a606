/** A page whose script tries everything to start a lookup; `attempts.js` lists its tricks. */
import { html } from "hono/html";
import type { Html } from "../ticket.ts";

/** Mentions of all kinds at the top; the rest of the window is empty, for a pointer to rest on. */
export function hostilePage(mention: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Hostile – Keycard sandbox</title>
        <link rel="icon" href="data:," />
        <script type="module" src="/hostile/attempts.js"></script>
      </head>
      <body style="margin: 0; height: 5000px">
        <p id="mention">${mention}</p>
        <p>
          <a id="link" href="mailto:${mention}">write</a>
          <input id="field" value="${mention}" />
          <textarea id="area">${mention}</textarea>
          <button id="button" aria-label="${mention}">write</button>
          <span id="editable" contenteditable>${mention}</span>
        </p>
        <iframe id="frame" srcdoc="<p>${mention}</p>"></iframe>
        <div id="shadow"></div>
      </body>
    </html>`;
}

/** Mentions wherever the pointer rests. */
export function trapPage(mention: string): Html {
  return html`<!doctype html>
    <title>Trap</title>
    <body style="margin: 0; font: 40px/50px monospace; overflow-wrap: anywhere">
      ${`${mention} `.repeat(600)}
    </body>`;
}
