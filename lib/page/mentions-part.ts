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

/** The exports of lib/mentions that the scripts in pages need. */
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
  /** Set by page-mentions.js in the content scripts' isolated world, which the page can't see. */
  var keycardLookupMentions: SharedMentions | undefined;
}

/** Provides lib/mentions to the scripts that are injected after it. */
export function provideMentions(): void {
  globalThis.keycardLookupMentions = shared;
}
