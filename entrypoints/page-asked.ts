import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { answerAsked } from "../lib/page/asked/asked.ts";

/** Put into a page's frames by the background when command or menu ask for somebody (lib/cards/inspect.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupAsked = answerAsked;
});
