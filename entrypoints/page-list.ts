import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createListPart } from "../lib/page/list/answer.ts";

/**
 * The background injects this into a page's frames when the popup asks for its mentions (lib/worker/tab-mentions.ts).
 */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupList ??= createListPart();
});
