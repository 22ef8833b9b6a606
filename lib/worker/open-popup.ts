import type { Inspection } from "../contract/replies.ts";
import { leaveForPopup } from "../inspected/inspections.ts";
import type { WorkerBrowser } from "./browser.ts";

/**
 * Shows someone outside the page, where there can't be a card: in the toolbar popup, or in a small window if the
 * browser doesn't open the popup (no focused window, an older browser).
 *
 * @param inspection absent: the popup opens at its search field
 */
export async function openPopup(
  browser: Pick<WorkerBrowser, "storage" | "action" | "runtime" | "windows">,
  inspection: Inspection | undefined,
): Promise<void> {
  if (inspection) await leaveForPopup(browser.storage.session, inspection);
  await browser.action.openPopup().catch(async () => {
    const url = browser.runtime.getURL("/popup.html");
    await browser.windows.create({ url, type: "popup", width: 420, height: 640 });
  });
}
