import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { RecentlySeen } from "../../lib/contract/recent.ts";
import { fakeBackground, never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  adaGrants,
  adaSessions,
  endedGrants,
  listed,
  renewingGrants,
} from "../testing/sample-belongings.ts";
import {
  absent,
  ada,
  bare,
  bob,
  flood,
  found,
  hostile,
  hostileZone,
  newer,
  stale,
} from "../testing/sample-users.ts";
import { restHere } from "./rest-here.ts";
import { SidePanel } from "./side-panel.tsx";

const of =
  (own: Partial<BackgroundApi> = {}) =>
  () => (
    <SidePanel background={fakeBackground(own)} rest={restHere} onOpenOptions={() => undefined} />
  );

/** The panel after text was typed into its search. */
function Typed({ text, children }: { text: string; children: ComponentChildren }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    // The field appears once the background has reported a zone.
    const type = () => {
      const field = root.current?.querySelector<HTMLInputElement>("[role=combobox]");
      if (!field) {
        frame = requestAnimationFrame(type);
        return;
      }
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    type();
    return () => cancelAnimationFrame(frame);
  }, [text]);
  return (
    <div ref={root} class="typed">
      {children}
    </div>
  );
}

const seenBefore: RecentlySeen[] = [
  {
    query: { kind: "id", value: bob.id },
    name: "bob@example.com",
    seen: { status: "disabled", asOf: Date.now() - 120_000 },
  },
  { query: { kind: "email", value: ada.email }, name: ada.email },
];

const inspected: Partial<BackgroundApi> = {
  lastInspected: async () => ({ kind: "email", value: ada.email }),
};

export const fixtures: Fixture[] = [
  { name: "nobody yet", render: of(), shows: ["No one looked up yet", "Search users"] },
  {
    name: "nobody yet, and people seen before",
    render: of({ recents: async () => seenBefore }),
    shows: ["Search users", "Recent", "bob@example.com", "Disabled"],
  },
  {
    name: "locked",
    render: of({ ...inspected, connection: async () => ({ state: "locked" }) }),
    shows: ["The key is locked", "Passphrase", "Unlock"],
  },
  {
    name: "somebody is being searched for",
    render: () => (
      <Typed text="exam">
        <SidePanel
          background={fakeBackground(inspected)}
          rest={restHere}
          onOpenOptions={() => undefined}
        />
      </Typed>
    ),
    shows: ["3 users", "bob@example.com", "Disabled"],
  },
  {
    name: "several people are searched for",
    render: () => (
      <Typed text="<ada@example.com>, <bob@example.com>">
        <SidePanel
          background={fakeBackground(inspected)}
          rest={restHere}
          onOpenOptions={() => undefined}
        />
      </Typed>
    ),
    shows: ["This text contains 2 addresses or IDs.", "“Paste a list” in the toolbar popup"],
  },
  {
    name: "the whole record",
    render: of({ ...inspected, lookUp: async () => found(newer) }),
    shows: ["Refresh", "pending_review", "organization_id", "locale", "de-AT"],
  },
  {
    name: "sessions, grants and a timeline",
    render: of(inspected),
    shows: [
      "Firefox on Linux",
      "Support Copilot",
      "Ticket archive",
      "tickets:read tickets:reply",
      "Revoked",
      "The record says 5, but this list shows 1",
      "As a list",
    ],
  },
  {
    name: "disabled, and still signed in",
    render: of({
      ...inspected,
      lookUp: async () => found({ ...ada, status: "disabled", session_count: 2, grant_count: 2 }),
      inspectGrants: async () => listed([...endedGrants, ...adaGrants.slice(0, 1)]),
    }),
    shows: [
      "Disabled: can’t sign in. 2 sessions are still active.",
      "Sessions · 2 active",
      "Delegated grants · 1 active, 1 revoked, 1 expired",
      "A grant lets an agent or app use a resource on this person’s behalf.",
    ],
  },
  {
    name: "disabled, and still signed in, which the record doesn't count",
    render: of({
      ...inspected,
      lookUp: async () => found({ ...ada, status: "disabled", session_count: 0 }),
    }),
    shows: ["This account is disabled, but these sessions are still active."],
  },
  {
    name: "grants that renew themselves, and more sessions than are listed",
    render: of({
      ...inspected,
      lookUp: async () => found({ ...ada, session_count: 5, grant_count: 2 }),
      inspectGrants: async () => listed(renewingGrants),
    }),
    shows: [
      "Active, renews itself",
      "Last renewed",
      "Token expired, renews itself",
      "Token expires",
      "sessions opened from other sessions",
    ],
  },
  {
    name: "sessions and grants that cannot be read",
    render: of({
      ...inspected,
      inspectSessions: async () => listed(adaSessions, { unread: 1 }),
      inspectGrants: async () => listed([], { unread: 2 }),
    }),
    shows: ["1 session couldn’t be read.", "2 grants couldn’t be read.", "couldn’t be read."],
  },
  {
    name: "parts that fail by themselves",
    render: of({
      ...inspected,
      inspectSessions: async () => ({ state: "failed", failure: { why: "forbidden" } }),
      inspectGrants: async () => ({ state: "failed", failure: { why: "zoneNotFound" } }),
    }),
    shows: [
      "Active",
      "This key can’t read sessions.",
      "Keycard doesn’t list delegated grants for this zone.",
    ],
  },
  {
    name: "names that cannot be read",
    render: of({
      ...inspected,
      inspectNames: async ({ things }) => things.map((thing) => ({ ...thing, why: "forbidden" })),
    }),
    shows: ["(its name can’t be read)"],
  },
  {
    name: "parts that are empty, and ones that go on",
    render: of({
      ...inspected,
      inspectSessions: async () => listed([], { partial: true }),
      inspectGrants: async () => listed([]),
    }),
    shows: ["There may be more", "No delegated grants"],
  },
  {
    name: "a user of no provider",
    render: of({ ...inspected, lookUp: async () => found(bare) }),
    shows: ["Signs in with", "Not reported"],
  },
  {
    name: "parts that load",
    render: of({ ...inspected, inspectSessions: never, inspectGrants: never }),
    shows: ["Sessions", "Loading…"],
  },
  {
    name: "hostile sessions and grants",
    render: of({
      ...inspected,
      inspectSessions: async () =>
        listed([
          {
            id: "s1",
            user_id: ada.id,
            status: "active",
            application_id: "<img src=x>",
            authenticated_at: "yesterday \u202e",
            metadata: { name: "<script>alert(1)</script>" },
          },
        ]),
      inspectGrants: async () =>
        listed([{ id: "g1", user_id: ada.id, scopes: ["<b>all</b>"], status: "half" }]),
    }),
    shows: ["<script>alert(1)</script>", "<b>all</b>", "half"],
  },
  {
    name: "hostile values",
    render: of({ ...inspected, lookUp: async () => found(hostile) }),
    shows: ["evil.example"],
  },
  {
    name: "a record as large as a reply, in a zone with a hostile name",
    render: of({
      ...inspected,
      lookUp: async () => found(flood),
      connection: async () => ({
        state: "ready",
        keyKind: "api-key",
        way: "device",
        zone: hostileZone,
      }),
    }),
    shows: ["Show 500 more of 10,000 roles", "Production"],
  },
  { name: "loading", render: of({ ...inspected, lookUp: never }), shows: [ada.email] },
  {
    name: "stale, being refreshed",
    render: of({
      ...inspected,
      lookUp: ({ fresh }) => (fresh ? never() : Promise.resolve(stale(ada))),
    }),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "nobody of this zone",
    render: of({ ...inspected, lookUp: async () => absent }),
    shows: ["No user with this e-mail address in zone Production.", "Search other zones"],
  },
  {
    name: "failed",
    render: of({
      ...inspected,
      lookUp: async () => ({ state: "failed", failure: { why: "keyExpired" } }),
    }),
    shows: ["Keycard refused the key: it has expired.", "Open options"],
  },
];
