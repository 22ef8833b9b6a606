import type { Page } from "@playwright/test";

/**
 * How long after its last use the key is to be locked by the alarm that is set, in ms; undefined when none is set.
 *
 * @param page one of the extension's
 */
export const lockDelay = (page: Page) =>
  page.evaluate(async () => {
    const alarm = await chrome.alarms.get("lock");
    const { "credential.last-use": lastUse } =
      await chrome.storage.session.get<Record<string, number>>("credential.last-use");
    return alarm && lastUse && alarm.scheduledTime - lastUse;
  });
