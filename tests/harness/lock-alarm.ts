import type { Page } from "@playwright/test";

/**
 * Ms from the key's last use to the alarm that locks it; undefined if none is set.
 *
 * @param page a page of the extension
 */
export const lockDelay = (page: Page) =>
  page.evaluate(async () => {
    const alarm = await chrome.alarms.get("lock");
    const { "credential.last-use": lastUse } =
      await chrome.storage.session.get<Record<string, number>>("credential.last-use");
    return alarm && lastUse && alarm.scheduledTime - lastUse;
  });
