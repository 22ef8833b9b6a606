import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createCard } from "../lib/page/card/card.ts";

/** The background injects this into a page's top frame at the first mention (lib/page/in-top-frame.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupCard = createCard;
});
