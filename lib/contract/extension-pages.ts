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
import type { ReadRoles } from "../directory/role-ways.ts";
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
/** Roles, or groups, that one search may name. */
const NARROWING_MAX = 20;

const index = z.number().check(z.int(), z.gte(0));

/** Past the cache: asks the API whatever is kept. Else a kept answer may come, marked `stale` when it is old. */
const fresh = z.optional(z.boolean());

/** Where a list goes on: the cursor of its last answer, and the zone that it is of. */
const continuation = z.strictObject({ cursor: bounded(CURSOR_MAX_CHARS), zoneId: apiId });

export type Continuation = z.output<typeof continuation>;

/** Roles or groups that a search is narrowed to: one of them will do. */
const narrowing = z.array(apiId).check(lengthWithin(1, NARROWING_MAX));

const byPage = sentBy("extension-page");

/** What popup, options and side panel ask of the background. */
export const FROM_EXTENSION_PAGES = {
  connection: byPage({}, reply<Connection>()),
  /** Tries the key that was laid down (lib/credentials/offer.ts); on failure what was stored before stays. */
  connect: byPage({}, reply<ConnectReply>()),
  /** Opens the key with the passphrase that was laid down. */
  unlock: byPage({}, reply<UnlockReply>()),
  /** Only a key with a passphrase can be locked. */
  lock: byPage({}, reply<void>()),
  /** Keeps the key in the way that was laid down; when that fails, in the way before. */
  keepOtherwise: byPage({}, reply<KeepReply>()),
  forgetKey: byPage({}, reply<void>()),
  zones: byPage({}, reply<ZonesReply>()),
  /** What the zone in use tells of itself, and of what the key may do there. */
  zoneFacts: byPage({}, reply<ZoneFactsReply>()),
  chooseZone: byPage({ zoneId: apiId }, reply<ChooseZoneReply>()),

  lookUp: byPage({ query, fresh }, reply<InZone<Answer>>()),
  /** Answers to many queries, in their order. A page has one such question at a time: a newer one ends it. */
  lookUpMany: byPage(
    { queries: z.array(query).check(lengthWithin(1, LOOK_UPS_PER_MESSAGE)), fresh },
    reply<InZone<{ answers: Answer[] }>>(),
  ),
  /** Ends this page's question about many: what has not gone out is not asked any more. */
  stopLookUps: byPage({}, reply<void>()),
  /** Whom a text names, with the person's subject patterns; nobody is looked up. */
  findMentions: byPage({ text: bounded(PASTED_MAX_CHARS) }, reply<TextMentions>()),
  /** Looks for somebody who is absent in a zone in all others that the key reads. */
  lookElsewhere: byPage({ query, zoneId: apiId }, reply<ElsewhereReply>()),
  /** Looks for people of a zone who may be meant by an address that nobody has there; fails where another zone holds. */
  suggest: byPage({ query, zoneId: apiId }, reply<SuggestionsReply>()),
  /** Opens the popup, with this in its search field. */
  openSearch: byPage({ text: bounded(SEARCH_MAX_CHARS) }, reply<void>()),
  /**
   * @param text may be empty where the search is narrowed
   * @param after where a former answer goes on; fails where another zone holds by now
   * @param roles identifiers of roles, one of which whoever is shown has directly; through groups is not searched
   * @param groups IDs of groups, one of which whoever is shown is in
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

  /** The roles or groups of the zone in use, which a search can be narrowed to. */
  narrowables: byPage({ kind: z.enum(NARROWABLE_KINDS) }, reply<NarrowableList>()),

  /** A person's active sessions; fails where another zone than theirs holds. @param owner the person's ID */
  inspectSessions: byPage({ owner: apiId, zoneId: apiId }, reply<Belongings<Session>>()),
  /** What a person lets agents do; as above. */
  inspectGrants: byPage({ owner: apiId, zoneId: apiId }, reply<Belongings<Grant>>()),
  /**
   * The roles of a person whose record does not tell them; nothing where they cannot be had.
   *
   * @param groups IDs of the groups that the record tells the person to be in
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
  /** What things of a zone are called. */
  inspectNames: byPage(
    { things: z.array(thing).check(lengthWithin(1, NAMES_PER_MESSAGE)), zoneId: apiId },
    reply<ThingName[]>(),
  ),

  /** Whom the popup has shown in this browser session, the last one first. Nobody in a private window. */
  recents: byPage({}, reply<RecentlySeen[]>()),
  rememberRecent: byPage(recent.shape, reply<void>()),
  forgetRecents: byPage({}, reply<void>()),
  /**
   * What was searched for in the popup over the tab in front, which is to stand there again when it is next opened in
   * this browser session; empty and not narrowed: nothing any more. Nothing of a private window is kept.
   */
  rememberSearch: byPage(
    {
      text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
      narrowed: z.exactOptional(narrowed),
    },
    reply<void>(),
  ),
  /** What this popup was opened for, given out once; else what was last searched for over the tab in front. */
  takeInspection: byPage({}, reply<Inspection | undefined>()),
  /** The person last looked up in a card, menu or side panel, for the side panel. */
  lastInspected: byPage({}, reply<Query | undefined>()),
  /** Somebody was opened in the side panel: those of all windows follow. Nothing of a private window is kept. */
  inspect: byPage({ query }, reply<void>()),
  /** The person whom the side panel stays with in this browser session, whoever else is looked up. */
  pinnedInspected: byPage({}, reply<Query | undefined>()),
  /** Keeps the side panel with a person, or with null lets it follow again. Nothing of a private window is kept. */
  pinInspected: byPage({ query: z.nullable(query) }, reply<void>()),

  settings: byPage({}, reply<PersonalSettings>()),
  /** Changes what is given; nothing when a subject pattern is wrong. */
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
  /** What the organization has set, and what of that is wrong. */
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
  /** Scrolls the tab in front to a mention. @param nth counts from 0 @returns whether it is still there */
  showInTab: byPage({ query, frameId: index, nth: index }, reply<boolean>()),
};

export type FromExtensionPages = typeof FROM_EXTENSION_PAGES;
