/** What a sample ticket consists of, and the helpers that it is written with. */
import { html } from "hono/html";
import { TEST_IDS } from "./test-ids.ts";

/** A piece of HTML: everything inserted into it was escaped by Hono's `html`. */
export type Html = ReturnType<typeof html>;

export interface Contact {
  readonly name: string;
  readonly email: string;
}

export interface Message {
  readonly kind: "customer" | "agent" | "note";
  readonly from: Contact;
  /** RFC 3339, in UTC. */
  readonly time: string;
  readonly body: Html;
}

interface AffectedAccount {
  readonly email: string;
  readonly id: string;
  readonly reported: string;
}

export interface Ticket {
  /** The tool's reference; the number in the URL is the ticket's position in the list. */
  readonly reference: string;
  readonly subject: string;
  readonly status: "New" | "Open" | "Pending" | "On hold";
  readonly priority: "Urgent" | "High" | "Normal" | "Low";
  readonly requester: Contact;
  readonly company: string;
  readonly tags: readonly string[];
  readonly thread: readonly Message[];
  readonly affected: readonly AffectedAccount[];
  /** The e-mail that opened the ticket, shown in a frame. */
  readonly mail: Html;
  /** Shown in the open shadow root. */
  readonly accountOwner: Contact;
  /** Shown in the closed shadow root. */
  readonly billingContact: Contact;
  /** The other ticket in the merge dialog. */
  readonly merge: { readonly reference: string; readonly subject: string; readonly email: string };
}

/** The colleague who answers every ticket. */
export const AGENT: Contact = { name: "Noor Haddad", email: "support@acme.example" };

export function threadEmail(address: string): Html {
  return html`<span data-testid="${TEST_IDS.threadEmail}">${address}</span>`;
}

export function threadId(id: string): Html {
  return html`<code data-testid="${TEST_IDS.threadId}">${id}</code>`;
}

/** A link that shows the name and has the address in its target. */
export function threadMailto({ name, email }: Contact): Html {
  const target = `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
  return html`<a href="${target}" data-testid="${TEST_IDS.threadMailto}">${name}</a>`;
}

export function mailEmail(address: string): Html {
  return html`<span data-testid="${TEST_IDS.mailEmail}">${address}</span>`;
}
