import type { Inspection } from "../contract/replies.ts";
import { leaveForPopup } from "../inspected/inspections.ts";
import type { WorkerBrowser } from "./browser.ts";

/**
 * Shows somebody outside the page, where no card can be: in the toolbar popup, or in a small window where the
 * browser does not open the popup (no window in front, an older browser).
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
