/** Someone who is found: active, verified, with roles. The ticket of the README's pictures. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { ada, grace, alan, margaret, rosalind, katherine, twinOne } = PEOPLE;

export const found: Ticket = {
  reference: "#1841",
  subject: "Can’t approve refunds above 500 since Monday",
  status: "Open",
  priority: "High",
  requester: ada,
  company: "Analytical Engines Ltd",
  tags: ["refunds", "approvals", "keycard"],
  thread: [
    {
      kind: "customer",
      from: ada,
      time: "2026-11-20T08:52:00Z",
      body: html`<p>Hello,</p>
        <p>
          since Monday the <b>Approve</b> button is grayed out for refunds above 500. The page says “second
          approver missing”. That used to be ${threadMailto(grace)}, but she is on leave and her account
          ${threadEmail(grace.email)} no longer shows up when I search for an approver.
        </p>
        <p>The error page also printed my user ID, if that helps: ${threadId(ada.id)}</p>
        <p>Twelve customers are waiting for their money, so this is rather urgent for us.</p>`,
    },
    {
      kind: "note",
      from: AGENT,
      time: "2026-11-20T09:03:00Z",
      body: html`<p>
        Same symptom as ${threadEmail(alan.email)} last week. Before changing anything: is Grace disabled,
        and does Ada still have the auditor role?
      </p>`,
    },
    {
      kind: "agent",
      from: AGENT,
      time: "2026-11-20T09:10:00Z",
      body: html`<p>Hi Ada,</p>
        <p>
          thanks for the details. I found four accounts in the approval log since Monday and listed them
          below. I am checking each of them now and will be back within the hour.
        </p>`,
    },
  ],
  affected: [
    { ...ada, reported: "20 Nov, 08:52" },
    { ...grace, reported: "20 Nov, 08:52" },
    { ...alan, reported: "13 Nov, 16:20" },
    { ...margaret, reported: "17 Nov, 11:45" },
  ],
  mail: html`<p>Hello,</p>
    <p>
      since Monday the Approve button is grayed out for refunds above 500. I have copied our shared inbox,
      ${mailEmail(twinOne.email)}, so that the whole team sees your answer.
    </p>
    <p>Kind regards<br />Ada Lovelace<br />Refunds, Analytical Engines Ltd<br />${ada.email}</p>`,
  accountOwner: rosalind,
  billingContact: katherine,
  merge: { reference: "#1802", subject: "Approver list is empty", email: grace.email },
};
