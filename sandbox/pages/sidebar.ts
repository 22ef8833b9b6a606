/** The ticket's properties, and two plug-ins in shadow roots, as plug-ins of such tools use them. */
import { html, raw } from "hono/html";
import { ASSETS } from "./document.ts";
import { TEST_IDS } from "./test-ids.ts";
import type { Contact, Html, Ticket } from "./ticket.ts";

export function sidebar(ticket: Ticket): Html {
  const { requester, status, priority, tags, accountOwner, billingContact, company } = ticket;
  return html`<aside class="sidebar" aria-label="Properties">
    <section class="properties">
      <label>
        Requester
        <input value="${requester.email}" spellcheck="false" data-testid="${TEST_IDS.requesterInput}" />
      </label>
      <dl>
        ${property("Assignee", "Noor Haddad")} ${property("Status", status)}
        ${property("Priority", priority)} ${property("Group", "Support / Identity")}
      </dl>
      <div class="tags" aria-label="Tags">${tags.map((tag) => html`<span>${tag}</span>`)}</div>
    </section>
    ${plugin("customer-panel", "open", TEST_IDS.shadowOpen, {
      title: "Customer",
      rows: [
        ["Company", company],
        ["Plan", "Business, 250 seats"],
      ],
      label: "Account owner",
      contact: accountOwner,
    })}
    ${plugin("billing-panel", "closed", TEST_IDS.shadowClosed, {
      title: "Billing",
      rows: [
        ["Next invoice", "1 December"],
        ["Balance", "0.00"],
      ],
      label: "Billing contact",
      contact: billingContact,
    })}
  </aside>`;
}

interface Plugin {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly label: string;
  readonly contact: Contact;
}

/** A custom element whose shadow root is created by the parser: no script, so that it works on strict pages too. */
function plugin(
  tag: string,
  mode: "open" | "closed",
  testId: string,
  { title, rows, label, contact }: Plugin,
): Html {
  const shadow = html`<link rel="stylesheet" href="${ASSETS}/plugin.css" />
    <section>
      <h2>${title}</h2>
      <dl>
        ${rows.map(([name, value]) => property(name, value))} ${property(label, contact.name)}
      </dl>
      <p data-testid="${TEST_IDS.shadowEmail}">${contact.email}</p>
    </section>`;
  return html`<${raw(tag)} data-testid="${testId}">
    <template shadowrootmode="${mode}">${shadow}</template>
  </${raw(tag)}>`;
}

function property(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
