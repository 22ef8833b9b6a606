import { menuTarget } from "../cards/menu-target.ts";
import { t } from "../i18n.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import type { WorkerBrowser } from "./browser.ts";
import { openPopup } from "./open-popup.ts";
import { patternsOf } from "./page-settings.ts";

/**
 * The keyword in the browser's address bar: what stands behind it is handed to the popup on Enter. Nothing is looked up
 * while somebody types, and nobody is ever suggested there: suggestions would be in the browser's hands.
 */
export function listenToAddressBar(
  browser: Pick<WorkerBrowser, "omnibox" | "storage" | "action" | "runtime" | "windows">,
  settings: FollowedSettings,
): void {
  void browser.omnibox.setDefaultSuggestion({ description: t("extension.addressBar") });
  browser.omnibox.onInputEntered.addListener((text) => {
    void settings
      .current()
      .then((current) =>
        openPopup(browser, menuTarget({ selectionText: text }, patternsOf(current))),
      );
  });
}
