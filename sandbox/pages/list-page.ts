/** The list of tickets. */
import { html } from "hono/html";
import { page } from "./document.ts";
import { avatar, pill, shortTime } from "./pieces.ts";
import type { Html, Ticket } from "./ticket.ts";
import { TICKETS } from "./tickets/index.ts";

const VIEWS = [
  ["Your unsolved tickets", TICKETS.length],
  ["Unassigned", 3],
  ["All unsolved", 41],
  ["Recently updated", 18],
  ["Pending", 9],
  ["Recently solved", 126],
] as const;

export function listPage(): Html {
  return page(
    "Your unsolved tickets – Acme Helpdesk",
    html`<main class="list-layout">
      <nav class="views" aria-label="Views">
        <h2>Views</h2>
        <ul>
          ${VIEWS.map(
            ([name, count], n) =>
              html`<li ${n === 0 ? html`class="current"` : ""}><span>${name}</span><b>${count}</b></li>`,
          )}
        </ul>
      </nav>
      <section>
        <h1>Your unsolved tickets</h1>
        <p class="muted">${TICKETS.length} tickets</p>
        <table class="tickets">
          <thead>
            <tr>
              <th>Status</th>
              <th>Subject</th>
              <th>Requester</th>
              <th>Updated</th>
              <th>Priority</th>
            </tr>
          </thead>
          <tbody>
            ${TICKETS.map(row)}
          </tbody>
        </table>
      </section>
    </main>`,
  );
}

function row(ticket: Ticket, place: number): Html {
  const { reference, subject, status, priority, requester, thread } = ticket;
  return html`<tr>
    <td>${pill(status)}</td>
    <td>
      <a href="/tickets/${place + 1}">${subject}</a>
      <span class="muted">${reference}</span>
    </td>
    <td>
      <span class="person">${avatar(requester)}<span>${requester.name}<br /><small>${requester.email}</small></span></span>
    </td>
    <td class="muted">${shortTime(thread.at(-1)?.time ?? "")}</td>
    <td>${pill(priority)}</td>
  </tr>`;
}
