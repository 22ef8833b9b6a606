import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { fakeBackground, never } from "../fake-background.ts";
import type { Fixture } from "../fixture.ts";
import { absent, ada, flood, found, hostile, hostileZone, newer, stale } from "../sample-users.ts";
import { SidePanel } from "./side-panel.tsx";

const of =
  (own: Partial<BackgroundApi> = {}) =>
  () => (
    <SidePanel
      background={fakeBackground(own)}
      onInspected={() => () => undefined}
      onOpenOptions={() => undefined}
    />
  );

const inspected: Partial<BackgroundApi> = {
  lastInspected: async () => ({ kind: "email", value: ada.email }),
};

export const fixtures: Fixture[] = [
  { name: "nobody yet", render: of(), shows: ["Nobody looked up yet"] },
  {
    name: "the whole record",
    render: of({ ...inspected, lookUp: async () => found(newer) }),
    shows: ["Refresh", "pending_review", "organization_id", "locale", "de-AT"],
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
      lookUp: (_, fresh) => (fresh ? never() : Promise.resolve(stale(ada))),
    }),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "nobody of this zone",
    render: of({ ...inspected, lookUp: async () => absent }),
    shows: ["No user with this e-mail address in zone Production.", "Look in other zones"],
  },
  {
    name: "failed",
    render: of({
      ...inspected,
      lookUp: async () => ({ state: "failed", failure: { why: "key-expired" } }),
    }),
    shows: ["The key has expired.", "Open options"],
  },
];
