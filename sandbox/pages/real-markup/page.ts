/** People in real markup, side by side: to look at, and to try out the extension in a minute. */
import { html, raw } from "hono/html";
import type { Case } from "../matrix/case.ts";
import { specimen } from "../matrix/specimen.ts";
import type { Html } from "../ticket.ts";
import { PIECES } from "./pieces.ts";

/** @param origin the origin of the page */
export function realMarkupPage(origin: string): Html {
  return html`<!doctype html>
    <html lang="en" id="top">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>People in real markup – Keycard sandbox</title>
        <link rel="icon" href="/tickets/assets/icon.svg" />
        <link rel="stylesheet" href="/tickets/assets/matrix.css" />
        <link rel="stylesheet" href="/tickets/assets/real-markup.css" />
      </head>
      <body class="m-sheet r-sheet">
        <header>
          <h1>People in real markup</h1>
          <p>
            The same people as well-known tools and component libraries write them. Hover a name, an avatar or an
            address: where the mark says “card”, a card opens for the person who is meant.
          </p>
        </header>
        <main class="r-pieces">${PIECES.map((piece) => panel(piece, origin))}</main>
        <script src="/tickets/assets/matrix.js"></script>
      </body>
    </html>`;
}

function panel(piece: Case, origin: string): Html {
  const card = piece.expect !== "";
  return html`<article class="m-entry r-piece" id="case-${piece.name}">
    <h2>
      ${piece.about} <span class="m-mark ${card ? "m-yes" : "m-no"}">${card ? "card" : "nothing"}</span>
    </h2>
    <div class="m-specimen">${raw(specimen(piece, origin))}</div>
  </article>`;
}
