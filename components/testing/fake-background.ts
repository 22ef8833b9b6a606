import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Diagnostics } from "../../lib/contract/diagnostics.ts";
import type { News } from "../../lib/contract/news.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { Narrowable } from "../../lib/directory/narrowable.ts";
import type { Environment } from "../../lib/environment.ts";
import { mentionsInText } from "../../lib/mentions-in-text.ts";
import type { OpenSites, SiteActions } from "../sites/site-actions.ts";
import { adaGrants, adaSessions, listed, nameOf } from "./sample-belongings.ts";
import { ada, bare, bob, found, looked, zone } from "./sample-users.ts";

/** Settings of someone who has changed nothing. */
export const sampleSettings: PersonalSettings = {
  modifier: null,
  subjects: [],
  lockAfterMin: 15,
  hoverMs: 250,
  consoleUrl: null,
  marks: [],
  theme: "system",
  firstRun: { agreed: true, done: true, skipped: [] },
};

/** What can narrow a search. */
export const sampleRoles: Narrowable[] = [
  { value: "admin", name: "admin", description: "Manages the zone: its users and applications" },
  { value: "auditor", name: "auditor", description: "Reads everything and changes nothing" },
  { value: "support-agent", name: "support-agent" },
];

export const sampleGroups: Narrowable[] = [
  { value: "grp5a7b9c1d3e5f7g9h1j3k5m7", name: "Support, second level" },
  { value: "grp6a7b9c1d3e5f7g9h1j3k5m7", name: "Admins of Europe" },
];

/** Notifications that a test sends. */
export function fakeNews() {
  const listeners = new Set<{ news: News; callback: () => void }>();
  const of = (wanted: News) => [...listeners].filter(({ news }) => news === wanted);
  const on: BackgroundApi["on"] = (news, callback) => {
    const listener = { news, callback };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    on,
    tell(news: News) {
      for (const { callback } of of(news)) callback();
    },
    /** Number of listeners. */
    listening: (news: News) => of(news).length,
  };
}

/** A background for fixtures and tests: connected, with three users in the chosen zone. */
export function fakeBackground(own: Partial<BackgroundApi> = {}): BackgroundApi {
  const lookUp: BackgroundApi["lookUp"] = async ({ query }) =>
    found(
      [ada, bob, bare].find(({ id, email }) => id === query.value || email === query.value) ?? ada,
    );
  let chosen = zone;
  const { on, tell } = fakeNews();
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
    connect: async ({ credential, keeping }) => ({
      state: "connected",
      connection: { state: "ready", keyKind: credential.kind, way: keeping.way, zone },
      zones: { state: "listed", zones: [zone] },
    }),
    unlock: async () => ({
      state: "unlocked",
      connection: { state: "ready", keyKind: "service-account", way: "passphrase", zone },
    }),
    lock: async () => undefined,
    keepOtherwise: async ({ keeping }) => ({
      state: "kept",
      connection: { state: "ready", keyKind: "service-account", way: keeping.way, zone },
    }),
    forgetKey: async () => undefined,
    zones: async () => ({ state: "listed", zones: [zone] }),
    zoneFacts: async () => ({ state: "told", zoneId: chosen.id }),
    async chooseZone({ zoneId }) {
      const reply = { state: "chosen", zone: { ...zone, id: zoneId } } as const;
      chosen = reply.zone;
      // As in every window.
      tell("connection");
      return reply;
    },
    lookUpMany: async ({ queries }) => ({
      answers: await Promise.all(queries.map((query) => (own.lookUp ?? lookUp)({ query }))),
      zone: chosen,
    }),
    stopLookUps: async () => undefined,
    findMentions: async ({ text }) => mentionsInText(text, []),
    lookElsewhere: async () => looked({}),
    suggest: async () => ({ state: "searched", people: [], over: 0 }),
    openSearch: async () => undefined,
    narrowables: async ({ kind }) => ({
      state: "listed",
      items: kind === "roles" ? sampleRoles : sampleGroups,
      more: false,
    }),
    inspectSessions: async () => listed(adaSessions),
    inspectGrants: async () => listed(adaGrants),
    inspectRoles: async () => undefined,
    inspectNames: async ({ things }) => things.map((thing) => ({ ...thing, name: nameOf(thing) })),
    recents: async () => [],
    rememberRecent: async () => undefined,
    forgetRecents: async () => undefined,
    rememberSearch: async () => undefined,
    settings: async () => sampleSettings,
    policy: async () => ({ policy: {}, warnings: [] }),
    diagnostics: async () => sampleDiagnostics,
    debugLog: async () => ({ state: "off" }),
    turnDebugLog: async () => undefined,
    clearDebugLog: async () => undefined,
    on,
    changeSettings: async () => ({ ok: true }),
    tabMarks: async () => ({ state: "off", pattern: SITE }),
    switchMarks: async () => undefined,
    tabMentions: async () => ({ ok: true, mentions: [], more: false }),
    showInTab: async () => true,
    takeInspection: async () => undefined,
    lastInspected: async () => undefined,
    inspect: async () => undefined,
    pinnedInspected: async () => undefined,
    pinInspected: async () => undefined,
    ...own,
    lookUp: (params) =>
      (own.lookUp ?? lookUp)(params).then((answer) => ({ zone: chosen, ...answer })),
    search: async (params) => ({
      zone: chosen,
      ...(await (own.search ?? search)(params)),
    }),
  };
}

export const SITE = "https://tickets.example.com/*";

/** Sites for fixtures and tests; `on` are the patterns that are on. */
export function fakeSites(
  on: string[] = [SITE],
  own: Partial<SiteActions & OpenSites> = {},
): SiteActions & OpenSites {
  return {
    listSites: async () => on.map((pattern) => ({ pattern, fixed: pattern.startsWith("http:") })),
    requestSite: async () => true,
    removeSite: async () => true,
    siteFromText: (text) =>
      text.includes(".")
        ? { ok: true, pattern: `https://${text}/*` }
        : { ok: false, why: "not-an-address" },
    siteOfActiveTab: async () => SITE,
    openSites: async () => [],
    mayReachApi: async () => true,
    requestApi: async () => true,
    onSitesChanged: () => () => undefined,
    ...own,
  };
}

/** Never resolves: for loading states. */
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

/** What the options say about the build. */
export const sampleAbout = {
  version: "0.1.0",
  apiOrigin: "https://api.keycard.ai",
  environment: async () => sampleEnvironment,
};
