import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { answerInvocation } from "../lib/page/invoked/invoked.ts";

/** Put into a page's frames by the background when command or menu ask for somebody (lib/cards/inspect.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupInvoked = answerInvocation;
});
