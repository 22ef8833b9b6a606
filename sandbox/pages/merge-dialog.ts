/** A modal dialog: what it covers is inert, and only elements in the top layer with it are visible above it. */
import { html } from "hono/html";
import { TEST_IDS } from "./test-ids.ts";
import type { Html, Ticket } from "./ticket.ts";

export function mergeDialog({ reference, merge }: Ticket): Html {
  return html`<dialog class="merge" aria-labelledby="merge-title" data-testid="${TEST_IDS.mergeDialog}">
    <form method="dialog">
      <h2 id="merge-title">Merge ${reference} into another ticket</h2>
      <p class="muted">The conversation moves to the ticket you choose. This cannot be undone.</p>
      <label class="choice">
        <input type="radio" name="target" checked />
        <span>
          <b>${merge.reference} ${merge.subject}</b>
          <small data-testid="${TEST_IDS.mergeEmail}">${merge.email}</small>
        </span>
      </label>
      <footer>
        <button>Cancel</button>
        <button class="primary">Merge</button>
      </footer>
    </form>
  </dialog>`;
}
