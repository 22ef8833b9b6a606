/** Small elements that several pages show. */
import { html } from "hono/html";
import type { Contact, Html } from "./ticket.ts";

/** The number of avatar colors in `base.css`: classes `tint-0` to `tint-5`. */
const TINTS = 6;

/** A round avatar with someone's initials. */
export function avatar({ name }: Contact): Html {
  const initials = name.split(" ").map((word) => word.charAt(0));
  const tint = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TINTS;
  return html`<span class="avatar tint-${tint}" aria-hidden="true">${initials.slice(0, 2).join("")}</span>`;
}

/** A status or a priority; its word is also its class. */
export function pill(word: string): Html {
  return html`<span class="pill ${word.toLowerCase().replace(" ", "-")}">${word}</span>`;
}

/** Day and time in UTC, such as "20 Nov, 08:52": the same wherever a screenshot is taken. */
export function shortTime(time: string): Html {
  const words = new Date(time).toLocaleString("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return html`<time datetime="${time}">${words}</time>`;
}
