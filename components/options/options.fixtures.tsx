import type { BackgroundApi } from "../../lib/contract/background.ts";
import {
  fakeBackground,
  fakeSites,
  never,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { zone } from "../testing/sample-users.ts";
import { Options } from "./options.tsx";

const of =
  (own: Partial<BackgroundApi> = {}, on?: string[]) =>
  () => (
    <Options
      background={fakeBackground(own)}
      sites={fakeSites(on)}
      shortcut={async () => "Alt+Shift+K"}
      about={sampleAbout}
    />
  );

const noZone: BackgroundApi["connection"] = async () => ({
  state: "no-zone",
  keyKind: "api-key",
  way: "device",
});

const READY = { state: "ready", keyKind: "api-key", way: "device", zone } as const;

export const fixtures: Fixture[] = [
  {
    name: "not connected",
    render: of({ connection: async () => ({ state: "no-key" }) }, []),
    shows: [
      "Kind of key",
      "Service account",
      "API key",
      "Create a key in the Keycard console",
      "It needs to read users and list zones.",
      "Connect",
      "Connect first, then choose your zone here.",
      "No site is on yet.",
      "Alt+Shift+K",
      "https://api.keycard.ai",
    ],
  },
  {
    name: "connected",
    render: of({}, [SITE, "http://127.0.0.1/*"]),
    shows: [
      "Connected with a service account. The key is kept on this device.",
      "Remove key",
      "Use another key",
      "Users are looked up in zone Production.",
      "always on",
      "Turn off https://tickets.example.com",
    ],
  },
  {
    name: "sites that are open in tabs",
    render: () => (
      <Options
        background={fakeBackground()}
        sites={fakeSites(["https://*.zendesk.com/*", SITE], {
          openSites: async () => [SITE, "https://mail.google.com/*", "https://help.example.com/*"],
        })}
        shortcut={async () => undefined}
        about={sampleAbout}
      />
    ),
    shows: [
      "Open in your tabs",
      "Turn on https://help.example.com",
      "open in a tab",
      "Keyboard: no shortcut is set",
      "Copy address",
    ],
  },
  {
    name: "not agreed yet",
    render: of({
      connection: async () => ({ state: "no-key" }),
      settings: async () => ({ ...sampleSettings, firstRun: { done: true, skipped: [] } }),
    }),
    shows: ["Sent to Keycard", "Agree and continue", "Connect first, then choose your zone here."],
  },
  {
    name: "connected with a passphrase",
    render: of({
      connection: async () => ({ state: "ready", keyKind: "api-key", way: "passphrase", zone }),
    }),
    shows: [
      "Connected with an API key. The key is protected with a passphrase.",
      "Lock",
      "Lock after",
      "Change how to keep the key",
    ],
  },
  {
    name: "the key is over by this computer's clock",
    render: of({
      connection: async () => ({ ...READY, expiresAt: Date.UTC(2026, 0, 1, 12) }),
    }),
    shows: ["According to this computer’s clock, the key expired on", "2026", "up to Keycard"],
  },
  {
    name: "the key says how long it is good",
    render: of({
      connection: async () => ({ ...READY, expiresAt: Date.UTC(2099, 0, 1, 12) }),
    }),
    shows: ["The key says it’s valid until", "2099"],
  },
  {
    name: "the zone has told nothing yet",
    render: of({ zoneFacts: never }),
    shows: ["Users are looked up in"],
  },
  {
    name: "the key can do more than read, and cannot read everything",
    render: of({
      zoneFacts: async () => ({
        state: "told",
        zoneId: zone.id,
        powers: { changes: ["users", "sessions"], cannotRead: ["delegated grants", "user agents"] },
        signIn: { through: "password", invited: true },
      }),
    }),
    shows: [
      "This key can also change users, sessions. Keycard Lookup only reads.",
      "This key can’t read delegated grants, user agents. Those parts are missing, or shown by ID only.",
      "Signing in with e-mail and password is by invitation only.",
    ],
  },
  {
    name: "a zone with a provider, and types that have no word here",
    render: of({
      zoneFacts: async () => ({
        state: "told",
        zoneId: zone.id,
        powers: { changes: ["policy sets"], cannotRead: [] },
        signIn: { through: "provider", name: "Acme <b>Identity</b>", asksIdentifierFirst: true },
      }),
    }),
    shows: [
      "This key can also change policy sets.",
      "People sign in through the identity provider Acme <b>Identity</b>.",
      "Sign-in asks for the identifier first.",
    ],
  },
  {
    name: "locked",
    render: of({ connection: async () => ({ state: "locked" }) }),
    shows: ["Enter your passphrase to look people up.", "Passphrase", "Unlock", "Forgot it?"],
  },
  {
    name: "the stored key cannot be read",
    render: of({ connection: async () => ({ state: "unreadable", why: "keyDamaged" }) }),
    shows: ["The stored key is damaged and can’t be read.", "Remove key"],
  },
  {
    name: "zones to choose from",
    render: of({
      connection: noZone,
      zones: async () => ({
        state: "listed",
        zones: [zone, { id: "z2", name: "Staging" }, { id: "z3", name: "Staging" }, { id: "z4" }],
      }),
    }),
    shows: ["Connected with an API key.", "Choose a zone…", "Staging (z2)", "Staging (z3)"],
  },
  {
    name: "the key may not list zones",
    render: of({ connection: noZone, zones: async () => ({ state: "unlisted" }) }),
    shows: ["This key can’t list zones.", "Use this zone"],
  },
  {
    name: "zones could not be asked for",
    render: of({
      connection: noZone,
      zones: async () => ({ state: "failed", failure: { why: "network" } }),
    }),
    shows: ["Keycard couldn’t be reached.", "Try again"],
  },
  {
    name: "the key reads no zone",
    render: of({ connection: noZone, zones: async () => ({ state: "listed", zones: [] }) }),
    shows: ["This key can’t access any zone."],
  },
  {
    name: "zones are asked for",
    render: of({ connection: noZone, zones: never }),
    shows: ["Loading the zones of this key…"],
  },
  {
    name: "a key is to be held, and patterns are set",
    render: of({
      settings: async () => ({
        ...sampleSettings,
        modifier: "Alt",
        subjects: ["auth0|{hex:24}", "{digit:21}"],
        theme: "dark",
      }),
    }),
    shows: [
      "When you hover an address or ID",
      "Only while you hold a key",
      "Key to hold",
      "Command or Windows key",
      "Patterns, one per line",
      "Recognize Okta IDs",
      "00u{alnum:17}",
    ],
  },
  {
    name: "set by the organization, with mistakes",
    render: of(
      {
        connection: async () => ({ state: "ready", keyKind: "api-key", way: "passphrase", zone }),
        policy: async () => ({
          policy: {
            zone: zone.id,
            sitesOn: [SITE, "https://desk.example/*"],
            sitesOff: ["*://*.bank.example/*"],
            keepKey: "passphrase",
            lockAfterMin: 5,
            consoleUrl: "https://console.example.com/{user_id}",
            subjectPatterns: ["auth0|{hex:24}"],
            cacheMin: 10,
            firstRunPage: false,
          },
          warnings: [
            { why: "invalid", key: "lockAfterMin", given: "<b>x</b>" },
            { why: "secret", key: "clientSecret" },
          ],
        }),
      },
      [SITE],
    ),
    shows: [
      "2 mistakes in your organization’s settings",
      "lockAfterMin: “<b>x</b>” is ignored.",
      "a policy must never contain a secret",
      "Set by your organization",
      "Turn on 1 site",
      "*://*.bank.example",
      "https://console.example.com/{user_id}",
      "10 minutes at most",
      "Stays closed",
    ],
  },
  {
    name: "the organization wants a passphrase that is not set yet",
    render: of({
      policy: async () => ({ policy: { keepKey: "passphrase" }, warnings: [] }),
      connection: async () => ({ state: "ready", keyKind: "api-key", way: "session", zone }),
    }),
    shows: ["Your organization asks for the key to be protected with a passphrase.", "Save key"],
  },
  {
    name: "locked, and to be kept otherwise",
    render: of({
      policy: async () => ({ policy: { keepKey: "device" }, warnings: [] }),
      connection: async () => ({ state: "locked" }),
    }),
    shows: ["That happens when you unlock it"],
  },
  {
    name: "a newer version has stored settings",
    render: of({ settings: async () => ({ ...sampleSettings, besideNewer: true }) }),
    shows: ["A newer version of this extension has stored settings", "They’re untouched"],
  },
  {
    name: "the settings are being read",
    render: of({ settings: never }),
    shows: ["Options", "Loading…"],
  },
  {
    name: "the settings could not be read",
    render: of({ settings: () => Promise.reject(new Error("port closed")) }),
    shows: ["The settings couldn’t be read.", "Try again"],
  },
];
