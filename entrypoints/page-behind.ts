import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { BEHIND } from "../lib/page/behind/part.ts";

/** The background injects this into a frame when the hovered text there contains no mention (lib/page/look-part.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupBehind = BEHIND;
});
