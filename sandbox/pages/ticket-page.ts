/** One ticket: its header, the conversation, the reply box and the sidebar. */
import { html } from "hono/html";
import { conversation } from "./conversation.ts";
import { page } from "./document.ts";
import { icon } from "./icons.ts";
import { mergeDialog } from "./merge-dialog.ts";
import { avatar, pill } from "./pieces.ts";
import { sidebar } from "./sidebar.ts";
import { TEST_IDS } from "./test-ids.ts";
import type { Html, Ticket } from "./ticket.ts";

/**
 * @param number The ticket's number in its URL.
 * @param strict Whether frames are forbidden on this page: the mail is then part of it.
 */
export function ticketPage(ticket: Ticket, number: number, strict: boolean): Html {
  const { reference, subject, status, priority, requester, company } = ticket;
  return page(
    `${reference} ${subject} – Acme Helpdesk`,
    html`<main class="ticket-layout">
      <header class="ticket-header">
        <p class="crumbs"><a href="/tickets/">Tickets</a> <span>/</span> ${reference}</p>
        <div class="title">
          <h1>${subject}</h1>
          <div class="actions">
            <button type="button" data-testid="${TEST_IDS.mergeOpen}">
              ${icon("merge")} Merge tickets…
            </button>
            <button type="button" class="quiet" title="More">${icon("dots")}</button>
          </div>
        </div>
      </header>
      <div class="columns">
        <div class="conversation">
          <section class="requester" aria-label="Requester">
            ${avatar(requester)}
            <div>
              <strong>${requester.name}</strong>
              <span class="address" data-testid="${TEST_IDS.requesterEmail}">${requester.email}</span>
              <p class="muted">${icon("mail")} via e-mail · ${company}</p>
            </div>
            <div class="pills">${pill(status)} ${pill(priority)}</div>
          </section>
          ${conversation(ticket, number, strict)}
        </div>
        ${sidebar(ticket)}
      </div>
      ${mergeDialog(ticket)}
    </main>`,
  );
}
