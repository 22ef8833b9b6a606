import type { DebugLogReading } from "../../lib/debug-log/debug-log.ts";
import type { Environment } from "../../lib/environment.ts";
import type { BackgroundApi, PersonalSettings } from "../../lib/messages/background-api.ts";
import type { Diagnostics } from "../../lib/messages/diagnostics.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { adaGrants, adaSessions, listed, nameOf } from "./sample-belongings.ts";
import { ada, bare, bob, found, looked, zone } from "./sample-users.ts";

/** Settings of somebody who has chosen nothing. */
export const sampleSettings: PersonalSettings = {
  modifier: null,
  subjects: [],
  lockAfterMin: 15,
  hoverMs: 250,
  consoleUrl: null,
  marks: [],
  theme: "system",
  firstRun: { done: true, skipped: [] },
};

/** A background for fixtures and tests: connected, with three users. */
export function fakeBackground(own: Partial<BackgroundApi> = {}): BackgroundApi {
  const lookUp: BackgroundApi["lookUp"] = async ({ value }) =>
    found([ada, bob, bare].find(({ id }) => id === value) ?? ada);
  let chosen = zone;
  /** Told when another zone is chosen, as in every window. */
  const listeners = new Set<() => void>();
  const search: BackgroundApi["search"] = async () => ({
    state: "found",
    users: [ada, bob, bare],
    asOf: Date.now(),
  });
  return {
    connection: async () => ({
      state: "ready",
      keyKind: "service-account",
      way: "device",
      zone: chosen,
    }),
    connect: async ({ kind }, { way }) => ({
      state: "connected",
      connection: { state: "ready", keyKind: kind, way, zone },
      zones: { state: "listed", zones: [zone] },
    }),
    unlock: async () => ({
      state: "unlocked",
      connection: { state: "ready", keyKind: "service-account", way: "passphrase", zone },
    }),
    lock: async () => undefined,
    keepOtherwise: async ({ way }) => ({
      state: "kept",
      connection: { state: "ready", keyKind: "service-account", way, zone },
    }),
    forgetKey: async () => undefined,
    zones: async () => ({ state: "listed", zones: [zone] }),
    async chooseZone(id) {
      const reply = { state: "chosen", zone: { ...zone, id } } as const;
      chosen = reply.zone;
      for (const tell of listeners) tell();
      return reply;
    },
    lookUp,
    lookUpMany: (queries) => Promise.all(queries.map((query) => (own.lookUp ?? lookUp)(query))),
    stopLookUps: async () => undefined,
    findMentions: async (text) => ({
      listed: [...new Set(text.match(/[\w.]+@[\w.]+\w/g))].map((value) => ({
        kind: "email",
        value,
      })),
      over: 0,
    }),
    lookElsewhere: async () => looked({}),
    inspectSessions: async () => listed(adaSessions),
    inspectGrants: async () => listed(adaGrants),
    inspectNames: async (things) => things.map((thing) => ({ ...thing, name: nameOf(thing) })),
    recents: async () => [],
    rememberRecent: async () => undefined,
    forgetRecents: async () => undefined,
    settings: async () => sampleSettings,
    policy: async () => ({ policy: {}, warnings: [] }),
    diagnostics: async () => sampleDiagnostics,
    onPolicy: () => () => undefined,
    onConnection(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    changeSettings: async () => ({ ok: true }),
    tabMarks: async () => ({ state: "off", pattern: SITE }),
    switchMarks: async () => undefined,
    tabMentions: async () => ({ ok: true, mentions: [], more: false }),
    showInTab: async () => true,
    takeInspection: async () => undefined,
    lastInspected: async () => undefined,
    pinnedInspected: async () => undefined,
    pinInspected: async () => undefined,
    ...own,
    search: async (text, after) => ({
      zone: chosen,
      ...(await (own.search ?? search)(text, after)),
    }),
  };
}

export const SITE = "https://tickets.example.com/*";

/** Sites for fixtures and tests; `on` are the patterns that are on. */
export function fakeSites(on: string[] = [SITE], own: Partial<SiteActions> = {}): SiteActions {
  return {
    listSites: async () => on.map((pattern) => ({ pattern, fixed: pattern.startsWith("http:") })),
    requestSite: async () => true,
    removeSite: async () => true,
    siteFromText: (text) =>
      text.includes(".")
        ? { ok: true, pattern: `https://${text}/*` }
        : { ok: false, why: "not-an-address" },
    siteOfActiveTab: async () => SITE,
    mayReachApi: async () => true,
    requestApi: async () => true,
    onSitesChanged: () => () => undefined,
    ...own,
  };
}

/** What never comes: for the states that wait. */
export const never = () => new Promise<never>(() => undefined);

export const sampleDiagnostics: Diagnostics = {
  connection: "ready",
  key: { kind: "service-account", way: "device" },
  kept: { found: 12, absent: 3, inconclusive: 0, contract: "filters" },
  failures: [],
  marks: 1,
  subjects: 2,
  policy: { keys: [], warnings: 0 },
};

export const sampleEnvironment: Environment = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0",
  language: "en-GB",
  permissions: ["activeTab", "storage"],
  apiGranted: true,
  sites: 2,
  privateWindows: false,
};

/** What the options say of the build. */
export const sampleAbout = {
  version: "0.1.0",
  apiOrigin: "https://api.keycard.ai",
  environment: async () => sampleEnvironment,
  debugLog: {
    read: async (): Promise<DebugLogReading> => ({ state: "off" }),
    turn: async () => undefined,
    clear: async () => undefined,
  },
};
