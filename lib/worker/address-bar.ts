import { menuTarget } from "../cards/menu-target.ts";
import { t } from "../i18n.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import type { WorkerBrowser } from "./browser.ts";
import { openPopup } from "./open-popup.ts";
import { patternsOf } from "./page-settings.ts";

/**
 * The keyword in the browser's address bar: on Enter, the text after it is passed to the popup. Nothing is looked up
 * while typing, and no one is ever suggested there, because suggestions would be passed to the browser.
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
