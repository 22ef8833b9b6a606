import { t } from "../i18n.ts";
import type { NativeBrowser, WorkerBrowser } from "./browser.ts";

/** Chromium's command, and the menu item in both browsers; Firefox has a command of its own for its sidebar. */
export const OPEN_SIDE_PANEL = "open-side-panel";

export interface SidePanelParts {
  browser: Pick<WorkerBrowser, "runtime" | "windows">;
  native: Pick<NativeBrowser, "sidePanel" | "sidebarAction">;
}

/** Call it in the same turn as the click or key press: both browsers open it only on a user action. */
export async function openSidePanel(
  { browser, native: { sidePanel, sidebarAction } }: SidePanelParts,
  tabId: number | undefined,
): Promise<void> {
  if (sidebarAction) await sidebarAction.open().catch(() => openInWindow(browser));
  else if (sidePanel && tabId !== undefined)
    await sidePanel.open({ tabId }).catch(() => openInWindow(browser));
  else await openInWindow(browser);
}

async function openInWindow({ runtime, windows }: SidePanelParts["browser"]): Promise<void> {
  const url = runtime.getURL("/sidepanel.html");
  await windows.create({ url, type: "popup", width: 420, height: 720 });
}

/** The item in the context menu of the toolbar button. */
export function createSidePanelItem({ contextMenus }: Pick<WorkerBrowser, "contextMenus">): void {
  contextMenus.create({
    id: OPEN_SIDE_PANEL,
    title: t("extension.sidePanel"),
    contexts: ["action"],
  });
}
