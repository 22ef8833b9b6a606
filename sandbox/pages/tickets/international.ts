/** Addresses beyond ASCII, in upper case, and of maximum length. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { umlaut, japanese, cyrillic, punycode, radia, longLocal, longDomain } = PEOPLE;

export const international: Ticket = {
  reference: "#1847",
  subject: "Umlauts in our addresses – Anmeldung geht nicht",
  status: "Open",
  priority: "Low",
  requester: umlaut,
  company: "Bücher GmbH",
  tags: ["idn", "sign-in"],
  thread: [
    {
      kind: "customer",
      from: umlaut,
      time: "2026-11-16T09:20:00Z",
      body: html`<p>Guten Tag,</p>
        <p>
          ${threadEmail(umlaut.email)} funktioniert, aber ${threadMailto(punycode)} nicht. ID:
          ${threadId(umlaut.id)}.
        </p>
        <p>
          Auch ${threadEmail(japanese.email)}、 ${threadEmail(cyrillic.email)} und
          ${threadEmail(radia.email)} sind betroffen.
        </p>`,
    },
    {
      kind: "agent",
      from: AGENT,
      time: "2026-11-16T10:00:00Z",
      body: html`<p>Thank you, Jörg. Long addresses break too: ${threadEmail(longLocal.email)}.</p>`,
    },
  ],
  affected: [
    { ...umlaut, reported: "16 Nov, 09:20" },
    { ...japanese, reported: "16 Nov, 09:20" },
    { ...cyrillic, reported: "16 Nov, 09:20" },
    { ...punycode, reported: "16 Nov, 09:20" },
    { ...longLocal, reported: "16 Nov, 10:00" },
    { ...longDomain, reported: "16 Nov, 10:00" },
  ],
  mail: html`<p>Guten Tag,</p>
    <p>bitte antworten Sie an ${mailEmail(umlaut.email)}.</p>
    <p>Jörg Müller</p>`,
  accountOwner: punycode,
  billingContact: cyrillic,
  merge: { reference: "#1771", subject: "IDN sign-in", email: punycode.email },
};
