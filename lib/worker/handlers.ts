import type { Inspection } from "../contract/replies.ts";
import type { Handlers } from "../contract/requests.ts";
import type { Answer } from "../directory/answer.ts";
import { lookUpMany } from "../directory/look-up-many.ts";
import { REQUESTS } from "../directory/with-roles.ts";
import {
  lastInspected,
  pinInspected,
  pinnedInspected,
  rememberInspected,
  takeForPopup,
} from "../inspected/inspections.ts";
import { forgetRecents, readRecents, rememberRecent, uniquePeople } from "../inspected/recents.ts";
import { rememberSearched, type Searched, searchedOver } from "../inspected/searched.ts";
import { userId } from "../keycard/index.ts";
import { mentionsInText } from "../mentions-in-text.ts";
import type { MessageSender, PagesBrowser, WorkerBrowser } from "./browser.ts";
import { diagnostics } from "./diagnostics.ts";
import { watchIdleness } from "./lock.ts";
import { switchMarks, tabMarks } from "./marks.ts";
import { openPopup } from "./open-popup.ts";
import { createPageHandlers } from "./page-handlers.ts";
import { patternsOf } from "./page-settings.ts";
import { changePersonalSettings, personalSettings } from "./personal-settings.ts";
import { selectedText } from "./selected-text.ts";
import type { Services } from "./services.ts";
import { tabInFront } from "./tab-in-front.ts";
import { showInTab, tabMentions } from "./tab-mentions.ts";

/** The background's replies to each message. */
export function createHandlers(
  browser: PagesBrowser &
    Pick<WorkerBrowser, "action" | "alarms" | "runtime" | "storage" | "windows">,
  services: Services,
): Handlers<MessageSender> {
  const { settings, connections, directories, debugLog, watch } = services;
  const searches = newestOfEachPage();
  const looks = newestOfEachPage();
  const { session } = browser.storage;

  /** Popup and side panel have no tab: they belong to the focused window. */
  async function isPrivateSender({ tab }: MessageSender): Promise<boolean> {
    const { incognito } = tab ?? (await browser.windows.getLastFocused());
    return incognito;
  }

  /** The tab below a popup; none for the popup in a tab of its own, or in a private window. */
  async function tabBelow(sender: MessageSender): Promise<number | undefined> {
    return sender.tab || (await isPrivateSender(sender)) ? undefined : tabInFront(browser);
  }

  /** For requests that change the key, or how long it can stay unlocked. */
  async function thenWatchIdleness<T>(change: Promise<T>): Promise<T> {
    const reply = await change;
    await watchIdleness(browser, connections);
    return reply;
  }

  return {
    connection: () => connections.state(),
    connect: () => thenWatchIdleness(connections.connect()),
    unlock: () => thenWatchIdleness(connections.unlock()),
    lock: () => connections.lock(),
    keepOtherwise: () => thenWatchIdleness(connections.keepOtherwise()),
    forgetKey: () => connections.forgetKey(),
    zones: () => connections.zones(),
    zoneFacts: () => connections.zoneFacts(),
    chooseZone: ({ zoneId }) => connections.chooseZone(zoneId),
    async lookUp({ query, fresh }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const isPrivate = await isPrivateSender(sender);
      const options = { fresh: fresh === true, isPrivate };
      // A message has one reply: after an old answer, the page asks for the newer one, which is under way by then.
      const answer = await new Promise<Answer>((first, failed) => {
        watch.lookUp(known.directory, query, { ...options, onStale: first }).then(first, failed);
      });
      return { ...answer, zone: known.zone };
    },
    async lookUpMany({ queries, fresh }, sender) {
      // Before anything is awaited: a message that stops it may follow immediately.
      const signal = looks.begin(sender);
      const known = await directories.current();
      if (!known.ok)
        return { answers: queries.map(() => ({ state: "failed", failure: known.failure })) };
      const isPrivate = await isPrivateSender(sender);
      const options = { signal, fresh: fresh === true, isPrivate };
      return { answers: await lookUpMany(known.directory, queries, options), zone: known.zone };
    },
    stopLookUps: async (_, sender) => looks.end(sender),
    async search({ text, after, roles, groups }, sender) {
      const known = await (after ? directories.of(after.zoneId) : directories.current());
      if (!known.ok) return { state: "failed", failure: known.failure };
      const { directory, zone } = known;
      const signal = searches.begin(sender);
      const isPrivate = await isPrivateSender(sender);
      return {
        ...(await directory.search(text, after?.cursor, { signal, isPrivate, roles, groups })),
        zone,
      };
    },
    async narrowables({ kind }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      return known.inspector.narrowables(kind, await isPrivateSender(sender));
    },
    async inspectSessions({ owner, zoneId }) {
      const known = await directories.of(zoneId);
      return known.ok
        ? known.inspector.sessions(owner)
        : { state: "failed", failure: known.failure };
    },
    async inspectGrants({ owner, zoneId }) {
      const known = await directories.of(zoneId);
      return known.ok ? known.inspector.grants(owner) : { state: "failed", failure: known.failure };
    },
    async inspectRoles({ owner, zoneId, groups, fresh }, sender) {
      const known = await directories.of(zoneId);
      if (!known.ok) return undefined;
      const isPrivate = await isPrivateSender(sender);
      const options = { requests: REQUESTS.detail, fresh: fresh === true, isPrivate };
      const user = { id: userId(owner), groups: groups?.map((id) => ({ id })) };
      return known.roles.read(user, options);
    },
    async inspectNames({ things, zoneId }, sender) {
      const known = await directories.of(zoneId);
      if (!known.ok) return things.map((thing) => ({ ...thing, why: known.failure.why }));
      return known.inspector.names.of(things, {
        isPrivate: await isPrivateSender(sender),
        again: true,
      });
    },
    findMentions: async ({ text }) => mentionsInText(text, patternsOf(await settings.current())),
    lookElsewhere: ({ query, zoneId }) => directories.elsewhere(query, zoneId),
    async suggest({ query, zoneId }, sender) {
      const known = await directories.of(zoneId);
      if (!known.ok) return { state: "failed", failure: known.failure };
      return known.directory.suggest(query, { isPrivate: await isPrivateSender(sender) });
    },
    openSearch: ({ text }) => openPopup(browser, { kind: "search", text }),
    async recents(_, sender) {
      if (await isPrivateSender(sender)) return [];
      const recents = await readRecents(session);
      const known = await directories.current();
      if (!known.ok) return recents;
      const seen = await Promise.all(
        recents.map(async (recent) => {
          const answer = await known.directory.kept(recent.query);
          return { ...recent, ...(answer && { answer }) };
        }),
      );
      return uniquePeople(seen);
    },
    async rememberRecent(shown, sender) {
      if (!(await isPrivateSender(sender))) await rememberRecent(session, shown);
    },
    forgetRecents: () => forgetRecents(session),
    async rememberSearch({ text, ...beside }, sender) {
      const below = await tabBelow(sender);
      if (below !== undefined) await rememberSearched(session, below, text, beside);
    },
    async takeInspection(_, sender) {
      const left = await takeForPopup(session);
      if (left) return left;
      const below = sender.tab ? undefined : await tabInFront(browser);
      if (below === undefined) return undefined;
      const isPrivate = await isPrivateSender(sender);
      const before = isPrivate ? undefined : await searchedOver(session, below);
      const selected = await selectedText(browser, settings, below);
      const isNew = selected !== undefined && selected !== before?.selected;
      if (!isNew) return before && searchFor(before);
      if (!isPrivate) await rememberSearched(session, below, selected, { selected });
      return { kind: "search", text: selected };
    },
    lastInspected: () => lastInspected(session),
    async inspect({ query }, sender) {
      if (!(await isPrivateSender(sender))) await rememberInspected(session, query);
    },
    pinnedInspected: () => pinnedInspected(session),
    async pinInspected({ query }, sender) {
      if (!(await isPrivateSender(sender))) await pinInspected(session, query ?? undefined);
    },
    settings: () => personalSettings(browser, settings),
    changeSettings: (change) =>
      thenWatchIdleness(changePersonalSettings(browser, settings, change)),
    tabMarks: () => tabMarks(browser, settings),
    switchMarks: ({ pattern, on }) => switchMarks(browser, settings, pattern, on),
    tabMentions: () => tabMentions(browser, settings),
    showInTab: ({ query, frameId, nth }) => showInTab(browser, query, frameId, nth),
    policy: () => settings.policy(),
    diagnostics: () => diagnostics(browser, services),
    debugLog: () => debugLog.read(),
    turnDebugLog: ({ on }) => debugLog.turn(on),
    clearDebugLog: () => debugLog.clear(),
    ...createPageHandlers(browser, services),
  };
}

/** Runs only each page's newest request of a kind: a newer one aborts the previous one. */
function newestOfEachPage() {
  const running = new Map<string, AbortController>();
  const pageOf = ({ documentId, url, tab }: MessageSender) => documentId ?? `${url} ${tab?.id}`;
  const end = (sender: MessageSender) => running.get(pageOf(sender))?.abort();
  return {
    begin(sender: MessageSender): AbortSignal {
      end(sender);
      const controller = new AbortController();
      running.set(pageOf(sender), controller);
      return controller.signal;
    },
    end,
  };
}

const searchFor = ({ text, narrowed }: Searched): Inspection => ({
  kind: "search",
  text,
  ...(narrowed && { narrowed }),
});
