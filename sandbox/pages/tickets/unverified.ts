/** Someone whose e-mail address isn't verified. */
import { html } from "hono/html";
import { PEOPLE } from "../../people.ts";
import { AGENT, mailEmail, type Ticket, threadEmail, threadId, threadMailto } from "../ticket.ts";

const { alan, hedy, radia, annie, frances, dorothy } = PEOPLE;

export const unverified: Ticket = {
  reference: "#1843",
  subject: "Verification e-mail never arrives",
  status: "Open",
  priority: "Normal",
  requester: alan,
  company: "Bletchley Software",
  tags: ["verification", "e-mail"],
  thread: [
    {
      kind: "customer",
      from: alan,
      time: "2026-11-19T14:02:00Z",
      body: html`<p>Hi,</p>
        <p>
          I asked for the verification e-mail five times and nothing arrives at ${threadEmail(alan.email)},
          not even in the spam folder. ${threadMailto(hedy)} had the same problem in October.
        </p>`,
    },
    {
      kind: "note",
      from: AGENT,
      time: "2026-11-19T14:20:00Z",
      body: html`<p>
        Mail log: five times accepted by their server for ${threadId(alan.id)}. Radia’s account
        (${threadEmail(radia.email)}) is at the same company: compare.
      </p>`,
    },
  ],
  affected: [
    { ...alan, reported: "19 Nov, 14:02" },
    { ...hedy, reported: "22 Oct, 08:11" },
    { ...radia, reported: "–" },
  ],
  mail: html`<p>Hi,</p>
    <p>
      the verification e-mail does not arrive. Our mail administrator is ${mailEmail(annie.email)}, please
      put her in copy.
    </p>
    <p>Alan</p>`,
  accountOwner: frances,
  billingContact: dorothy,
  merge: { reference: "#1790", subject: "No verification e-mail", email: hedy.email },
};
