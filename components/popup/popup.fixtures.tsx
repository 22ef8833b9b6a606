import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { RecentlySeen } from "../../lib/contract/recent.ts";
import type { SearchAnswer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { loadOnce } from "../parts/load-once.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { fakeBackground, fakeSites, never, SITE } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  absent,
  ada,
  bare,
  bob,
  hostile,
  newer,
  staging,
  stale,
  zone,
} from "../testing/sample-users.ts";
import { Popup } from "./popup.tsx";
import { restHere } from "./rest-here.ts";

const of =
  (own: Partial<BackgroundApi> = {}, sites: SiteActions = fakeSites(), rest = restHere) =>
  () => (
    <Popup
      background={fakeBackground(own)}
      sites={sites}
      rest={rest}
      onOpenOptions={() => undefined}
    />
  );

/** Someone who was seen, and when they were looked up. */
const recent = (user: User, minutes: number): RecentlySeen => ({
  query: { kind: "id", value: user.id },
  name: user.email ?? user.id,
  answer: { state: "found", users: [user], asOf: Date.now() - minutes * 60_000 },
});

/** Opened to search for a text. */
const forExam: Partial<BackgroundApi> = {
  takeInspection: async () => ({ kind: "search", text: "exam" }),
};

const searched = (search: () => Promise<SearchAnswer>, own: Partial<BackgroundApi> = {}) =>
  of({ ...forExam, search, ...own });

export const fixtures: Fixture[] = [
  {
    name: "opened",
    render: of(),
    shows: ["Search users", "Find someone in your zone", "Production", "Options"],
  },
  {
    name: "no key",
    render: of({ connection: async () => ({ state: "no-key" }) }),
    shows: ["Not connected to Keycard", "Connect to Keycard…"],
  },
  {
    name: "locked",
    render: of({ connection: async () => ({ state: "locked" }) }),
    shows: ["The key is locked", "Passphrase", "Unlock", "Forgot it? Remove the key…"],
  },
  {
    name: "the stored key cannot be read",
    render: of({ connection: async () => ({ state: "unreadable", why: "deviceKeyLost" }) }),
    shows: ["no longer has its part of the stored key", "Connect to Keycard…"],
  },
  {
    name: "a key that can be locked",
    render: of({
      connection: async () => ({ state: "ready", keyKind: "api-key", way: "passphrase", zone }),
    }),
    shows: ["Lock", "Search users"],
  },
  {
    name: "no zone",
    render: of({
      connection: async () => ({ state: "no-zone", keyKind: "api-key", way: "device" }),
      zones: async () => ({ state: "unlisted" }),
    }),
    shows: ["No zone chosen yet", "Choose a zone…"],
  },
  {
    name: "the organization has set the zone, among several",
    render: of({
      policy: async () => ({ policy: { zone: zone.id }, warnings: [] }),
      zones: async () => ({ state: "listed", zones: [zone, staging] }),
    }),
    shows: ["Search users", "Production"],
  },
  {
    name: "people seen before",
    render: of({
      recents: async () => [
        recent(ada, 4),
        recent({ ...bare, email: ada.email, status: "disabled" }, 31),
        recent(bob, 12),
        { query: { kind: "email", value: "x@y.example" }, name: "x@y.example" },
      ],
    }),
    shows: [
      "Recent",
      "Active",
      "accounts.google.com",
      "Provider not reported",
      "Disabled",
      "12 min ago",
      "x@y.example",
    ],
  },
  { name: "searching", render: searched(never), shows: ["Search users"] },
  {
    name: "results, zones to choose from",
    render: searched(
      async () => ({
        state: "found",
        users: [ada, bob, newer, hostile],
        asOf: Date.now(),
        after: "next",
        doubt: "first-100-only",
      }),
      { zones: async () => ({ state: "listed", zones: [zone, staging] }) },
    ),
    shows: [ada.email, "Active", "Disabled", "pending_review", "More", "Zone"],
  },
  {
    name: "nobody found",
    render: searched(async () => ({ state: "absent", asOf: 0 })),
    shows: [
      "No user in zone Production has “exam” in their e-mail or identity provider ID.",
      "only found in full",
    ],
  },
  {
    name: "cannot tell",
    render: searched(async () => ({ state: "inconclusive", doubt: "first-100-only", asOf: 0 })),
    shows: ["Cannot tell", "Look them up by their full user ID."],
  },
  {
    name: "search failed",
    render: searched(async () => ({ state: "failed", failure: { why: "network" } })),
    shows: ["Keycard couldn’t be reached.", "Try again"],
  },
  {
    name: "the rest is on its way",
    render: of(forExam, fakeSites(), loadOnce(never)),
    shows: ["Search users", "Paste a list", "By role…"],
  },
  {
    name: "the rest cannot be loaded",
    render: of(
      forExam,
      fakeSites(),
      loadOnce(() => Promise.reject(new TypeError("Failed to fetch"))),
    ),
    shows: ["The rest can’t be loaded.", "Load again"],
  },
  {
    name: "opened for a person",
    render: of({
      takeInspection: async () => ({ kind: "query", query: { kind: "id", value: ada.id } }),
    }),
    shows: ["Back to results", ada.email, "Active", "Refresh", "Copy JSON"],
  },
  {
    name: "opened for nobody of this zone",
    render: of({
      takeInspection: async () => ({
        kind: "query",
        query: { kind: "email", value: "x@y.example" },
      }),
      lookUp: async () => absent,
    }),
    shows: [
      "No user with this e-mail address in zone Production.",
      "Find similar addresses",
      "Search other zones",
    ],
  },
  {
    name: "opened for a person looked up before",
    render: of({
      takeInspection: async () => ({ kind: "query", query: { kind: "id", value: ada.id } }),
      lookUp: ({ fresh }) => (fresh ? never() : Promise.resolve(stale(ada))),
    }),
    shows: ["From 12 minutes ago · refreshing", "Active"],
  },
  {
    name: "site is off",
    render: of({}, fakeSites([])),
    shows: ["tickets.example.com", "Hover cards"],
  },
  {
    name: "site is on through a wider permission",
    render: of({}, fakeSites(["https://*/*"])),
    shows: ["On for this site through https://*"],
  },
  {
    name: "site is part of the build",
    render: of(
      {},
      fakeSites(["http://127.0.0.1/*"], { siteOfActiveTab: async () => "http://127.0.0.1/*" }),
    ),
    shows: ["Always on for this site"],
  },
  {
    name: "no site can be switched on",
    render: of({}, fakeSites([SITE], { siteOfActiveTab: async () => undefined })),
    shows: ["Not on this page"],
  },
];
