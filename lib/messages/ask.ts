import { browser } from "wxt/browser";
import { offerCredential, offerKeeping, offerPassphrase } from "../credentials/offer.ts";
import type { BackgroundApi } from "./background-api.ts";
import type { RequestName, RequestOf } from "./requests.ts";
import {
  CONNECTION_CHANGED,
  LAST_INSPECTED,
  PINNED_INSPECTED,
  POLICY_APPLIED,
} from "./session-keys.ts";

/**
 * Sends a message to the background. The worker may be stopped in the middle of its answer: every request of a
 * page only reads or sets the same thing again, so it is asked once more.
 */
export async function ask<N extends RequestName>(
  message: RequestOf<N> & { type: N },
): Promise<never> {
  return send(message).catch(() => send(message));
}

/** @throws Error when the worker stopped before it has answered: Chromium gives undefined then, or fails by itself */
async function send(message: object): Promise<never> {
  const answer: unknown = await browser.runtime.sendMessage(message);
  if (answer === undefined) throw new Error("The background has not answered.");
  return (answer ?? undefined) as never;
}

/** Asks for something that was laid down before; the background takes it once, so a second try lays it down again. */
function afterwards<N extends RequestName>(
  layDown: () => Promise<void>,
  message: RequestOf<N> & { type: N },
): Promise<never> {
  const attempt = async () => {
    await layDown();
    return send(message);
  };
  return attempt().catch(attempt);
}

/** The background as the extension's own pages see it. */
export const background: BackgroundApi = {
  connection: () => ask({ type: "connection" }),
  connect: (credential, keeping) =>
    afterwards(() => offerCredential(browser.storage.session, credential, keeping), {
      type: "connect",
    }),
  unlock: (passphrase) =>
    afterwards(() => offerPassphrase(browser.storage.session, passphrase), { type: "unlock" }),
  lock: () => ask({ type: "lock" }),
  keepOtherwise: (keeping) =>
    afterwards(() => offerKeeping(browser.storage.session, keeping), { type: "keep-otherwise" }),
  forgetKey: () => ask({ type: "forget-key" }),
  zones: () => ask({ type: "zones" }),
  chooseZone: (zoneId) => ask({ type: "choose-zone", zoneId }),
  lookUp: (query, fresh) => ask({ type: "look-up", query, ...(fresh === true && { fresh }) }),
  lookUpMany: (queries, fresh) =>
    ask({ type: "look-up-many", queries, ...(fresh === true && { fresh }) }),
  stopLookUps: () => ask({ type: "stop-look-ups" }),
  findMentions: (text) => ask({ type: "find-mentions", text }),
  lookElsewhere: (query, zoneId) => ask({ type: "look-elsewhere", query, zoneId }),
  inspectSessions: (owner) => ask({ type: "inspect-sessions", owner }),
  inspectGrants: (owner) => ask({ type: "inspect-grants", owner }),
  inspectNames: (things) => ask({ type: "inspect-names", things }),
  search: (text, after) => ask({ type: "search", text, ...(after !== undefined && { after }) }),
  recents: () => ask({ type: "recents" }),
  rememberRecent: ({ query, name }) => ask({ type: "remember-recent", query, name }),
  forgetRecents: () => ask({ type: "forget-recents" }),
  settings: () => ask({ type: "settings" }),
  policy: () => ask({ type: "policy" }),
  diagnostics: () => ask({ type: "diagnostics" }),
  onPolicy: (callback) => onSession(POLICY_APPLIED, callback),
  onConnection: (callback) => onSession(CONNECTION_CHANGED, callback),
  changeSettings: (change) => ask({ type: "change-settings", ...change }),
  tabMarks: () => ask({ type: "tab-marks" }),
  switchMarks: (pattern, on) => ask({ type: "switch-marks", pattern, on }),
  tabMentions: () => ask({ type: "tab-mentions" }),
  showInTab: (sought, frameId, nth) => ask({ type: "show-in-tab", sought, frameId, nth }),
  takeInspection: () => ask({ type: "take-inspection" }),
  lastInspected: () => ask({ type: "last-inspected" }),
  pinnedInspected: () => ask({ type: "pinned-inspected" }),
  pinInspected: (query) => ask({ type: "pin-inspected", query: query ?? null }),
};

/** Calls back when somebody else was looked up in a card or menu. @returns a function that ends it */
export const onInspected = (callback: () => void) => onSession(LAST_INSPECTED, callback);

/** Calls back when a side panel was pinned, or let go. @returns a function that ends it */
export const onPinned = (callback: () => void) => onSession(PINNED_INSPECTED, callback);

function onSession(key: string, callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (key in changes) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
