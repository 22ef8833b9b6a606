/** The frame around every page: head, rail and top bar. */
import { html } from "hono/html";
import { type IconName, icon } from "./icons.ts";
import { avatar } from "./pieces.ts";
import { AGENT, type Html } from "./ticket.ts";

/** Where style sheets, scripts and the icon are served. */
export const ASSETS = "/tickets/assets";

/** A page's style sheets, in cascade order. */
const STYLES = [
  "base",
  "shell",
  "pieces",
  "list",
  "ticket",
  "conversation",
  "panels",
  "sidebar",
  "dialog",
] as const;

const RAIL: readonly (readonly [IconName, string])[] = [
  ["home", "Home"],
  ["inbox", "Tickets"],
  ["people", "Customers"],
  ["chart", "Reports"],
  ["book", "Knowledge base"],
];

/** A whole page. Neither script nor style is inline, so that the strict policy allows it. */
export function page(title: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${ASSETS}/icon.svg" />
        ${STYLES.map((name) => html`<link rel="stylesheet" href="${ASSETS}/${name}.css" />`)}
        <script src="${ASSETS}/ticket.js" defer></script>
      </head>
      <body>
        ${rail()} ${topBar()} ${main}
      </body>
    </html>`;
}

function rail(): Html {
  const items = RAIL.map(
    ([name, label]) =>
      html`<li>
        <a href="/tickets/" title="${label}" ${name === "inbox" ? html`aria-current="page"` : ""}>
          ${icon(name)}<span class="hidden">${label}</span>
        </a>
      </li>`,
  );
  return html`<nav class="rail" aria-label="Main">
    <a class="logo" href="/" title="Helpdesk">h</a>
    <ul>
      ${items}
    </ul>
    <a class="settings" href="/" title="Settings">${icon("sliders")}</a>
  </nav>`;
}

function topBar(): Html {
  return html`<header class="top-bar">
    <div class="brand">Acme Helpdesk</div>
    <label class="search">
      ${icon("search")}<input type="search" placeholder="Search tickets and people" aria-label="Search" />
      <kbd>/</kbd>
    </label>
    <button type="button" class="quiet" title="Notifications">${icon("bell")}</button>
    ${avatar(AGENT)}
  </header>`;
}
