import { useEffect, useMemo } from "preact/hooks";
import type { ToCardMessage } from "../../lib/contract/card-port.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import type { SuggestionsReply } from "../../lib/directory/suggested.ts";
import { answerRestHere } from "../answer/rest-here.ts";
import { kept } from "../parts/kept.ts";
import type { Fixture } from "../testing/fixture.ts";
import { absent, ada, bob, found, hostile, newer, stale, zone } from "../testing/sample-users.ts";
import { Card } from "./card.tsx";
import { createCardStore } from "./card-store.ts";
import { StrayCard } from "./stray-card.tsx";

/** A card that has received these messages. */
function told(...messages: ToCardMessage[]) {
  const store = storeTold(messages);
  return () => <Card store={store} rest={answerRestHere} sidePanel />;
}

function storeTold(messages: readonly ToCardMessage[]) {
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

/** An absent answer with the suggestions button pressed; with `chosen`, one suggestion is open. */
function Suggested({ chosen }: { chosen: boolean }) {
  const store = useMemo(() => {
    const listeners: ((message: unknown) => void)[] = [];
    const say = (message: ToCardMessage) => {
      for (const listener of listeners) listener(message);
    };
    return createCardStore(() => ({
      postMessage: ({ type }) =>
        type === "suggest" && say({ type: "suggestions", look: 1, reply: similar }),
      onMessage: {
        addListener(listener) {
          listeners.push(listener);
          say({ ...begin, query: { kind: "email", value: "ada.lovelace+support@example.com" } });
          say(answer(absent));
        },
      },
      onDisconnect: { addListener: () => undefined },
    }));
  }, []);
  useEffect(() => {
    const wanted = [".card-body .primary", ...(chosen ? [".suggestion"] : [])];
    const press = () => {
      const there = wanted[0] && document.querySelector<HTMLElement>(wanted[0]);
      if (there) {
        wanted.shift();
        there.click();
      }
      if (wanted.length > 0) timer = setTimeout(press, 20);
    };
    let timer = setTimeout(press, 0);
    return () => clearTimeout(timer);
  }, []);
  return <Card store={store} rest={answerRestHere} sidePanel />;
}

const similar: SuggestionsReply = {
  state: "searched",
  people: [
    { user: ada, why: { kind: "untagged", tag: "+support" } },
    { user: bob, why: { kind: "letter" } },
    { user: newer, why: { kind: "domain", domain: "example.org" } },
  ],
  over: 0,
};

const begin = {
  type: "begin",
  look: 1,
  query: { kind: "email", value: ada.email },
  zone,
  pinned: false,
  expanded: false,
} satisfies ToCardMessage;

const expanded = { ...begin, expanded: true } satisfies ToCardMessage;

const answer = (of: Answer): ToCardMessage => ({
  type: "answer",
  look: 1,
  answer: of,
});

export const fixtures: Fixture[] = [
  { name: "warm, nobody pointed at", render: told(), shows: ["More", "Pin", "Close", "Refresh"] },
  { name: "loading", render: told(begin), shows: [ada.email] },
  {
    name: "found",
    render: told(begin, answer(found(ada))),
    shows: ["Active", "E-mail verified", "More", "Pin", "Close", "Refresh", "Open in side panel"],
  },
  {
    name: "taken from a link",
    render: told({ ...begin, source: "link" }, answer(found(ada))),
    shows: ["From this link", "Active"],
  },
  {
    name: "taken from a tooltip",
    render: told({ ...begin, source: "tooltip" }, answer(absent)),
    shows: ["From the page’s tooltip", "No user with this e-mail address in zone Production."],
  },
  {
    name: "absent, and who may be meant",
    render: () => <Suggested chosen={false} />,
    shows: ["without +support", "one letter differs", "No user with this e-mail address"],
  },
  {
    name: "absent, and one who may be meant",
    render: () => <Suggested chosen />,
    shows: ["Similar addresses", "Active", "E-mail verified"],
  },
  {
    name: "taken from a label, loading",
    render: told({ ...begin, source: "label" }),
    shows: ["From a label on the page"],
  },
  {
    name: "taken from an attribute",
    render: told({ ...begin, source: "data" }, answer(found(bob))),
    shows: ["From data on the page", "Disabled"],
  },
  {
    name: "taken from the address beside",
    render: told({ ...expanded, source: "beside" }, answer(found(ada))),
    shows: ["From the address next to this name", "Less"],
  },
  {
    name: "pinned, asked again",
    render: told(begin, answer(found(ada)), { ...begin, look: 2, pinned: true }),
    shows: ["Active"],
  },
  {
    name: "found, more",
    render: told(expanded, answer(found(ada))),
    shows: ["Less", "Active", "Identity provider ID", "User ID", "Created", "Data as of"],
  },
  {
    name: "absent, more",
    render: told(expanded, answer(absent)),
    shows: ["Less", "Searched for", "E-mail address", "Zone", "Data as of"],
  },
  {
    name: "cannot tell, more",
    render: told(
      expanded,
      answer({ state: "inconclusive", doubt: "first-100-only", asOf: Date.now() }),
    ),
    shows: ["Less", "Searched for", "Data as of"],
  },
  {
    name: "failed, more",
    render: told(expanded, answer({ state: "failed", failure: { why: "server", status: 503 } })),
    shows: ["Less", "Searched for", "HTTP status", "503"],
  },
  { name: "loading, more", render: told(expanded), shows: ["Less", ada.email] },
  { name: "disabled", render: told(begin, answer(found(bob))), shows: ["Disabled", "No roles"] },
  {
    name: "stale, being refreshed",
    render: told(begin, answer(stale(ada))),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "stale, not refreshed",
    render: told(
      begin,
      answer(stale(ada)),
      answer({ state: "failed", failure: { why: "offline" } }),
    ),
    shows: [
      "couldn’t refresh: Keycard couldn’t be reached: this browser is offline.",
      "Try again",
      "Active",
    ],
  },
  {
    name: "two users",
    render: told(begin, answer(found(ada, { ...bob, email: ada.email }))),
    shows: ["2 users share this address"],
  },
  {
    name: "unknown values",
    render: told(begin, answer(found(newer))),
    shows: ["pending_review"],
  },
  { name: "hostile values", render: told(begin, answer(found(hostile))), shows: ["evil.example"] },
  {
    name: "absent",
    render: told(begin, answer(absent)),
    shows: ["No user with this e-mail address in zone Production.", "Search other zones"],
  },
  {
    name: "cannot tell",
    render: told(begin, answer({ state: "inconclusive", doubt: "first-100-only", asOf: 0 })),
    shows: ["Cannot tell"],
  },
  {
    name: "failed",
    render: told(
      begin,
      answer({ state: "failed", failure: { why: "server", status: 503, detail: "try later" } }),
    ),
    shows: ["Keycard answered with an error.", "Try again"],
  },
  {
    name: "a click that did nothing",
    render: () => (
      <Card
        rest={answerRestHere}
        store={storeTold([begin, answer(found(ada))])}
        sidePanel
        clicks={{ refused: kept(true), resizing: () => undefined }}
      />
    ),
    shows: ["your click was ignored", "Active"],
  },
  { name: "opened by itself", render: () => <StrayCard />, shows: ["opens on web pages"] },
];
