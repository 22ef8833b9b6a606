import type { SharedMentions } from "./mentions-part.ts";

/**
 * What the scripts that look for people in a page have in place of lib/mentions when they are built
 * (packaging/mentions-once.ts), so that the code is in a frame once: page-mentions.js has run before each of them. WXT
 * loads what it builds once, outside of any page: then nothing is there, and nothing needed.
 */
export const {
  cutWords,
  findMentions,
  fits,
  ID_MIN,
  mayBeCut,
  mayJoinToId,
  mentionAt,
  mentionFromMailto,
} = globalThis.keycardLookupMentions ?? ({} as SharedMentions);
