import { gecko } from "../../../lib/manifest.ts";
import type { Sendable, Sent } from "../sendable.ts";
import { evaluateIn } from "./documents.ts";
import { inputTo } from "./input.ts";
import type { Marionette } from "./marionette.ts";

/** A document of the extension that Firefox shows next to the page: the toolbar popup, or the sidebar. */
export interface OwnWindow {
  /** Runs a function in it. */
  read<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
  /** Types a text, key by key. */
  type(text: string): Promise<void>;
  /** @param keys such as `Enter` or `Shift+Tab` */
  press(keys: string): Promise<void>;
  /** A mouse click; the position in CSS px of its document. */
  click(place: { x: number; y: number }): Promise<void>;
  close(): Promise<void>;
}

/** How Firefox builds its IDs from the extension's. */
const WIDGET = gecko.id.replace(/[@.]/g, "_");

/** Clicks the extension's toolbar button, and waits for the popup. */
export async function openPopup(marionette: Marionette): Promise<OwnWindow> {
  const { x, y } = await marionette.chrome(placeOfButton, `${WIDGET}-browser-action`);
  const mouse = inputTo({ ...marionette, content: marionette.window }, async () => undefined);
  await mouse.move(x, y);
  await mouse.click();
  return openedPopup(marionette);
}

/** The popup in its panel, opened by something else: waits until it is there. */
export const openedPopup = (marionette: Marionette): Promise<OwnWindow> =>
  ownWindow(marionette, "browser.webextension-popup-browser", "popup.html");

/** Opens the sidebar as the browser's menu does. */
export async function openSidebar(marionette: Marionette): Promise<OwnWindow> {
  await marionette.chrome((command) => SidebarController.show(command), `${WIDGET}-sidebar-action`);
  return openedSidebar(marionette);
}

/** Presses one of the extension's shortcuts in the browser, such as `Alt+Shift+L`. */
export const pressBrowserKeys = (marionette: Marionette, keys: string): Promise<void> =>
  inputTo({ ...marionette, content: marionette.window }, async () => undefined).pressShortcut(keys);

/** The sidebar, opened by something else: waits until it is there. */
export const openedSidebar = (marionette: Marionette): Promise<OwnWindow> =>
  ownWindow(marionette, "browser#webext-panels-browser", "sidepanel.html");

/** The browser's number of windows. */
export const countWindows = (marionette: Marionette): Promise<number> =>
  marionette.chrome(() => [...Services.wm.getEnumerator("navigator:browser")].length);

async function ownWindow(
  marionette: Marionette,
  selector: string,
  page: string,
): Promise<OwnWindow> {
  const browserId = await marionette.chrome(findOwn, selector, page);
  const giveKeyboard = () => marionette.chrome(focusOwn, selector);
  await giveKeyboard();
  const keyboard = inputTo({ ...marionette, content: marionette.window }, giveKeyboard);
  return {
    read: (run, ...args) => evaluateIn(marionette, browserId, run, ...args),
    type: keyboard.type,
    press: keyboard.press,
    click: (place) => marionette.chrome(clickOwn, selector, place),
    close: () => marionette.chrome(closeOwn),
  };
}

/**
 * Runs in the browser's window, like all functions below. Moves the button from the extensions menu into the toolbar.
 */
function placeOfButton(widget: string) {
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
  const button = document
    .getElementById(widget)
    ?.querySelector(".unified-extensions-item-action-button");
  if (!button) throw new Error("The toolbar has no button of the extension.");
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Waits until the document is loaded and shown. @returns Firefox's ID for it */
async function findOwn(selector: string, page: string): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const own = [document, SidebarController.browser.contentDocument]
      .map((each) => each?.querySelector<Own>(selector))
      .find((each) => each?.currentURI?.spec.endsWith(page));
    if (own && own.getBoundingClientRect().height > 0 && !own.webProgress.isLoadingDocument)
      return own.browserId;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${page} hasn't opened.`);
}

/** Without a display the browser's window keeps the focus, although its popup has requested it (Firefox 153). */
function focusOwn(selector: string): void {
  for (const each of [document, SidebarController.browser.contentDocument])
    each?.querySelector<Own>(selector)?.focus();
}

/**
 * A click through the browser's window, which finds the document at the position by itself. WebDriver's mouse doesn't
 * reach a popup: it is sent to the window's own widget, and a popup has another one (Firefox 153).
 */
function clickOwn(selector: string, { x, y }: { x: number; y: number }): void {
  const own = [document, SidebarController.browser.contentDocument]
    .map((each) => each?.querySelector(selector))
    .find((each) => each);
  const around = own?.ownerDocument.defaultView as unknown as Clickable | undefined;
  if (!own || !around) throw new Error("It is closed.");
  const { left, top } = own.getBoundingClientRect();
  for (const type of ["mousemove", "mousedown", "mouseup"])
    around.synthesizeMouseEvent(type, left + x, top + y, {
      clickCount: 1,
      buttons: type === "mousedown" ? 1 : 0,
    });
}

function closeOwn(): void {
  for (const panel of document.querySelectorAll<Panel>("panel[panelopen]")) panel.hidePopup();
  SidebarController.hide();
}

/** What the browser's window has and TypeScript doesn't know. */
interface Own extends HTMLElement {
  browserId: number;
  currentURI?: { spec: string };
  webProgress: { isLoadingDocument: boolean };
}
interface Clickable {
  synthesizeMouseEvent(type: string, x: number, y: number, data: object): void;
}
interface Panel extends HTMLElement {
  hidePopup(): void;
}
declare const Services: { wm: { getEnumerator(type: string): Iterable<Window> } };
declare const CustomizableUI: {
  AREA_NAVBAR: string;
  addWidgetToArea(widget: string, area: string): void;
};
declare const SidebarController: {
  browser: { contentDocument: Document | null };
  show(command: string): Promise<void>;
  hide(): void;
};
