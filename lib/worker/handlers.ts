import { lookUpMany } from "../directory/look-up-many.ts";
import {
  lastInspected,
  pinInspected,
  pinnedInspected,
  takeForPopup,
} from "../inspected/inspections.ts";
import { forgetRecents, readRecents, rememberRecent } from "../inspected/recents.ts";
import type { Handlers } from "../messages/router.ts";
import { currentPolicy } from "../settings/policy-copy.ts";
import type { MessageSender, PagesBrowser, WorkerBrowser } from "./browser.ts";
import { diagnostics } from "./diagnostics.ts";
import { watchIdleness } from "./lock.ts";
import { switchMarks, tabMarks } from "./marks.ts";
import { mentionsInText } from "./mentions-in-text.ts";
import { createPageHandlers } from "./page-handlers.ts";
import { readPatterns } from "./page-settings.ts";
import { changePersonalSettings, personalSettings } from "./personal-settings.ts";
import type { Services } from "./services.ts";
import { showInTab, tabMentions } from "./tab-mentions.ts";

/** What the background answers to each message. */
export function createHandlers(
  browser: PagesBrowser & Pick<WorkerBrowser, "alarms" | "windows">,
  services: Services,
): Handlers<MessageSender> {
  const { connections, directories, debugLog, watch } = services;
  const searches = newestOfEachPage();
  const looks = newestOfEachPage();
  const { session, local } = browser.storage;

  /** Popup and side panel are of no tab: theirs is the window in front. */
  async function isPrivateSender({ tab }: MessageSender): Promise<boolean> {
    const { incognito } = tab ?? (await browser.windows.getLastFocused());
    return incognito;
  }

  /** For what changes the key, or how long it may stay unlocked. */
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
    "keep-otherwise": () => thenWatchIdleness(connections.keepOtherwise()),
    "forget-key": () => connections.forgetKey(),
    zones: () => connections.zones(),
    "choose-zone": ({ zoneId }) => connections.chooseZone(zoneId),
    async "look-up"({ query, fresh }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const isPrivate = await isPrivateSender(sender);
      const options = { fresh: fresh === true, isPrivate };
      const answer = await watch.lookUp(() => known.directory.lookUp(query, options), isPrivate);
      return { ...answer, zone: known.zone };
    },
    async "look-up-many"({ queries, fresh }, sender) {
      // Before anything is awaited: a message that stops it may be right behind.
      const signal = looks.begin(sender);
      const known = await directories.current();
      if (!known.ok) return queries.map(() => ({ state: "failed", failure: known.failure }));
      const isPrivate = await isPrivateSender(sender);
      return lookUpMany(known.directory, queries, { signal, fresh: fresh === true, isPrivate });
    },
    "stop-look-ups": async (_, sender) => looks.end(sender),
    async search({ text, after }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const { directory, zone } = known;
      // The rest of a list of another zone: its page asks anew as soon as it has heard of the change.
      if (after && after.zoneId !== zone.id)
        return { state: "failed", failure: { why: "aborted" } };
      const signal = searches.begin(sender);
      const isPrivate = await isPrivateSender(sender);
      return { ...(await directory.search(text, after?.cursor, { signal, isPrivate })), zone };
    },
    async "inspect-sessions"({ owner }) {
      const known = await directories.current();
      return known.ok
        ? known.inspector.sessions(owner)
        : { state: "failed", failure: known.failure };
    },
    async "inspect-grants"({ owner }) {
      const known = await directories.current();
      return known.ok ? known.inspector.grants(owner) : { state: "failed", failure: known.failure };
    },
    async "inspect-names"({ things }, sender) {
      const known = await directories.current();
      if (!known.ok) return things.map((thing) => ({ ...thing, why: known.failure.why }));
      return known.inspector.names(things, await isPrivateSender(sender));
    },
    "find-mentions": async ({ text }) => mentionsInText(text, await readPatterns(local)),
    "look-elsewhere": ({ query, zoneId }) => directories.elsewhere(query, zoneId),
    recents: async (_, sender) => ((await isPrivateSender(sender)) ? [] : readRecents(session)),
    async "remember-recent"({ query, name }, sender) {
      if (!(await isPrivateSender(sender))) await rememberRecent(session, { query, name });
    },
    "forget-recents": () => forgetRecents(session),
    "take-inspection": () => takeForPopup(session),
    "last-inspected": () => lastInspected(session),
    "pinned-inspected": () => pinnedInspected(session),
    async "pin-inspected"({ query }, sender) {
      if (!(await isPrivateSender(sender))) await pinInspected(session, query ?? undefined);
    },
    settings: () => personalSettings(browser),
    "change-settings": ({ type: _, ...change }) =>
      thenWatchIdleness(changePersonalSettings(browser, change)),
    "tab-marks": () => tabMarks(browser),
    "switch-marks": ({ pattern, on }) => switchMarks(browser, pattern, on),
    "tab-mentions": () => tabMentions(browser),
    "show-in-tab": ({ sought, frameId, nth }) => showInTab(browser, sought, frameId, nth),
    policy: () => currentPolicy(local),
    diagnostics: () => diagnostics(browser, services),
    "debug-log": () => debugLog.read(),
    "turn-debug-log": ({ on }) => debugLog.turn(on),
    "clear-debug-log": () => debugLog.clear(),
    ...createPageHandlers(browser, services),
  };
}

/** Of questions of a kind, the newest of each page: a newer one ends the one before. */
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
