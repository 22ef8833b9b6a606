import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createListPart } from "../lib/page/list/answer.ts";

/** Put into a page's frames by the background when the popup asks who is mentioned there (lib/worker/tab-mentions.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupList ??= createListPart();
});
