import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createKeyboard } from "../lib/page/keyboard/keyboard.ts";

/** Put into a page's frames by the background when the command asks for somebody, and beside the part that draws the card. */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupKeyboard ??= createKeyboard();
});
