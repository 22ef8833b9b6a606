import type { TabMention, TabMentions } from "../../lib/contract/replies.ts";
import { ada } from "./sample-users.ts";

/** Mentions for fixtures and tests. */

/** Twice in the top frame, and once in each of two others. */
export const often: TabMention = {
  query: { kind: "email", value: "ada.lovelace@example.com" },
  count: 4,
  frames: [
    { frameId: 0, count: 2 },
    { frameId: 7, count: 1 },
    { frameId: 9, count: 1 },
  ],
};

export const byId: TabMention = {
  query: { kind: "id", value: ada.id },
  count: 1,
  frames: [{ frameId: 7, count: 1 }],
};

export const bySubject: TabMention = {
  query: { kind: "subject", value: "auth0|0123456789abcdef01234567" },
  count: 2,
  frames: [{ frameId: 0, count: 2 }],
};

/** As written by a page that wants them mistaken for others. */
export const hostileMention: TabMention = {
  query: { kind: "email", value: "<b>\u202eelpmaxe@moc\u200b" },
  count: 1,
  frames: [{ frameId: 0, count: 1 }],
};

export const mentioned = (...mentions: TabMention[]): TabMentions => ({
  ok: true,
  mentions,
  more: false,
});

/** The maximum that is listed; there are more. */
export const tooMany: TabMentions = {
  ok: true,
  mentions: Array.from({ length: 1_000 }, (_, place) => ({
    query: { kind: "email", value: `person${place}@example.com` },
    count: 1,
    frames: [{ frameId: 0, count: 1 }],
  })),
  more: true,
};
