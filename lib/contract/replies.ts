import type { PatternError } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import type { FirstRun } from "../settings/fields.ts";
import type { Modifier } from "../settings/modifier.ts";
import type { Theme } from "../settings/theme.ts";
import type { Narrowed } from "./narrowed.ts";
import type { LinesState } from "./page-mentions.ts";

/** What the background answers to popup, options and side panel, where that is nobody else's type. */

/** What the popup was opened for, when a context menu or command could not show a card in the page. */
export type Inspection =
  | { kind: "query"; query: Query }
  /** Free text to put into the search field, and what the search is narrowed to; then the text may be empty. */
  | { kind: "search"; text: string; narrowed?: Narrowed };

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
  query: Query;
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
  /** What it has besides. */
  unrecognized: UnrecognizedLines;
}

/** Lines of a text that name nobody. */
export interface UnrecognizedLines {
  /** The first of them, cut short. */
  lines: string[];
  count: number;
  /** In how many of them something fits the IDs of a usual identity provider, or looks like an employee number. */
  looksLike: LooksLike[];
}

/** What could be recognized, with one more subject pattern. */
export interface LooksLike {
  kind:
    | { is: "subject"; provider: string }
    /** @property example the first of them */
    | { is: "identifier"; example: string };
  template: string;
  count: number;
}
