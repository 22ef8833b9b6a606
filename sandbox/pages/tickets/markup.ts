/** Someone whose record is full of markup, and addresses with characters that are special in HTML. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { markup, ampersand, bidi, plus, ada } = PEOPLE;

export const markupTicket: Ticket = {
  reference: "#1846",
  subject: "Import shows <b>bold</b> in names &amp; addresses",
  status: "On hold",
  priority: "Normal",
  requester: ampersand,
  company: "O’Brien & Co",
  tags: ["import", "<i>html</i>"],
  thread: [
    {
      kind: "customer",
      from: ampersand,
      time: "2026-11-17T12:00:00Z",
      body: html`<p>Hi,</p>
        <p>
          after our import one account reads ${threadEmail(markup.email)}, ID ${threadId(markup.id)}. Mine,
          ${threadMailto(ampersand)}, lost its apostrophe in the export: it should be
          ${threadEmail(ampersand.email)}.
        </p>`,
    },
    {
      kind: "agent",
      from: AGENT,
      time: "2026-11-17T12:45:00Z",
      body: html`<p>
        Thank you! Another one reads “${threadEmail(bidi.email)}” and seems to run from right to left.
      </p>`,
    },
  ],
  affected: [
    { ...markup, reported: "17 Nov, 12:00" },
    { ...ampersand, reported: "17 Nov, 12:00" },
    { ...bidi, reported: "17 Nov, 12:45" },
    { ...plus, reported: "–" },
  ],
  mail: html`<p>Hi,</p>
    <p>please look at ${mailEmail(ampersand.email)} after the import.</p>
    <p>Conor</p>`,
  accountOwner: markup,
  billingContact: ampersand,
  merge: { reference: "#1799", subject: "Export drops apostrophes", email: ada.email },
};
