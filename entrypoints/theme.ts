import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { followThemeFromStart } from "../components/theme/theme.ts";

/** Runs in popup, options and side panel before anything is painted. */
export default defineUnlistedScript(() => {
  void followThemeFromStart(chrome.storage.local, localStorage);
});
