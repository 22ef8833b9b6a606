import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createKeyboard } from "../lib/page/keyboard/keyboard.ts";

/** The background injects this into a page's frames for the command, and together with the part that draws the card. */
export default defineUnlistedScript(() => {
  globalThis.keycardLookupKeyboard ??= createKeyboard();
});
