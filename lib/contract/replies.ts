import type { PatternError } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import type { FirstRun } from "../settings/fields.ts";
import type { Modifier } from "../settings/modifier.ts";
import type { Theme } from "../settings/theme.ts";
import type { Narrowed } from "./narrowed.ts";
import type { FrameMarks } from "./page-mentions.ts";

/** The background's replies to popup, options and side panel, unless another file has the type. */

/** What the popup was opened for, if the context menu or the command could not show a card in the page. */
export type Inspection =
  | { kind: "query"; query: Query }
  /** Free text for the search field, and what the search is narrowed to, in which case the text can be empty. */
  | { kind: "search"; text: string; narrowed?: Narrowed };

/** The user's settings, except for zone and sites, overridden by the organization's. */
export interface PersonalChoices {
  /** The key that must be held for hovering to show a card; null: none. */
  modifier: Modifier | null;
  /** Milliseconds that the pointer rests on a mention before the card opens, if no key has to be held. */
  hoverMs: number;
  /** Templates of the identity provider's own IDs. */
  subjects: string[];
  /** Minutes without use after which a key with a passphrase is locked. */
  lockAfterMin: number;
  /** Template of a user's URL in the admin console; null: the default. */
  consoleUrl: string | null;
  /** Match patterns of the sites where mentions are underlined. */
  marks: string[];
  /** Light, dark, or the system's. */
  theme: Theme;
  firstRun: FirstRun;
}

export interface PersonalSettings extends PersonalChoices {
  /** A newer version has stored settings, which aren't changed; these apply meanwhile. */
  besideNewer?: true;
}

/** The settings were accepted, or which of the subject patterns is invalid. */
export type ChangeReply =
  | { ok: true }
  | { ok: false; errors: { template: string; error: PatternError }[] };

/** The underlines of the active tab. */
export type TabMarks =
  /** Not a site that is turned on, or a PDF. */
  | { state: "unavailable" }
  | { state: "off"; pattern: string }
  /** @property found of all frames, with the lines of the one in which the fewest are drawn; absent until one answers */
  | { state: "on"; pattern: string; found?: FrameMarks };

/** Someone who is mentioned in the active tab. */
export interface TabMention {
  query: Query;
  count: number;
  /** How often in which document; 0 is the top frame. */
  frames: { frameId: number; count: number }[];
}

/** Who is mentioned in the active tab. */
export type TabMentions =
  | { ok: true; mentions: TabMention[]; more: boolean }
  /**
   * The browser lets no extension read this page, the page hasn't answered in time, or the organization has turned its
   * site off.
   */
  | { ok: false; why: "unreadable" | "unanswered" | "switched-off" };

/** The people that a text mentions. */
export interface TextMentions {
  /** Each once, in order; PASTED_MAX at most. */
  listed: Query[];
  /** How many more there are. */
  over: number;
  /** Its other lines. */
  unrecognized: UnrecognizedLines;
}

/** Lines of a text without a mention. */
export interface UnrecognizedLines {
  /** The first of them, truncated. */
  lines: string[];
  count: number;
  /** In how many of them something matches the IDs of a common identity provider, or looks like an employee number. */
  looksLike: LooksLike[];
}

/** What one more subject pattern could recognize. */
export interface LooksLike {
  kind:
    | { is: "subject"; provider: string }
    /** @property example the first of them */
    | { is: "identifier"; example: string };
  template: string;
  count: number;
}
