/** Someone whose account is disabled. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { grace, ada, tim, edsger, barbara, mary } = PEOPLE;

export const disabled: Ticket = {
  reference: "#1842",
  subject: "Locked out after coming back from leave",
  status: "New",
  priority: "Urgent",
  requester: grace,
  company: "Analytical Engines Ltd",
  tags: ["sign-in", "locked-out"],
  thread: [
    {
      kind: "customer",
      from: grace,
      time: "2026-11-20T10:15:00Z",
      body: html`<p>Good morning,</p>
        <p>
          I am back from leave and cannot sign in: “This account cannot be used.” My address is still
          ${threadEmail(grace.email)} and the page showed the reference ${threadId(grace.id)}.
        </p>
        <p>${threadMailto(ada)} can confirm that I should have access.</p>`,
    },
    {
      kind: "agent",
      from: AGENT,
      time: "2026-11-20T10:24:00Z",
      body: html`<p>Hi Grace, welcome back. I am looking at your account now.</p>`,
    },
  ],
  affected: [
    { ...grace, reported: "20 Nov, 10:15" },
    { ...tim, reported: "19 Nov, 09:30" },
  ],
  mail: html`<p>Good morning,</p>
    <p>
      I cannot sign in since I came back. My manager is ${mailEmail(edsger.email)}; he approved my access
      last week.
    </p>
    <p>Grace</p>`,
  accountOwner: barbara,
  billingContact: mary,
  merge: { reference: "#1839", subject: "Please re-enable Grace", email: ada.email },
};
