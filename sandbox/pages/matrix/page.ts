/** The matrix as a page: a sheet with a row for each case. */
import { html, raw } from "hono/html";
import type { Html } from "../ticket.ts";
import type { Case, Section } from "./case.ts";
import { specimen } from "./specimen.ts";

/** @param origin the origin of the page */
export function matrixPage(sections: readonly Section[], origin: string): Html {
  const count = sections.reduce((sum, { cases }) => sum + cases.length, 0);
  return html`<!doctype html>
    <html lang="en" id="top">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Matrix – Keycard sandbox</title>
        <link rel="icon" href="/tickets/assets/icon.svg" />
        <link rel="stylesheet" href="/tickets/assets/matrix.css" />
      </head>
      <body class="m-sheet">
        <header>
          <h1>Where the pointer is</h1>
          <p>
            ${count} cases. Point at the text of a row: its mark says whether a card must appear. Addresses are made up,
            so the card may say that nobody has them.
          </p>
          <nav aria-label="Sections">
            ${sections.map(({ title }) => html`<a href="#${slug(title)}">${title}</a> `)}
          </nav>
        </header>
        <main>${sections.map((each) => section(each, origin))}</main>
        <script src="/tickets/assets/matrix.js"></script>
      </body>
    </html>`;
}

function section({ title, about, cases }: Section, origin: string): Html {
  return html`<section id="${slug(title)}">
    <h2>${title} <small>${cases.length}</small></h2>
    <p class="m-about">${about}</p>
    ${cases.map((each) => row(each, origin))}
  </section>`;
}

function row(each: Case, origin: string): Html {
  const card = each.expect !== "";
  return html`<article class="m-entry" id="case-${each.name}">
    <h3>
      ${each.name} <span class="m-mark ${card ? "m-yes" : "m-no"}">${card ? "card" : "nothing"}</span>
      <small>${each.about}</small>
    </h3>
    <div class="m-specimen">${raw(specimen(each, origin))}</div>
  </article>`;
}

/** A section's name in addresses. */
export function slug(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}
