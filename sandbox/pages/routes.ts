/** Serves the sample tickets. */
import { Hono } from "hono";
import { PEOPLE } from "../people.ts";
import { hostileRoutes } from "./hostile/routes.ts";
import { indexPage } from "./index-page.ts";
import { listPage } from "./list-page.ts";
import { mailDocument } from "./mail.ts";
import { matrixRoutes } from "./matrix/routes.ts";
import { printedPage } from "./printed.ts";
import { realMarkupPage } from "./real-markup/page.ts";
import { recorderRoutes } from "./recorder/routes.ts";
import { serveFiles } from "./serve-files.ts";
import type { Ticket } from "./ticket.ts";
import { ticketPage } from "./ticket-page.ts";
import { TICKETS } from "./tickets/index.ts";

/** Style and script are separate files, so that strict pages work. */
const ASSET_FOLDER = new URL("assets/", import.meta.url);

/** About the strictest policy with which a page can still be styled. */
const STRICT_HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "clipboard-read=(), clipboard-write=()",
} as const;

export function pageRoutes(): Hono {
  const pages = new Hono();
  pages.get("/", (c) => c.html(indexPage()));
  pages.get("/favicon.ico", (c) => c.redirect("/tickets/assets/icon.svg"));
  pages.get("/tickets", (c) => c.redirect("/tickets/"));
  pages.get("/tickets/", (c) => c.html(listPage()));
  serveFiles(pages, "/tickets/assets/", ASSET_FOLDER);
  TICKETS.forEach((ticket: Ticket, place) => {
    const number = place + 1;
    pages.get(`/tickets/${number}`, (c) => c.html(ticketPage(ticket, number, false)));
    pages.get(`/tickets/${number}/mail`, (c) => c.html(mailDocument(ticket)));
    pages.get(`/tickets/strict/${number}`, (c) =>
      c.html(ticketPage(ticket, number, true), 200, STRICT_HEADERS),
    );
  });
  pages.get("/tickets/printed.pdf", (c) =>
    c.body(printedPage(PEOPLE.ada.email), 200, { "Content-Type": "application/pdf" }),
  );
  pages.get("/real-markup", (c) => c.html(realMarkupPage(new URL(c.req.url).origin)));
  pages.route("/", matrixRoutes());
  pages.route("/", recorderRoutes());
  pages.route("/", hostileRoutes());
  pages.all("/tickets/*", (c) => c.text("There is no such ticket\n", 404));
  return pages;
}
