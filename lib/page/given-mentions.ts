import type { SharedMentions } from "./mentions-part.ts";

/**
 * Replaces lib/mentions in the builds of the scripts that look for people (packaging/mentions-once.ts), so that a frame
 * has that code only once: page-mentions.js runs before each of them. WXT loads each script once outside of a page,
 * where the global isn't set and isn't needed.
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
