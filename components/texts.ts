import type { Way } from "../lib/credentials/keeping.ts";
import type { Doubt, Failure, FailureReason, Query, ZoneRef } from "../lib/directory/answer.ts";
import type { ElsewhereReply, KeyKind } from "../lib/directory/replies.ts";
import {
  CACHE_MAX_MIN,
  LISTED_MAX,
  LOCK_AFTER_MAX_MIN,
  MARKS_MAX,
  PASSPHRASE_MIN_CHARS,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../lib/limits.ts";
import type { Modifier } from "../lib/messages/page-messages.ts";
import type { PolicyKey, PolicyWarning } from "../lib/settings/policy.ts";
import { clipped } from "./unseen.ts";

/** Every sentence the pages of the extension say, in English. Translations come in through this file. */

const number = (count: number) => count.toLocaleString("en");

const plural = (count: number, one: string, many: string) =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Words about one user. Outside tests rely on the statuses (design, section 5). */
export const userTexts = {
  active: "Active",
  disabled: "Disabled",
  statusNotReported: "Status not reported",
  verified: "E-mail verified",
  notVerified: "E-mail not verified",
  verificationNotReported: "Verification not reported",
  noRoles: "No roles",
  rolesNotReported: "Roles not reported",
  zoneScope: "zone",
  scopeNotReported: "scope not reported",
  viaGroup: "via group",
  allRoles: (count: number) => `Show all ${number(count)} roles`,
  moreRoles: (more: number, count: number) => `Show ${number(more)} more of ${number(count)} roles`,
  emailNotReported: "E-mail not reported",
  notReported: "Not reported",
  neverSignedIn: "Never, or not reported",
  sharing: (count: number, by: Query["kind"]) =>
    `${plural(count, "user shares", "users share")} this ${by === "subject" ? "subject" : "address"}`,
  roles: "Roles",
};

/** The names of a user's fields, in the words of the person who reads them. */
export const fieldTexts = {
  lastSignIn: "Last sign-in",
  provider: "Identity provider",
  subject: "Subject",
  identifier: "Identifier",
  sessions: "Sessions",
  grants: "Grants",
  created: "Created",
  updated: "Updated",
  zone: "Zone",
  id: "User ID",
  asOf: "Looked up",
  further: "Further fields, as the API sent them",
  more: (count: number) => `${plural(count, "more is", "more are")} in “Copy JSON”.`,
};

export const actionTexts = {
  copyEmail: "Copy e-mail",
  copyId: "Copy ID",
  copySummary: "Copy summary",
  copyJson: "Copy JSON",
  /** What stands on the four buttons; each is part of its name. */
  email: "E-mail",
  id: "ID",
  summary: "Summary",
  json: "JSON",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Not copied: the browser refused",
  console: "Open in console",
  refresh: "Refresh",
  pin: "Pin",
  close: "Close",
  sidePanel: "Open in side panel",
  options: "Options",
  openOptions: "Open options",
  again: "Try again",
};

/** The one-line summary for a ticket. */
export const summaryTexts = {
  verified: "e-mail verified",
  notVerified: "e-mail not verified",
  verificationNotReported: "verification not reported",
  statusNotReported: "status not reported",
  noRoles: "no roles",
  rolesNotReported: "roles not reported",
  /** @param more how many have no room */
  roles: (list: string, more: number) =>
    `roles: ${list}${more === 0 ? "" : ` and ${number(more)} more`}`,
  lastSignIn: (when: string) => `last sign-in ${when}`,
  neverSignedIn: "last sign-in never, or not reported",
  id: (id: string) => `Keycard ID ${id}`,
};

const kindName = { email: "e-mail address", id: "user ID", subject: "subject" } as const;

/** Characters of a zone's name that a sentence has room for. */
const ZONE_NAME_MAX_CHARS = 100;

/** A zone by the name people know it by. */
export function zoneName(zone: ZoneRef): string {
  return clipped(zone.name ?? zone.slug ?? zone.id, ZONE_NAME_MAX_CHARS);
}

const inZone = (zone: ZoneRef | undefined) => (zone ? `in zone ${zoneName(zone)}` : "in this zone");

/** What is known, and the one thing to do next. */
export interface Said {
  known: string;
  next: string;
}

/** @param place only the card cannot search by itself */
export function absentText(query: Query, zone: ZoneRef | undefined, place: Place): Said {
  const known = `No user with this ${kindName[query.kind]} ${inZone(zone)}.`;
  if (query.kind !== "email")
    return { known, next: "Check that none of it is missing, and that this is the right zone." };
  return {
    known,
    next: `Search for a part of it${place === "popup" ? "." : " in the toolbar popup."}`,
  };
}

/** Where an answer stands. */
export type Place = "card" | "popup" | "sidepanel";

export function inconclusiveText(doubt: Doubt, query: Query): Said {
  if (doubt === "too-many-matches")
    return {
      known: `Cannot tell: more users contain ${query.value} than could be looked through.`,
      next: "Look the person up by user ID.",
    };
  return {
    known: `Cannot tell: this zone’s list shows only its first 100 users, and ${query.value} is not among them.`,
    next: "Look the person up by user ID.",
  };
}

/** A doubt that stands beside users who were found. */
export function doubtText(doubt: Doubt): string {
  if (doubt === "too-many-matches")
    return "There may be more: not all who contain this could be looked through.";
  return "There may be more: this zone’s list shows only its first 100 users.";
}

/** The first full minute that is not before a moment: "until 09:05" must not be over too early. */
const clockTime = (moment: number) =>
  new Date(Math.ceil(moment / 60_000) * 60_000).toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });

const failures: Record<FailureReason, (failure: Failure) => Said> = {
  "no-key": () => ({
    known: "No key for Keycard is set up, or it went with the last browser session.",
    next: "Connect in the options.",
  }),
  "key-locked": () => ({
    known: "The key is locked.",
    next: "Unlock it with its passphrase in the popup or the options.",
  }),
  "wrong-passphrase": () => ({
    known: "That does not open the key: another passphrase, or what is stored was changed.",
    next: "Try again. If you have lost the passphrase, forget the key and connect anew.",
  }),
  "key-damaged": () => ({
    known: "The stored key is damaged and cannot be read. Nothing was deleted.",
    next: "Connect again in the options.",
  }),
  "key-newer": () => ({
    known: "A newer version of this extension has stored the key. Nothing was deleted.",
    next: "Update the extension, or connect again in the options.",
  }),
  "key-weak": () => ({
    known:
      "The stored key asks for less protection than this extension ever uses, so it is not opened.",
    next: "Connect again in the options.",
  }),
  "device-key-lost": () => ({
    known: "The browser no longer has its part of the stored key, so it cannot be opened.",
    next: "Connect again in the options.",
  }),
  "no-device-store": () => ({
    known: "This browser lets the extension keep no key on this device (IndexedDB is off).",
    next: "Choose another way of keeping the key in the options.",
  }),
  "set-by-policy": () => ({
    known: "Your organization has set this otherwise.",
    next: "Open this page anew to see what is set.",
  }),
  "no-zone": () => ({ known: "No zone has been chosen yet.", next: "Choose one in the options." }),
  "key-refused": () => ({
    known: "Keycard refused the key: it is wrong, expired or revoked.",
    next: "Connect with another key in the options.",
  }),
  "key-expired": () => ({
    known: "The key has expired. Nothing was sent.",
    next: "Connect with a new key in the options.",
  }),
  forbidden: () => ({
    known: "This key may not read this zone.",
    next: "Choose another zone, or connect with another key in the options.",
  }),
  "zone-not-found": () => ({
    known: "Keycard knows no such zone, or this key may not see it.",
    next: "Choose another zone in the options.",
  }),
  limited: ({ retryAt }) => ({
    known:
      retryAt === undefined
        ? "Keycard takes no more requests for the moment."
        : `Keycard takes no more requests until ${clockTime(retryAt)}.`,
    next: retryAt === undefined ? "Try again in a minute." : "Try again then.",
  }),
  server: () => ({ known: "Keycard answered with an error.", next: "Try again in a moment." }),
  network: () => ({
    known: "Keycard could not be reached.",
    next: "Check the connection, then try again.",
  }),
  offline: () => ({
    known: "This browser is offline. Nothing was sent.",
    next: "Try again when the connection is back.",
  }),
  resting: ({ retryAt }) => ({
    known:
      retryAt === undefined
        ? "Keycard kept failing and is left alone for a moment."
        : `Keycard kept failing and is left alone until ${clockTime(retryAt)}.`,
    next: retryAt === undefined ? "Try again in a minute." : "Try again then.",
  }),
  "too-fast": () => ({
    known: "This tab has asked for too many people in a short time. Nothing was sent.",
    next: "Try again in a moment.",
  }),
  timeout: () => ({ known: "Keycard did not answer in time.", next: "Try again in a moment." }),
  "invalid-reply": () => ({
    known: "What came back is no valid reply of the Keycard API, so nothing is shown of it.",
    next: "Check for a proxy or sign-in page in between, then try again.",
  }),
  "bad-request": () => ({
    known: "Keycard cannot be asked for this.",
    next: "Check what was looked up, then try again.",
  }),
  aborted: () => ({
    known: "The look-up was stopped before its answer came.",
    next: "Try again.",
  }),
};

export function failureText(failure: Failure): Said {
  return failures[failure.why](failure);
}

/** How old a stale answer is, and what becomes of it: "From 12 minutes ago · refreshing". */
export const ageTexts = {
  from: "From",
  refreshing: "refreshing",
  notRefreshed: ({ known }: Said) => `not refreshed: ${known}`,
};

export const elsewhereTexts = {
  look: "Look in other zones",
  looking: "Looking in other zones…",
  inZone: (zone: ZoneRef) => `In zone ${zoneName(zone)}`,
};

/** What is to say of the other zones, beside those that have the person: a sentence for each, or for all. */
export function otherZonesText(
  reply: Exclude<ElsewhereReply, { state: "failed" }>,
  query: Query,
): string[] {
  if (reply.state === "unlisted")
    return ["This key may not list zones, so the others are not known."];
  const { hits, unsure, failed, asked } = reply.found;
  const said = (zone: ZoneRef, { known }: Said) => `Zone ${zoneName(zone)}: ${known}`;
  return [
    ...(hits.length === 0 ? nowhereText(asked, unsure.length + failed.length) : []),
    ...unsure.map(({ zone, doubt }) => said(zone, inconclusiveText(doubt, query))),
    ...failed.map(({ zone, failure }) => said(zone, failureText(failure))),
  ];
}

/** @param unknown how many of the zones asked could not tell: of them nothing is claimed */
function nowhereText(asked: number, unknown: number): string[] {
  if (asked === 0) return ["This key reads no other zone."];
  if (asked === unknown) return [];
  if (asked === 1) return ["Not in the one other zone that this key reads either."];
  const certain = asked - unknown;
  return [
    unknown === 0
      ? `In none of the ${asked.toLocaleString("en")} other zones that this key reads.`
      : `Not in ${plural(certain, "other zone", "other zones")} that this key reads.`,
  ];
}

/** The API's own words beside a failure. */
export function apiWords({ detail, status }: Failure): string | undefined {
  const code = status === undefined ? "" : ` (HTTP ${status})`;
  if (detail !== undefined) return `Keycard says${code}: ${detail}`;
  return status === undefined ? undefined : `HTTP status ${status}`;
}

export const cardTexts = {
  stray: "Keycard Lookup shows this card inside a page, at the person you point at.",
  lost: "This card has lost its connection. Close it and point at the person again.",
  refused:
    "The page covers or moves this card, so that click did nothing. Use the popup in the toolbar.",
};

export const popupTexts = {
  lock: "Lock",
  title: "Keycard Lookup",
  search: "Search users",
  placeholder: "E-mail, user ID, or a part of one",
  hint: "Type at least 2 characters.",
  idle: "Find a person in your zone",
  idleHint: "An e-mail address, a user ID, or a part of one.",
  results: "Users",
  searching: "Searching…",
  resultCount: (count: number, more: boolean) =>
    `${plural(count, "user", "users")}${more ? ", and more" : ""}`,
  absent: (text: string, zone: ZoneRef | undefined): Said => ({
    known: `No user ${inZone(zone)} has “${text}” in e-mail, subject or ID.`,
    next: "Try a shorter part of it.",
  }),
  inconclusive: (text: string): Said => ({
    known: `Cannot tell: this zone’s list shows only its first 100 users, and none of them has “${text}”.`,
    next: "Look the person up by the whole user ID.",
  }),
  more: "More",
  back: "Back to results",
  zone: "Zone",
  connect: "Connect to Keycard…",
  noKey: {
    known: "Not connected to Keycard",
    next: "Connect once with a service account or an API key; then hover an address on a page, or search here.",
  },
  chooseZone: "Choose a zone…",
  noZone: { known: "No zone chosen yet", next: "Choose the zone whose users you look up." },
};

const expected: Record<PolicyKey, string> = {
  zone: "the ID of a zone",
  sitesOn: "hosts or match patterns, such as https://*.example.com/*, in a list",
  sitesOff: "hosts or match patterns, such as *://*.example.com/*, in a list",
  keepKey: "session, device or passphrase",
  lockAfterMin: `whole minutes from 1 to ${number(LOCK_AFTER_MAX_MIN)}`,
  consoleUrl:
    "an https address, which may name {organization_id}, {zone_id}, {zone_slug}, {user_id}",
  subjectPatterns: "subject patterns, such as auth0|{hex:24}, in a list",
  cacheMin: `whole minutes from 0 to ${number(CACHE_MAX_MIN)}`,
  firstRunPage: "true or false",
};

/** What is wrong with a key of the organization's policy, after its name. */
export function policyWarningText(warning: PolicyWarning): string {
  switch (warning.why) {
    case "unknown-key":
      return "there is no such key.";
    case "secret":
      return "a policy must never hold a secret, since every user of the machine can read it. It is not used. Take it out, and revoke it if it is a real one.";
    case "too-many":
      return "the list is too long; its end is not used.";
    case "invalid":
      return `“${warning.given}” is not used. Expected: ${expected[warning.key]}.`;
  }
}

/** What the organization has set by the browser's policies. */
export const policyTexts = {
  set: "Set by your organization",
  warnings: (count: number) =>
    `${plural(count, "mistake", "mistakes")} in what your organization has set`,
  warningsNext: "Tell your administrator. All else that is set holds.",
  heading: "Your organization",
  intro: "What else is set for you.",
  console: "Console link",
  cache: "Answers kept",
  cacheMin: (minutes: number) =>
    minutes === 0
      ? "Not at all: Keycard is asked each time"
      : `${plural(minutes, "minute", "minutes")} at most`,
  firstRun: "Options at installation",
  opens: "Open",
  stays: "Stay closed",
  zoneUnread: {
    known: "This key does not read the zone that your organization has set.",
    next: "Connect with a key that does.",
  },
  passphraseWanted:
    "Your organization wants the key kept with a passphrase. Until you set one here it is in memory only, and gone when the browser closes.",
  keptOtherwise: (way: Way): string =>
    `Your organization wants the key kept ${keepingTexts.kept[way]}, which was not possible. It is in memory only, and gone when the browser closes.`,
  whenUnlocked: (way: Way): string =>
    `Your organization wants the key kept ${keepingTexts.kept[way]}: that is done when you unlock it.`,
  sites: {
    asksFor:
      "Your organization asks for look-ups on these sites. The browser asks you once for all:",
    switchOn: (count: number) => `Switch on ${plural(count, "site", "sites")}`,
    switchedOn: "The sites are on.",
    off: "Your organization has switched look-ups off here:",
  },
};

export const siteTexts = {
  title: "This site",
  on: "Look-ups are on for this site",
  off: "Look-ups are off for this site",
  switchName: (host: string) => `Hover look-ups on ${host}`,
  unavailable: "Look-ups cannot be switched on for this page.",
  fixed: "On for this site: part of this build",
  covered: (pattern: string) => `On for this site through ${pattern}`,
  policyOn: "On for this site: set by your organization",
  policyOff: "Switched off for this site by your organization",
  refused: "Not switched on: the browser’s question was not answered with Allow.",
  notRemoved: "The browser did not switch this site off.",
};

export const marksTexts = {
  title: "Underline mentions",
  switchName: (host: string) => `Underline mentions on ${host}`,
  off: "Off for this site",
  looking: "Looking for mentions…",
  underlined: (count: number) =>
    count === 0 ? "No mention on this page" : `${plural(count, "mention", "mentions")} underlined`,
  /** @param count of all frames together, each of which has its own cap */
  capped: (count: number) =>
    count <= MARKS_MAX
      ? `Only the first ${number(count)} are underlined: this page has more.`
      : `${number(count)} are underlined. A frame has more: only its first ${number(MARKS_MAX)} are.`,
  resting: (count: number) =>
    `${plural(count, "mention", "mentions")}. The lines come back when this large page stops changing so fast.`,
  notSwitched: "Not switched: the extension did not answer.",
  lost: "The extension did not answer. It is asked again.",
};

const mentionKind = { email: "E-mail address", id: "User ID", subject: "Subject" } as const;

const times = (count: number) => (count === 1 ? "once" : `${number(count)} times`);

export const onPageTexts = {
  title: "On this page",
  back: "Back to search",
  backToList: "Back to the list",
  again: "List again",
  list: "Mentions on this page",
  facts: (kind: Query["kind"], count: number) => `${mentionKind[kind]} · ${times(count)}`,
  lookUp: ({ kind, value }: Query, count: number) =>
    `Look up ${value}: ${kindName[kind]}, ${times(count)}`,
  show: "Show on page",
  showName: (value: string) => `Show on page: ${value}`,
  place: (place: number, total: number) => `${number(place)} of ${number(total)}`,
  gone: "It is not there any more. List again to see what is.",
  notShown: "The extension did not answer. Try again.",
  announced: (value: string, said: string) => `${value}: ${said}`,
  count: (count: number) => plural(count, "different mention", "different mentions"),
  more: `Only the first ${number(LISTED_MAX)} are listed.`,
  empty: {
    known: "No e-mail address or user ID on this page.",
    next: "List again when more of the page has loaded.",
  },
  unreadable: {
    known: "This page cannot be read.",
    next: "The browser lets no extension read some pages, such as its own pages and stores.",
  },
  switchedOff: {
    known: "Your organization has switched this site off.",
    next: "Search for a person instead.",
  },
  lost: { known: "The extension did not answer.", next: "List again." },
};

export const keyKindNames: Record<KeyKind, string> = {
  "service-account": "Service account",
  "api-key": "API key",
};

export const secretTexts = { show: "Show", hide: "Hide" };

/** The ways of keeping the key, each with what it protects from. */
export const keepingTexts = {
  legend: "How the key is kept",
  ways: {
    session: "Until the browser closes",
    device: "On this device",
    passphrase: "With a passphrase",
  } satisfies Record<Way, string>,
  hints: {
    session: "In memory only: nothing of it is left on the disk, and you connect again each time.",
    device:
      "Encrypted by the browser and open whenever it runs: protects from web pages and from whoever finds a single file, not from somebody who copies your whole browser profile or sits at your screen.",
    passphrase:
      "Encrypted with what only you know, and locked when you are away: protects from somebody who has your disk or your profile too, as well as the passphrase is hard to guess.",
  } satisfies Record<Way, string>,
  kept: {
    session: "until the browser closes",
    device: "on this device",
    passphrase: "with a passphrase",
  } satisfies Record<Way, string>,
  passphrase: "Passphrase",
  tooShort: `Type ${PASSPHRASE_MIN_CHARS} characters or more. Nobody can tell you a lost passphrase: then you connect again.`,
  change: "Change how the key is kept",
  submit: "Keep it this way",
  changed: (way: Way): string => `The key is kept ${keepingTexts.kept[way]}.`,
  lockAfter: "Lock after",
  minutes: (minutes: number): string =>
    minutes % 60 === 0
      ? `${plural(minutes / 60, "hour", "hours")} without a look-up`
      : `${plural(minutes, "minute", "minutes")} without a look-up`,
  locksAfter: (minutes: number): string =>
    `The key is locked after ${keepingTexts.minutes(minutes)}.`,
};

export const unlockTexts = {
  heading: "The key is locked",
  intro: "Type the passphrase to look people up.",
  passphrase: "Passphrase",
  submit: "Unlock",
  trying: "Unlocking…",
  empty: "Type the passphrase.",
  done: "The key is unlocked.",
};

export const optionsTexts = {
  title: "Keycard Lookup",
  subtitle: "Options",
  loading: "Loading…",
  connect: {
    heading: "Connect to Keycard",
    intro:
      "Keycard Lookup only ever reads. A service account’s secret could do more than that, so it stays in the background of this extension and goes nowhere but to the Keycard API.",
    kind: "Kind of key",
    serviceAccountHint: "A client ID and secret from the Keycard console. Best for daily use.",
    apiKeyHint: "A token that is sent as it is, until it expires.",
    clientId: "Client ID",
    clientSecret: "Client secret",
    apiKey: "API key",
    submit: "Connect",
    trying: "Trying the key…",
    another: "Use another key",
    connected: (kind: KeyKind, way: Way) =>
      `Connected with ${kind === "api-key" ? "an API key" : "a service account"}. The key is kept ${keepingTexts.kept[way]}.`,
    lock: "Lock",
    locked: "The key is locked.",
    taken: "Connected: Keycard took the key.",
    forget: "Forget key",
    forgetAsk:
      "Forget the key now? Every copy of it goes, and everybody who was looked up. Look-ups stop until you connect again.",
    forgetYes: "Yes, forget it",
    forgetNo: "Keep it",
    forgotten: "The key is forgotten.",
    notForgotten: { known: "The key could not be forgotten.", next: "Try again." },
    notLocked: { known: "The key could not be locked.", next: "Try again." },
  },
  zone: {
    heading: "Zone",
    intro: "The zone whose users are looked up.",
    label: "Zone",
    choose: "Choose a zone…",
    first: "Connect first; then choose the zone here.",
    reading: "Asking for the zones of this key…",
    unlisted:
      "This key may not list zones. Type the ID of the zone; it stands in the Keycard console.",
    use: "Use this zone",
    checking: "Checking that the key reads this zone…",
    chosen: (zone: ZoneRef) => `Users are looked up in zone ${zoneName(zone)}.`,
    taken: (zone: ZoneRef) => `Zone ${zoneName(zone)} is chosen.`,
    empty: "Type the ID of the zone.",
    none: "This key reads no zone. Connect with a key that does.",
  },
  sites: {
    heading: "Sites",
    intro: "Where hovering an e-mail address or user ID shows the card.",
    none: "No site is on yet.",
    fixed: "part of this build",
    remove: (site: string) => `Switch off ${site}`,
    removeShort: "Switch off",
    label: "Site address",
    placeholder: "https://tickets.example.com",
    add: "Switch on",
    tools: "Well-known tools",
    toolsHint:
      "One click for all addresses of a tool. If yours has an address of its own, type it below.",
    toolName: (tool: string) => `Look-ups on ${tool}`,
    toolsSetOn: "Your organization has switched some on.",
    toolsSetOff: "Your organization has switched some off.",
    toolsCovered: "What cannot be switched here is on through a wider site in the list above.",
    toolRefused: (tool: string) =>
      `${tool} is not switched on: the browser’s question was not answered with Allow.`,
    toolNotRemoved: (tool: string) => `The browser did not switch ${tool} off.`,
    added: (site: string) => `Look-ups are on for ${site}.`,
    removed: (site: string) => `Look-ups are off for ${site}.`,
    shortcut: (keys: string) =>
      `Without a pointer: ${keys} looks up the selection, the focused link or the word at the caret.`,
    shortcutUnset: "Without a pointer: no key is set for looking up the selection.",
    shortcutChange:
      "Change the key at chrome://extensions/shortcuts, or in Firefox at about:addons, the gear, Manage Extension Shortcuts.",
  },
  lost: { known: "The settings could not be read.", next: "Try again." },
  notSaved: { known: "Not saved: the extension did not answer.", next: "Try again." },
  pointing: {
    heading: "Pointing",
    intro: "What opens the card on the sites that are on.",
    legend: "Show the card",
    rest: "When the pointer rests on a mention",
    restHint: "Point at an e-mail address or ID for a moment.",
    held: "Only while a key is held",
    heldHint: "Nothing opens by pointing alone.",
    key: "Key to hold",
    saved: "Saved.",
    wrongPattern: {
      known: "Not saved: a subject pattern that is stored is wrong.",
      next: "Correct and save the patterns below first.",
    },
  },
  subjects: {
    heading: "Subject patterns",
    intro:
      "Have IDs of your identity provider recognized on pages, and looked up as the user’s subject.",
    label: "Patterns, one per line",
    hint: "A pattern is made of fixed characters and of classes with a count, in braces: digit, hex, lower, upper, letter, alnum, base36, base64url.",
    examplesHeading: "For example",
    examples: [
      ["Auth0", "auth0|{hex:24}"],
      ["Okta", "00u{alnum:17}"],
      ["Google", "{digit:21}"],
    ] as const,
    save: "Save",
    saving: "Saving…",
    saved: "Saved.",
    wrongLines: (lines: number[]) => `Not saved. Wrong: line ${lines.map(number).join(", ")}.`,
    nothingSaved: "Nothing is saved until all lines are right.",
    line: (line: number) => `Line ${number(line)}`,
    tooMany: `At most ${number(SUBJECT_PATTERNS_MAX)} patterns can be kept.`,
    tooLong: `The pattern is too long: at most ${number(TEMPLATE_MAX_CHARS)} characters are allowed.`,
  },
  about: {
    heading: "About",
    version: "Version",
    api: "Keycard API",
    apiHint: "Fixed when this extension was built; nothing can point the key elsewhere.",
  },
};

export const modifierNames: Record<Modifier, string> = {
  Alt: "Alt (Option on a Mac)",
  Control: "Control",
  Shift: "Shift",
  Meta: "Command or Windows key",
};

const connectFailures: Partial<Record<FailureReason, (kind: KeyKind) => Said>> = {
  "key-refused": (kind) => ({
    known: "Not connected: Keycard refused this key. It is wrong, expired or revoked.",
    next:
      kind === "api-key"
        ? "Copy the key again, or get a new one."
        : "Check that ID and secret belong together, or make a new secret in the Keycard console.",
  }),
  "key-expired": () => ({
    known: "Not connected: this key has expired. Nothing was sent.",
    next: "Get a new key.",
  }),
  forbidden: () => ({
    known: "Not connected: Keycard knows this key, but it may not read users.",
    next: "Ask for a key that reads the zone.",
  }),
  "bad-request": (kind) => ({
    known: "Not connected: Keycard could not read this key.",
    next: kind === "api-key" ? "Copy the key again." : "Check the client ID and the client secret.",
  }),
};

/** Why Connect failed, and what to do; said beside the form, where the typed text still stands. */
export function connectFailureText(failure: Failure, kind: KeyKind): Said {
  const own = connectFailures[failure.why]?.(kind);
  if (own) return own;
  const { known, next } = failureText(failure);
  return { known: `Not connected. ${known}`, next };
}

const zoneFailures: Partial<Record<FailureReason, Said>> = {
  forbidden: {
    known: "This key may not read that zone.",
    next: "Choose another, or connect with another key.",
  },
  "zone-not-found": {
    known: "Keycard knows no such zone, or this key may not see it.",
    next: "Check the ID.",
  },
  "bad-request": { known: "This is no zone ID.", next: "Check the ID." },
};

/** Why a zone could not be chosen. */
export function zoneFailureText(failure: Failure): Said {
  return zoneFailures[failure.why] ?? failureText(failure);
}

export const panelTexts = {
  title: "Keycard Lookup",
  empty: "Nobody looked up yet",
  emptyHint: "Look somebody up in a page; the whole record then stands here.",
};
