/** A ticket's messages, affected accounts, original mail, and reply box. */
import { html } from "hono/html";
import { icon } from "./icons.ts";
import { mailFrame } from "./mail.ts";
import { avatar, shortTime } from "./pieces.ts";
import { TEST_IDS } from "./test-ids.ts";
import type { Html, Message, Ticket } from "./ticket.ts";

export function conversation(ticket: Ticket, number: number, strict: boolean): Html {
  return html`${ticket.thread.map(message)} ${affectedAccounts(ticket)}
  ${mailFrame(ticket, number, strict)} ${replyBox(ticket)}`;
}

function message({ kind, from, time, body }: Message): Html {
  const note = kind === "note";
  return html`<article class="message ${kind}">
    ${avatar(from)}
    <div class="bubble">
      <header>
        <strong>${from.name}</strong>
        ${note ? html`<span class="note-label">${icon("lock")} Internal note</span>` : ""}
        ${shortTime(time)}
      </header>
      ${body}
    </div>
  </article>`;
}

function affectedAccounts({ affected }: Ticket): Html {
  return html`<section class="panel">
    <h2>Affected accounts <span class="count">${affected.length}</span></h2>
    <div class="scroll">
      <table class="affected" data-testid="${TEST_IDS.affectedTable}">
        <thead>
          <tr>
            <th>E-mail</th>
            <th>Keycard user ID</th>
            <th>Reported</th>
          </tr>
        </thead>
        <tbody>
          ${affected.map(
            ({ email, id, reported }) =>
              html`<tr>
                <td data-testid="${TEST_IDS.affectedEmail}">${email}</td>
                <td class="mono" data-testid="${TEST_IDS.affectedId}">${id}</td>
                <td class="muted">${reported}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function replyBox({ requester }: Ticket): Html {
  return html`<form class="reply">
    <div class="reply-head"><b>Public reply</b> ${icon("chevron")} <span>to ${requester.name}</span></div>
    <textarea
      rows="3"
      aria-label="Reply"
      placeholder="Write a reply…"
      data-testid="${TEST_IDS.reply}"
    ></textarea>
    <div class="reply-foot">
      ${icon("bold")} ${icon("list")} ${icon("link")} ${icon("clip")}
      <button type="button" class="primary">Submit as Open</button>
    </div>
  </form>`;
}
