import type * as mentions from "../mentions/index.ts";

declare global {
  /** Left by page-mentions.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupMentions: Pick<
    typeof mentions,
    "cutWords" | "findMentions" | "mentionAt" | "mentionFromMailto" | "mayJoinToId"
  >;
}

/**
 * What the scripts that look for people in a page have in place of lib/mentions when they are built
 * (packaging/mentions-once.ts): page-mentions.js has run before each of them, so the code is in a frame once.
 */
export const { cutWords, findMentions, mentionAt, mentionFromMailto, mayJoinToId } =
  globalThis.keycardLookupMentions;
