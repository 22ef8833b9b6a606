import * as z from "zod/mini";
import type {
  ChooseZoneReply,
  Connection,
  ConnectReply,
  KeepReply,
  UnlockReply,
  ZoneFactsReply,
  ZonesReply,
} from "../connection/replies.ts";
import type { Answer, InZone, SearchAnswer } from "../directory/answer.ts";
import type { Belongings } from "../directory/belongings.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import { NARROWABLE_KINDS, type NarrowableList } from "../directory/narrowable.ts";
import type { ReadRoles } from "../directory/role-sources.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import { type ThingName, thing } from "../directory/thing.ts";
import type { Grant, Session } from "../keycard/index.ts";
import { lengthWithin } from "../length-within.ts";
import {
  API_ID_MAX_CHARS,
  CURSOR_MAX_CHARS,
  GROUPS_PER_MESSAGE,
  LOOK_UPS_PER_MESSAGE,
  NAMES_PER_MESSAGE,
  PASTED_MAX_CHARS,
  SEARCH_MAX_CHARS,
  SITE_MAX_CHARS,
} from "../limits.ts";
import { type Query, query } from "../query.ts";
import * as fields from "../settings/fields.ts";
import type { PolicyReading } from "../settings/policy.ts";
import { THEMES } from "../settings/theme.ts";
import type { DebugLogReading } from "./debug-log.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { reply, sentBy } from "./message.ts";
import { narrowed } from "./narrowed.ts";
import { type RecentlySeen, recent } from "./recent.ts";
import type {
  ChangeReply,
  Inspection,
  PersonalSettings,
  TabMarks,
  TabMentions,
  TextMentions,
} from "./replies.ts";

const bounded = (max: number) => z.string().check(lengthWithin(1, max));
const apiId = bounded(API_ID_MAX_CHARS);
/** Maximum number of roles, or groups, in one search. */
const NARROWING_MAX = 20;

const index = z.number().check(z.int(), z.gte(0));

/** Bypasses the cache. Otherwise, the answer may be a cached one, marked `stale` if it is old. */
const fresh = z.optional(z.boolean());

/** Where a list continues: the cursor of its last answer, and the zone of that answer. */
const continuation = z.strictObject({ cursor: bounded(CURSOR_MAX_CHARS), zoneId: apiId });

export type Continuation = z.output<typeof continuation>;

/** Roles or groups that a search is narrowed to: having one of them is enough. */
const narrowing = z.array(apiId).check(lengthWithin(1, NARROWING_MAX));

const byPage = sentBy("extension-page");

/** The messages from popup, options and side panel to the background. */
export const FROM_EXTENSION_PAGES = {
  connection: byPage({}, reply<Connection>()),
  /** Tries the key that the page has stored for it (lib/credentials/offer.ts); on failure, the stored key stays. */
  connect: byPage({}, reply<ConnectReply>()),
  /** Opens the key with the passphrase that the page has stored for it. */
  unlock: byPage({}, reply<UnlockReply>()),
  /** Only a key with a passphrase can be locked. */
  lock: byPage({}, reply<void>()),
  /** Stores the key in the way that the page has stored for it; on failure, in the same way as before. */
  keepOtherwise: byPage({}, reply<KeepReply>()),
  forgetKey: byPage({}, reply<void>()),
  zones: byPage({}, reply<ZonesReply>()),
  /** What the zone in use reports about itself, and about what the key can do there. */
  zoneFacts: byPage({}, reply<ZoneFactsReply>()),
  chooseZone: byPage({ zoneId: apiId }, reply<ChooseZoneReply>()),

  lookUp: byPage({ query, fresh }, reply<InZone<Answer>>()),
  /** Answers to many queries, in their order. A page has one such request at a time: a newer one aborts it. */
  lookUpMany: byPage(
    { queries: z.array(query).check(lengthWithin(1, LOOK_UPS_PER_MESSAGE)), fresh },
    reply<InZone<{ answers: Answer[] }>>(),
  ),
  /** Aborts this page's request for many: what wasn't sent yet isn't sent any more. */
  stopLookUps: byPage({}, reply<void>()),
  /** Returns the people that a text mentions, with the user's subject patterns; no one is looked up. */
  findMentions: byPage({ text: bounded(PASTED_MAX_CHARS) }, reply<TextMentions>()),
  /** Looks someone up who is absent in a zone, in all others that the key can read. */
  lookElsewhere: byPage({ query, zoneId: apiId }, reply<ElsewhereReply>()),
  /**
   * Looks for people in a zone with an address similar to one that no one has there; fails if another zone is in use.
   */
  suggest: byPage({ query, zoneId: apiId }, reply<SuggestionsReply>()),
  /** Opens the popup with this text in its search field. */
  openSearch: byPage({ text: bounded(SEARCH_MAX_CHARS) }, reply<void>()),
  /**
   * @param text can be empty if the search is narrowed
   * @param after where a previous answer continues; fails if another zone is in use by now
   * @param roles identifiers of roles, one of which each user must have directly; roles through groups aren't searched
   * @param groups IDs of groups, one of which each user must be in
   */
  search: byPage(
    {
      text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
      after: z.optional(continuation),
      roles: z.optional(narrowing),
      groups: z.optional(narrowing),
    },
    reply<InZone<SearchAnswer>>(),
  ),

  /** The roles or groups of the zone in use that a search can be narrowed to. */
  narrowables: byPage({ kind: z.enum(NARROWABLE_KINDS) }, reply<NarrowableList>()),

  /** A person's active sessions; fails if another zone than theirs is in use. @param owner the person's ID */
  inspectSessions: byPage({ owner: apiId, zoneId: apiId }, reply<Belongings<Session>>()),
  /** What a person lets agents do; as above. */
  inspectGrants: byPage({ owner: apiId, zoneId: apiId }, reply<Belongings<Grant>>()),
  /**
   * The roles of a person whose record doesn't report them; nothing if they aren't available.
   *
   * @param groups IDs of the person's groups, if the record reports them
   */
  inspectRoles: byPage(
    {
      owner: apiId,
      zoneId: apiId,
      groups: z.optional(z.array(apiId).check(lengthWithin(0, GROUPS_PER_MESSAGE))),
      fresh,
    },
    reply<ReadRoles | undefined>(),
  ),
  /** The names of things in a zone. */
  inspectNames: byPage(
    { things: z.array(thing).check(lengthWithin(1, NAMES_PER_MESSAGE)), zoneId: apiId },
    reply<ThingName[]>(),
  ),

  /** The people that the popup has shown in this browser session, latest first. No one in a private window. */
  recents: byPage({}, reply<RecentlySeen[]>()),
  rememberRecent: byPage(recent.shape, reply<void>()),
  forgetRecents: byPage({}, reply<void>()),
  /**
   * The search in the popup of the active tab, to be restored when it is next opened in this browser session. Empty and
   * not narrowed: nothing any more. Nothing from a private window is stored.
   */
  rememberSearch: byPage(
    {
      text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
      narrowed: z.exactOptional(narrowed),
    },
    reply<void>(),
  ),
  /** What this popup was opened for, returned once; otherwise, what was last searched for in the active tab. */
  takeInspection: byPage({}, reply<Inspection | undefined>()),
  /** The person last looked up in a card, the menu or the side panel, for the side panel. */
  lastInspected: byPage({}, reply<Query | undefined>()),
  /** Someone was opened in the side panel: those of all windows follow. Nothing from a private window is stored. */
  inspect: byPage({ query }, reply<void>()),
  /** The person to whom the side panel is pinned in this browser session, whoever else is looked up. */
  pinnedInspected: byPage({}, reply<Query | undefined>()),
  /** Pins the side panel to a person, or with null unpins it. Nothing from a private window is stored. */
  pinInspected: byPage({ query: z.nullable(query) }, reply<void>()),

  settings: byPage({}, reply<PersonalSettings>()),
  /** Changes the given settings, or nothing if a subject pattern is invalid. */
  changeSettings: byPage(
    {
      modifier: z.exactOptional(z.nullable(fields.modifier)),
      hoverMs: z.exactOptional(fields.hoverMs),
      subjects: z.exactOptional(fields.subjects),
      lockAfterMin: z.exactOptional(fields.lockAfterMin),
      consoleUrl: z.exactOptional(z.nullable(fields.consoleTemplate)),
      marks: z.exactOptional(fields.sites),
      firstRun: z.exactOptional(fields.firstRun),
      theme: z.exactOptional(z.enum(THEMES)),
    },
    reply<ChangeReply>(),
  ),
  /** What the organization has set, and what is wrong with that. */
  policy: byPage({}, reply<PolicyReading>()),
  /** For support; see the type. */
  diagnostics: byPage({}, reply<Diagnostics>()),
  debugLog: byPage({}, reply<DebugLogReading>()),
  turnDebugLog: byPage({ on: z.boolean() }, reply<void>()),
  clearDebugLog: byPage({}, reply<void>()),

  tabMarks: byPage({}, reply<TabMarks>()),
  /** @param pattern the site's match pattern */
  switchMarks: byPage({ pattern: bounded(SITE_MAX_CHARS), on: z.boolean() }, reply<void>()),
  tabMentions: byPage({}, reply<TabMentions>()),
  /** Scrolls the active tab to a mention. @param nth counts from 0 @returns whether it is still there */
  showInTab: byPage({ query, frameId: index, nth: index }, reply<boolean>()),
};

export type FromExtensionPages = typeof FROM_EXTENSION_PAGES;
