/** Addresses that two and three people share. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { twinOne, twinTwo, tripletOne, tripletTwo, tripletThree, plus, lookalike } = PEOPLE;

export const sharedAddress: Ticket = {
  reference: "#1844",
  subject: "Shared inbox signs in to the wrong account",
  status: "Pending",
  priority: "Normal",
  requester: { name: "Support desk", email: twinOne.email },
  company: "Gemini Logistics",
  tags: ["sso", "duplicate-accounts"],
  thread: [
    {
      kind: "customer",
      from: { name: "Support desk", email: twinOne.email },
      time: "2026-11-19T07:05:00Z",
      body: html`<p>Hello support,</p>
        <p>
          since the move to single sign-on our shared inbox ${threadEmail(twinOne.email)} has two accounts:
          ${threadId(twinOne.id)} and ${threadId(twinTwo.id)}. Half of us land in the empty one.
        </p>
        <p>
          The ${threadMailto({ name: "front office", email: tripletOne.email })} even has three.
        </p>`,
    },
    {
      kind: "agent",
      from: AGENT,
      time: "2026-11-19T08:40:00Z",
      body: html`<p>Hello, which of them did you use before the move, the one with a password?</p>`,
    },
  ],
  affected: [
    { ...twinOne, reported: "SSO" },
    { ...twinTwo, reported: "Password" },
    { ...tripletOne, reported: "Front office" },
    { ...tripletTwo, reported: "Front office" },
    { ...tripletThree, reported: "Front office" },
  ],
  mail: html`<p>Hello support,</p>
    <p>our shared inbox has two accounts, and ${mailEmail(tripletOne.email)} has three. Which one stays?</p>`,
  accountOwner: plus,
  billingContact: lookalike,
  merge: { reference: "#1811", subject: "Duplicate accounts", email: tripletOne.email },
};
