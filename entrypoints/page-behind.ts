import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { BEHIND } from "../lib/page/behind/part.ts";

/** Put into a frame by the background when the text that is pointed at there names nobody (lib/page/look-part.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupBehind = BEHIND;
});
