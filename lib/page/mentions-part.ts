import {
  cutWords,
  findMentions,
  fits,
  ID_MIN,
  mayBeCut,
  mayJoinToId,
  mentionAt,
  mentionFromMailto,
} from "../mentions/index.ts";

/** What the parts in pages need of lib/mentions. */
const shared = {
  cutWords,
  findMentions,
  fits,
  ID_MIN,
  mayBeCut,
  mayJoinToId,
  mentionAt,
  mentionFromMailto,
};

export type SharedMentions = typeof shared;

declare global {
  /** Left by page-mentions.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupMentions: SharedMentions | undefined;
}

/** Leaves lib/mentions for the parts that are put in after it. */
export function leaveMentions(): void {
  globalThis.keycardLookupMentions = shared;
}
