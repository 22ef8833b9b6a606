/** The mail that opened a ticket: in a frame, as support tools show mail from strangers. */
import { html } from "hono/html";
import { ASSETS } from "./document.ts";
import { icon } from "./icons.ts";
import { TEST_IDS } from "./test-ids.ts";
import type { Html, Ticket } from "./ticket.ts";

/** Odd tickets load the mail from its own URL, even ones have it in `srcdoc`: extensions encounter both. */
export function mailFrame(ticket: Ticket, number: number, strict: boolean): Html {
  return html`<section class="panel mail">
    <h2>${icon("mail")} Original message</h2>
    ${strict ? inPage(ticket) : number % 2 === 1 ? fromUrl(number) : fromSource(ticket)}
  </section>`;
}

/** The mail as a separate document. */
export function mailDocument({ mail, requester }: Ticket): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>Mail from ${requester.name}</title>
        <link rel="stylesheet" href="${ASSETS}/base.css" />
        <link rel="stylesheet" href="${ASSETS}/mail.css" />
      </head>
      <body>
        ${mail}
      </body>
    </html>`;
}

function inPage({ mail }: Ticket): Html {
  return html`<div class="mail-body" data-testid="${TEST_IDS.mailFrame}">${mail}</div>`;
}

function fromUrl(number: number): Html {
  return html`<iframe
    title="Original message"
    src="/tickets/${number}/mail"
    data-testid="${TEST_IDS.mailFrame}"
  ></iframe>`;
}

function fromSource(ticket: Ticket): Html {
  return html`<iframe
    title="Original message"
    srcdoc="${String(mailDocument(ticket))}"
    data-testid="${TEST_IDS.mailFrame}"
  ></iframe>`;
}
