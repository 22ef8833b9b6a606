import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import {
  cutWords,
  findMentions,
  mayJoinToId,
  mentionAt,
  mentionFromMailto,
} from "../lib/mentions/index.ts";

/** Put into a frame before each script that looks for people there (lib/sites/scripts.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupMentions = {
    cutWords,
    findMentions,
    mentionAt,
    mentionFromMailto,
    mayJoinToId,
  };
});
