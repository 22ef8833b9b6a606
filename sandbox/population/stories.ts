/** The sessions and grants of people for whom they matter; everyone else's are random. */
import { CASE_PEOPLE } from "./case-people.ts";
import { KNOWN_PEOPLE } from "./known-people.ts";
import { MARKUP } from "./markup.ts";

/** What started a session: the nth user agent or application, one that answers 404, or none reported. */
export type Initiator =
  | { readonly agent: number }
  | { readonly application: number }
  | "gone"
  | "untold";

export interface SessionPlan {
  readonly by: Initiator;
  /** When it began, in hours after the person's last sign-in; negative: before. */
  readonly at: number;
  /** Its duration. */
  readonly days: number;
  readonly revoked?: true;
  /** The index, in the person's list, of the session that it was derived from. */
  readonly parent?: number;
  /** What the item lacks although a client could rely on it. */
  readonly lacks?: readonly ("id" | "user_id")[];
  /** Replaces the time. */
  readonly authenticatedAt?: string;
}

export interface GrantPlan {
  /** The nth resource. */
  readonly on: number;
  /** When it was given, in days before the sandbox's current time. */
  readonly daysAgo: number;
  /** Its token's lifetime; or when it was last renewed, in hours before the sandbox's current time. */
  readonly lasts: { readonly days: number } | { readonly renewedHoursAgo: number };
  readonly revoked?: true;
}

interface Story {
  readonly sessions: readonly SessionPlan[];
  readonly grants: readonly GrantPlan[];
}

const FIREFOX = { agent: 0 };
const CHROME = { agent: 1 };
const IPHONE = { agent: 2 };
const EDITOR = { agent: 3 };
const COMMAND_LINE = { agent: 4 };
const COPILOT = { application: 0 };
const DRAFTER = { application: 1 };
const SLACK = { application: 4 };
const ONE_BROWSER: SessionPlan = { by: CHROME, at: 0, days: 30 };

const { ada, grace, markup } = KNOWN_PEOPLE;
const { noor, ivan, odd, rosa, bao } = CASE_PEOPLE;

/** By e-mail address. */
export const STORIES: ReadonlyMap<string, Story> = new Map<string, Story>([
  [
    ada.email,
    {
      sessions: [
        { by: FIREFOX, at: 0, days: 30 },
        { by: COPILOT, at: 0.5, days: 30, parent: 0 },
        { by: SLACK, at: -52, days: 60 },
        { by: IPHONE, at: -300, days: 7 },
        { by: DRAFTER, at: -620, days: 90, revoked: true },
      ],
      grants: [
        { on: 4, daysAgo: 61, lasts: { renewedHoursAgo: 3 } },
        { on: 1, daysAgo: 24, lasts: { days: 90 } },
        { on: 0, daysAgo: 130, lasts: { days: 90 } },
      ],
    },
  ],
  [
    // Her account was disabled, which ended her sessions; her grants haven't ended yet.
    grace.email,
    {
      sessions: [
        { by: CHROME, at: 0, days: 90 },
        { by: SLACK, at: -200, days: 30 },
      ],
      grants: [
        { on: 5, daysAgo: 80, lasts: { days: 120 } },
        { on: 4, daysAgo: 75, lasts: { days: 30 } },
      ],
    },
  ],
  [
    markup.email,
    {
      sessions: [
        { by: { agent: 6 }, at: 0, days: 30, authenticatedAt: MARKUP.entity },
        { by: { application: 3 }, at: -1, days: 30 },
      ],
      grants: [{ on: 3, daysAgo: 10, lasts: { days: 90 } }],
    },
  ],
  [
    noor.email,
    {
      sessions: [
        { by: FIREFOX, at: 0, days: 30 },
        { by: EDITOR, at: 0.2, days: 30, parent: 0 },
        { by: COMMAND_LINE, at: 0.3, days: 30, parent: 0 },
        { by: COPILOT, at: 1, days: 1, parent: 1 },
        { by: DRAFTER, at: 2, days: 30, parent: 1 },
        { by: COPILOT, at: 3, days: 30, parent: 4 },
        { by: IPHONE, at: -80, days: 30 },
        { by: CHROME, at: -400, days: 14 },
      ],
      grants: [{ on: 5, daysAgo: 40, lasts: { renewedHoursAgo: 20 } }],
    },
  ],
  [
    ivan.email,
    { sessions: [ONE_BROWSER, { by: SLACK, at: -4, days: 30, lacks: ["id"] }], grants: [] },
  ],
  [
    odd.email,
    {
      sessions: [
        ONE_BROWSER,
        { by: EDITOR, at: -2, days: 30, lacks: ["id", "user_id"] },
        { by: SLACK, at: -4, days: 30 },
      ],
      grants: [],
    },
  ],
  [
    rosa.email,
    {
      sessions: [ONE_BROWSER],
      grants: [
        // Its token expired a day ago: the grant is still active.
        { on: 4, daysAgo: 90, lasts: { renewedHoursAgo: 33 } },
        { on: 5, daysAgo: 50, lasts: { renewedHoursAgo: 1 } },
        { on: 1, daysAgo: 200, lasts: { days: 30 } },
        { on: 2, daysAgo: 20, lasts: { renewedHoursAgo: 90 }, revoked: true },
      ],
    },
  ],
  [
    bao.email,
    {
      sessions: Array.from({ length: 130 }, (_, n) => ({ by: COMMAND_LINE, at: -n, days: 30 })),
      grants: Array.from({ length: 105 }, (_, n) => ({
        on: n % 3,
        daysAgo: 1 + (n % 60),
        lasts: { days: 90 },
      })),
    },
  ],
]);
