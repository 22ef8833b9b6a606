import { describe, expect, test } from "vitest";
import { ABSENT, PEOPLE } from "../people.ts";
import { useSandbox } from "../test-client.ts";
import { TEST_IDS } from "./test-ids.ts";
import { TICKETS } from "./tickets/index.ts";

const sandbox = useSandbox();

async function load(path: string) {
  const reply = await fetch(sandbox.url() + path);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

test("the front page and the list lead to every ticket", async () => {
  for (const path of ["/", "/tickets/"]) {
    const { text } = await load(path);
    TICKETS.forEach((_, place) => {
      expect(text).toContain(`href="/tickets/${place + 1}"`);
    });
  }
  expect((await load("/tickets/99")).status).toBe(404);
});

test("the printed page mentions someone", async () => {
  const { headers, text } = await load("/tickets/printed.pdf");
  expect(headers.get("content-type")).toBe("application/pdf");
  expect(text).toContain(PEOPLE.ada.email);
});

describe.each(TICKETS.map((ticket, place) => [place + 1, ticket] as const))(
  "ticket %d",
  (number, ticket) => {
    test("has every test ID", async () => {
      const { text } = await load(`/tickets/${number}`);
      const all = text + (await load(`/tickets/${number}/mail`)).text;
      for (const id of Object.values(TEST_IDS)) expect(all).toContain(`data-testid="${id}"`);
    });

    test("is styled on a strict page without anything inline", async () => {
      const { text, headers } = await load(`/tickets/strict/${number}`);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(text).not.toMatch(/<style|<iframe| style="| on\w+="/);
      for (const [, source = ""] of text.matchAll(/(?:src|href)="(\/tickets\/assets\/[^"]+)"/g)) {
        expect((await load(source)).status).toBe(200);
      }
    });

    test("loads nothing from elsewhere, and shows the requester as text", async () => {
      const { text } = await load(`/tickets/${number}`);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
      expect(text).not.toContain("<b>bold</b>");
      expect(text).toContain(`value="${escaped(ticket.requester.email)}"`);
    });
  },
);

test("the people match the tickets", () => {
  const requesters = TICKETS.map((ticket) => ticket.requester.email);
  const { ada, grace, alan, twinOne, ampersand, umlaut } = PEOPLE;
  const expected = [ada, grace, alan, twinOne, ABSENT, ampersand, umlaut];
  expect(requesters).toEqual(expected.map((person) => person.email));
});

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;");
}
