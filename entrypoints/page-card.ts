import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createCard } from "../lib/page/card/card.ts";

/** Put into a page's top frame by the background at the first mention (lib/page/in-top-frame.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupCard = createCard;
});
