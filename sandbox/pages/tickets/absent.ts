/** Someone who isn't in the zone, and the people they are often mistaken for. */
import { html } from "hono/html";
import { ABSENT, LARGE_LEGACY_PEOPLE, PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { ada, lookalike, orphan, newest } = PEOPLE;
const { zoe } = LARGE_LEGACY_PEOPLE;
const requester = { name: "Ned Nobody", email: ABSENT.email };

export const absent: Ticket = {
  reference: "#1845",
  subject: "Invited last week, but the portal says I don’t exist",
  status: "New",
  priority: "Low",
  requester,
  company: "–",
  tags: ["invitation"],
  thread: [
    {
      kind: "customer",
      from: requester,
      time: "2026-11-18T17:31:00Z",
      body: html`<p>Hi there,</p>
        <p>
          I was invited by ${threadMailto(ada)} but ${threadEmail(ABSENT.email)} is unknown to the portal.
          The invitation mentions ${threadId(ABSENT.id)}.
        </p>`,
    },
    {
      kind: "note",
      from: AGENT,
      time: "2026-11-18T17:50:00Z",
      body: html`<p>
        Typing mistake in the invitation? It went to ${threadEmail(ABSENT.misspeltEmail)}. Not to be confused
        with ${threadEmail(lookalike.email)}, nor with ${threadEmail(zoe.email)}, who is in the old zone.
      </p>`,
    },
  ],
  affected: [
    { ...ABSENT, reported: "18 Nov, 17:31" },
    { ...lookalike, reported: "Similar" },
    { ...zoe, reported: "Old zone" },
  ],
  mail: html`<p>Hi there,</p>
    <p>I was invited as ${mailEmail(ABSENT.email)} and cannot get in.</p>
    <p>Ned</p>`,
  accountOwner: orphan,
  billingContact: newest,
  merge: { reference: "#1822", subject: "Invitation expired", email: ABSENT.misspeltEmail },
};
