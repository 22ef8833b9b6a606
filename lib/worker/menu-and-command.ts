import { type InspectParts, inspectFocus, inspectFromMenu } from "../cards/inspect.ts";
import { menuTarget } from "../cards/menu-target.ts";
import type { InvokedBy } from "../contract/content-scripts.ts";
import { invocationReport } from "../contract/invocation-report.ts";
import { t } from "../i18n.ts";
import { rememberInspected } from "../inspected/inspections.ts";
import type { Query } from "../query.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { CONTENT_SCRIPT, INVOKED_SCRIPTS, KEYBOARD_SCRIPT, toFiles } from "../sites/scripts.ts";
import { allowedFrames } from "./allowed.ts";
import type { PagesBrowser, WorkerBrowser } from "./browser.ts";
import { openPopup } from "./open-popup.ts";
import { patternsOf } from "./page-settings.ts";
import {
  createSidePanelItem,
  OPEN_SIDE_PANEL,
  openSidePanel,
  type SidePanelParts,
} from "./side-panel.ts";
import { tellSubFrames, tellTopFrame } from "./tell-page.ts";
import { withTimeout } from "./with-timeout.ts";

const MENU_ITEM = "look-up";
/** Named after the selection; on a link or in a field, there may be nothing to name. */
const SELECTION_ITEM = "look-up-selection";
const COMMAND = "look-up";

/**
 * Milliseconds that a page can take to say who the menu or the command refers to; after that, the popup opens instead.
 */
const ASK_WAIT_MS = 3_000;

type AskingBrowser = Omit<PagesBrowser, "permissions"> &
  Pick<WorkerBrowser, "action" | "runtime" | "storage" | "windows">;

const inspectParts = (browser: AskingBrowser, settings: FollowedSettings): InspectParts => ({
  ask: (...whom) => withTimeout(ASK_WAIT_MS, askFrames(browser, settings, ...whom)),
  tell: (tabId, message) => tellTopFrame(browser, tabId, message),
  isWithdrawn: (tabId, frameId) => isWithdrawn(browser, tabId, frameId),
  release: (tabId) => tellSubFrames(browser, tabId, { type: "cardClosed", hadFocus: false }),
  zoom: (tabId) => browser.tabs.getZoom(tabId),
  openPopup: (inspection) => openPopup(browser, inspection),
  remember: (query) => rememberInspected(browser.storage.session, query),
});

async function askFrames(
  browser: AskingBrowser,
  settings: FollowedSettings,
  ...[tabId, by, query, frameId, word]: Parameters<InspectParts["ask"]>
): ReturnType<InspectParts["ask"]> {
  const allowed = await allowedFrames(browser, settings, tabId);
  if (!allowed) return [];
  // The top frame draws the card, whichever frame is asked.
  await browser.scripting.executeScript({
    target: allowed,
    files: [
      ...toFiles(CONTENT_SCRIPT, ...INVOKED_SCRIPTS),
      ...(by === "keyboard" ? toFiles(KEYBOARD_SCRIPT) : []),
    ],
  });
  const results = await browser.scripting.executeScript({
    // Only the top frame knows whether it can draw a card.
    target: frameId === undefined ? allowed : { tabId, frameIds: [...new Set([0, frameId])] },
    func: (...args: [InvokedBy, Query | null, string | null, boolean]) =>
      globalThis.keycardLookupInvoked?.(
        args[0],
        args[1] ?? undefined,
        args[2] ?? undefined,
        args[3],
      ),
    args: [by, query ?? null, word ?? null, frameId !== undefined && frameId !== 0],
  });
  return results.flatMap(({ frameId, result }) => {
    const report = invocationReport.safeParse(result).data;
    return report ? [{ frameId, report }] : [];
  });
}

async function isWithdrawn(
  { scripting }: Pick<WorkerBrowser, "scripting">,
  tabId: number,
  frameId: number,
): Promise<boolean> {
  const [answer] = await scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: () => globalThis.keycardLookupKeyboard?.isWithdrawn(),
  });
  return answer?.result === true;
}

/** Registers the listeners for the context menus and for the commands. */
export function listenToMenuAndCommand(
  {
    browser,
    native,
  }: SidePanelParts & {
    browser: AskingBrowser & Pick<WorkerBrowser, "contextMenus" | "commands">;
  },
  settings: FollowedSettings,
): void {
  const parts = inspectParts(browser, settings);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === OPEN_SIDE_PANEL) void openSidePanel({ browser, native }, tab?.id);
    if (info.menuItemId !== MENU_ITEM && info.menuItemId !== SELECTION_ITEM) return;
    const remember = tab?.incognito ? async () => {} : parts.remember;
    void settings.current().then((current) => {
      const target = menuTarget(info, patternsOf(current));
      return inspectFromMenu({ ...parts, remember }, target, tab?.id, info.frameId);
    });
  });
  browser.commands.onCommand.addListener(async (command, front) => {
    if (command === OPEN_SIDE_PANEL) return openSidePanel({ browser, native }, front?.id);
    if (command !== COMMAND) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await inspectFocus(parts, tab?.id);
  });
}

/**
 * Creates the menu items at each start of the worker, although they outlive it: Firefox drops them when the add-on is
 * turned off or allowed in private windows, and reports neither (not even through `onInstalled`).
 */
export async function createMenu({
  contextMenus,
}: Pick<WorkerBrowser, "contextMenus">): Promise<void> {
  await contextMenus.removeAll();
  contextMenus.create({
    id: SELECTION_ITEM,
    title: t("extension.menuSelection"),
    contexts: ["selection"],
  });
  contextMenus.create({
    id: MENU_ITEM,
    title: t("extension.menu"),
    contexts: ["link", "editable"],
  });
  createSidePanelItem({ contextMenus });
}
