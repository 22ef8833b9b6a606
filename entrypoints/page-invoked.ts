import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { answerInvocation } from "../lib/page/invoked/invoked.ts";

/** The background injects this into a page's frames for the command or the context menu (lib/cards/inspect.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupInvoked = answerInvocation;
});
