import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createLentKeyboard } from "../lib/page/keyboard/lent-keyboard.ts";

/** Put into a page's frames by the background when the command asks for somebody (lib/cards/inspect.ts). */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupKeyboard ??= createLentKeyboard();
});
