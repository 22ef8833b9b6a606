import { signal } from "@preact/signals";
import type { ToCard } from "../../lib/messages/card-port.ts";
import type { Fixture } from "../testing/fixture.ts";
import { absent, ada, bob, found, hostile, newer, stale, zone } from "../testing/sample-users.ts";
import { Card } from "./card.tsx";
import { createCardStore } from "./card-store.ts";
import { StrayCard } from "./stray-card.tsx";

/** A card that has been told all this. */
function told(...messages: ToCard[]) {
  const store = storeTold(messages);
  return () => <Card store={store} sidePanel />;
}

function storeTold(messages: readonly ToCard[]) {
  return createCardStore(() => ({
    postMessage: () => undefined,
    onMessage: {
      addListener: (listener) => {
        for (const message of messages) listener(message);
      },
    },
    onDisconnect: { addListener: () => undefined },
  }));
}

const show = {
  type: "show",
  look: 1,
  query: { kind: "email", value: ada.email },
  zone,
  pinned: false,
  expanded: false,
} satisfies ToCard;

const expanded: ToCard = { ...show, expanded: true };

const answer = (of: Extract<ToCard, { type: "answer" }>["answer"]): ToCard => ({
  type: "answer",
  look: 1,
  answer: of,
});

export const fixtures: Fixture[] = [
  { name: "warm, nobody pointed at", render: told(), shows: ["More", "Pin", "Close", "Refresh"] },
  { name: "loading", render: told(show), shows: [ada.email] },
  {
    name: "found",
    render: told(show, answer(found(ada))),
    shows: ["Active", "E-mail verified", "More", "Pin", "Close", "Refresh", "Open in side panel"],
  },
  {
    name: "pinned, asked again",
    render: told(show, answer(found(ada)), { ...show, look: 2, pinned: true }),
    shows: ["Active"],
  },
  {
    name: "found, more",
    render: told(expanded, answer(found(ada))),
    shows: ["Less", "Active", "Subject", "User ID", "Created", "Looked up"],
  },
  {
    name: "absent, more",
    render: told(expanded, answer(absent)),
    shows: ["Less", "Asked for", "E-mail address", "Zone", "Looked up"],
  },
  {
    name: "cannot tell, more",
    render: told(
      expanded,
      answer({ state: "inconclusive", doubt: "first-100-only", asOf: Date.now() }),
    ),
    shows: ["Less", "Asked for", "Looked up"],
  },
  {
    name: "failed, more",
    render: told(expanded, answer({ state: "failed", failure: { why: "server", status: 503 } })),
    shows: ["Less", "Asked for", "HTTP status", "503"],
  },
  { name: "loading, more", render: told(expanded), shows: ["Less", ada.email] },
  { name: "disabled", render: told(show, answer(found(bob))), shows: ["Disabled", "No roles"] },
  {
    name: "stale, being refreshed",
    render: told(show, answer(stale(ada))),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "stale, not refreshed",
    render: told(
      show,
      answer(stale(ada)),
      answer({ state: "failed", failure: { why: "offline" } }),
    ),
    shows: ["not refreshed: This browser is offline. Nothing was sent.", "Try again", "Active"],
  },
  {
    name: "two users",
    render: told(show, answer(found(ada, { ...bob, email: ada.email }))),
    shows: ["2 users share this address"],
  },
  {
    name: "unknown values",
    render: told(show, answer(found(newer))),
    shows: ["pending_review"],
  },
  { name: "hostile values", render: told(show, answer(found(hostile))), shows: ["evil.example"] },
  {
    name: "absent",
    render: told(show, answer(absent)),
    shows: ["No user with this e-mail address in zone Production.", "Look in other zones"],
  },
  {
    name: "cannot tell",
    render: told(show, answer({ state: "inconclusive", doubt: "first-100-only", asOf: 0 })),
    shows: ["Cannot tell"],
  },
  {
    name: "failed",
    render: told(
      show,
      answer({ state: "failed", failure: { why: "server", status: 503, detail: "try later" } }),
    ),
    shows: ["Keycard answered with an error.", "Try again"],
  },
  {
    name: "a click that did nothing",
    render: () => (
      <Card
        store={storeTold([show, answer(found(ada))])}
        sidePanel
        clicks={{
          refused: signal(true),
          shown: () => undefined,
          resizing: () => undefined,
        }}
      />
    ),
    shows: ["that click did nothing", "Active"],
  },
  { name: "opened by itself", render: () => <StrayCard />, shows: ["inside a page"] },
];
