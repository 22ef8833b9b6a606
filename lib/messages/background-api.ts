import type {
  ChooseZoneReply,
  Connection,
  ConnectReply,
  KeepReply,
  UnlockReply,
  ZonesReply,
} from "../connection/replies.ts";
import type { Keeping } from "../credentials/keeping.ts";
import type { Answer, InZone, Query, SearchAnswer } from "../directory/answer.ts";
import type { Belongings } from "../directory/belongings.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { Thing, ThingName } from "../directory/names.ts";
import type { Credential, Grant, Session } from "../keycard/index.ts";
import type { PatternError } from "../mentions/index.ts";
import type { FirstRun } from "../settings/fields.ts";
import type { PolicyReading } from "../settings/policy.ts";
import type { Theme } from "../settings/theme.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { LinesState } from "./page-mentions.ts";
import type { Modifier } from "./page-messages.ts";
import type { Recent } from "./recent.ts";

/** What the popup was opened for, when a context menu or command could not show a card in the page. */
export type Inspection =
  | { kind: "query"; query: Query }
  /** Free text to put into the search field. */
  | { kind: "search"; text: string };

/** Where a list goes on: the cursor of its last answer, and the zone that it is of. */
export interface Continuation {
  cursor: string;
  zoneId: string;
}

/** What the person has set, apart from zone and sites; over it what the organization has. */
export interface PersonalChoices {
  /** The key that must be held for the pointer to show a card; null: none. */
  modifier: Modifier | null;
  /** Milliseconds that the pointer rests on a mention before the card opens, where no key is to be held. */
  hoverMs: number;
  /** Templates of the identity provider's own IDs. */
  subjects: string[];
  /** Minutes without use after which a key with a passphrase is locked. */
  lockAfterMin: number;
  /** Template of a user's address in the admin console; null: the usual one. */
  consoleUrl: string | null;
  /** Match patterns of the sites where mentions are underlined. */
  marks: string[];
  /** Light, dark, or as the system is. */
  theme: Theme;
  firstRun: FirstRun;
}

export interface PersonalSettings extends PersonalChoices {
  /** A newer extension has stored settings, which are left as they are; these hold meanwhile. */
  besideNewer?: true;
}

/** The settings were taken, or which of the subject patterns is wrong. */
export type ChangeReply =
  | { ok: true }
  | { ok: false; errors: { template: string; error: PatternError }[] };

/** The underlines of the tab in front. */
export type TabMarks =
  /** No site that is switched on. */
  | { state: "unavailable" }
  | { state: "off"; pattern: string }
  /** @property lines of the document where the least are drawn */
  | { state: "on"; pattern: string; count: number; lines: LinesState };

/** Somebody who is mentioned in the tab in front. */
export interface TabMention {
  sought: Query;
  count: number;
  /** How often in which document; 0 is the top frame. */
  frames: { frameId: number; count: number }[];
}

/** Who is mentioned in the tab in front. */
export type TabMentions =
  | { ok: true; mentions: TabMention[]; more: boolean }
  /** The browser lets no extension read this page, or the organization has switched its site off. */
  | { ok: false; why: "unreadable" | "switched-off" };

/** Whom a text names. */
export interface TextMentions {
  /** Each once, in order; PASTED_MAX at most. */
  listed: Query[];
  /** How many more there are. */
  over: number;
}

/** The background as popup, side panel and options see it. Components take it as a prop; tests pass a fake. */
export interface BackgroundApi {
  connection(): Promise<Connection>;
  /** Tries the key at once; on failure what was stored before stays. */
  connect(credential: Credential, keeping: Keeping): Promise<ConnectReply>;
  unlock(passphrase: string): Promise<UnlockReply>;
  /** Only a key with a passphrase can be locked. */
  lock(): Promise<void>;
  /** Keeps the key in another way; when that fails, in the way before. */
  keepOtherwise(keeping: Keeping): Promise<KeepReply>;
  forgetKey(): Promise<void>;
  zones(): Promise<ZonesReply>;
  chooseZone(zoneId: string): Promise<ChooseZoneReply>;
  /** @param fresh asks the API whatever is kept; else a kept answer may come, marked `stale` when it is old */
  lookUp(query: Query, fresh?: boolean): Promise<InZone<Answer>>;
  /**
   * Answers to many queries, in their order. A page has one such question at a time: a newer one ends it.
   *
   * @param queries LOOK_UPS_PER_MESSAGE at most
   * @param fresh asks the API whatever is kept
   */
  lookUpMany(queries: Query[], fresh?: boolean): Promise<Answer[]>;
  /** Ends this page's question about many: what has not gone out is not asked any more. */
  stopLookUps(): Promise<void>;
  /** Whom a text names, with the person's subject patterns; nobody is looked up. @param text PASTED_MAX_CHARS at most */
  findMentions(text: string): Promise<TextMentions>;
  /** Looks for somebody who is absent in a zone in all others that the key reads. */
  lookElsewhere(query: Query, zoneId: string): Promise<ElsewhereReply>;
  /** A person's active sessions. @param owner the person's ID */
  inspectSessions(owner: string): Promise<Belongings<Session>>;
  /** What a person lets agents do. @param owner the person's ID */
  inspectGrants(owner: string): Promise<Belongings<Grant>>;
  /** What things are called. @param things NAMES_PER_MESSAGE at most */
  inspectNames(things: Thing[]): Promise<ThingName[]>;
  /** @param after where a former answer goes on; fails where another zone holds by now */
  search(text: string, after?: Continuation): Promise<InZone<SearchAnswer>>;
  /** Whom the popup has shown in this browser session, the last one first. Nobody in a private window. */
  recents(): Promise<Recent[]>;
  rememberRecent(shown: Recent): Promise<void>;
  forgetRecents(): Promise<void>;
  settings(): Promise<PersonalSettings>;
  /** What the organization has set, and what of that is wrong. */
  policy(): Promise<PolicyReading>;
  /** For support; see the type. */
  diagnostics(): Promise<Diagnostics>;
  /** Calls back when another policy holds. @returns a function that ends it */
  onPolicy(callback: () => void): () => void;
  /** Calls back when another key or zone holds, or none any more. @returns a function that ends it */
  onConnection(callback: () => void): () => void;
  /** Changes what is given; nothing when a subject pattern is wrong. */
  changeSettings(change: Partial<PersonalChoices>): Promise<ChangeReply>;
  tabMarks(): Promise<TabMarks>;
  /** @param pattern the site's match pattern */
  switchMarks(pattern: string, on: boolean): Promise<void>;
  tabMentions(): Promise<TabMentions>;
  /** Scrolls the tab in front to a mention. @param nth counts from 0 @returns whether it is still there */
  showInTab(sought: Query, frameId: number, nth: number): Promise<boolean>;
  /** What this popup was opened for; given out once. */
  takeInspection(): Promise<Inspection | undefined>;
  /** The person last looked up in a card or menu, for the side panel. */
  lastInspected(): Promise<Query | undefined>;
  /** The person whom the side panel stays with in this browser session, whoever else is looked up. */
  pinnedInspected(): Promise<Query | undefined>;
  /** Keeps the side panel with a person, or lets it follow again. Nothing of a private window is kept. */
  pinInspected(query: Query | undefined): Promise<void>;
}
