/** The front page: links to everything. */
import { html } from "hono/html";
import { page } from "./document.ts";
import type { Html } from "./ticket.ts";
import { TICKETS } from "./tickets/index.ts";

export function indexPage(): Html {
  return page(
    "Keycard sandbox",
    html`<main class="ticket-layout">
      <h1>Keycard sandbox</h1>
      <p>
        A stand-in for the Keycard users API with made-up people, in memory, and a
        <a href="/tickets/">helpdesk</a> whose tickets mention them. See <code>sandbox/README.md</code>. The
        <a href="/matrix">matrix</a> has a row for each kind of place that you can hover, and
        <a href="/real-markup">people in real markup</a> shows people the way well-known tools write them.
      </p>
      <ul>
        ${TICKETS.map(
          ({ reference, subject }, place) =>
            html`<li>
              <a href="/tickets/${place + 1}">${reference} ${subject}</a>
              (<a href="/tickets/strict/${place + 1}">with a strict policy</a>)
            </li>`,
        )}
      </ul>
    </main>`,
  );
}
