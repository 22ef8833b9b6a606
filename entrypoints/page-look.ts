import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { WORDS } from "../lib/page/look/brought-words.ts";
import { lookAt } from "../lib/page/look/look-at.ts";

/** The background injects this into a frame when the pointer first moves there (lib/page/look-part.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupLook = lookAt;
  globalThis.keycardLookupWords = WORDS;
});
