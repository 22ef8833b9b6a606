import type { CDPSession, Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";
import { extensionPage } from "./extension-page.ts";

/**
 * The toolbar popup, driven over the debugging protocol: Playwright doesn't list it as a page (Chromium 156, Playwright
 * 1.65).
 */
export interface Popup {
  /** The value of an expression in the popup's document. */
  read<T>(expression: string): Promise<T>;
  /** Waits until an expression is true. */
  until(expression: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A mouse click in the middle of the element that an expression returns, as soon as it is there. */
  click(element: string): Promise<void>;
  /** A mouse click; the position in CSS px of its window. */
  clickAt(place: { x: number; y: number }): Promise<void>;
  /** @param key such as `Enter`, `ArrowDown`, `Shift+Tab` */
  press(key: string): Promise<void>;
  /** A PNG of the popup's whole document, as the browser paints it; without a display its window has another size. */
  screenshot(): Promise<Buffer>;
}

const KEY_CODES: Record<string, number> = {
  Enter: 13,
  Escape: 27,
  End: 35,
  Home: 36,
  ArrowUp: 38,
  ArrowDown: 40,
  Tab: 9,
  "/": 191,
};

/** The debugging protocol's bit for the Shift key. */
const SHIFT = 8;

/**
 * Attaches to the open popup, or waits for one. There must be a page of the extension, as `connect` leaves one: opening
 * it now would close the popup.
 */
export function attachPopup(browser: ExtensionBrowser): Promise<Popup> {
  return attachBeside(browser, "popup.html");
}

/** The same for the browser's side panel. */
export function attachSidePanel(browser: ExtensionBrowser): Promise<Popup> {
  return attachBeside(browser, "sidepanel.html");
}

async function attachBeside(browser: ExtensionBrowser, name: string): Promise<Popup> {
  const page = await extensionPage(browser);
  await waitUntilShown(page, name);
  const cdp = await browser.context.newCDPSession(page);
  const targetId = await findTarget(cdp, "page", browser.address(name));
  const send = await attach(cdp, targetId);

  async function read<T>(expression: string): Promise<T> {
    const { result } = (await send("Runtime.evaluate", { expression, returnByValue: true })) as {
      result: { value: T };
    };
    return result.value;
  }

  async function until(expression: string): Promise<void> {
    for (let tries = 0; !(await read<boolean>(`Boolean(${expression})`)); tries++) {
      if (tries > 200)
        throw new Error(
          `The popup never came to: ${expression}\n${await read("document.body.innerText")}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function clickAt(place: { x: number; y: number }): Promise<void> {
    const at = { ...place, button: "left", clickCount: 1 };
    await send("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    // A click can close the popup, before the browser has answered that it happened.
    await send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at }).catch(unlessClosed);
  }

  return {
    read,
    until,
    async click(element) {
      await until(element);
      const { x, y, width, height } = await read<DOMRect>(
        `(${element}).getBoundingClientRect().toJSON()`,
      );
      await clickAt({ x: x + width / 2, y: y + height / 2 });
    },
    clickAt,
    async type(text) {
      await send("Input.insertText", { text });
    },
    async press(keys) {
      const key = keys.replace("Shift+", "");
      const modifiers = key === keys ? 0 : SHIFT;
      const code = KEY_CODES[key];
      if (code === undefined) throw new Error(`No key code known for ${key}.`);
      // A button is clicked by the character that Enter types.
      const text = key === "Enter" ? { type: "keyDown", text: "\r" } : { type: "rawKeyDown" };
      // A key can close the popup, too.
      for (const event of [text, { type: "keyUp" }])
        await send("Input.dispatchKeyEvent", {
          ...event,
          key,
          modifiers,
          code: key,
          windowsVirtualKeyCode: code,
        }).catch(unlessClosed);
    },
    async screenshot() {
      // Headless Chromium 156 makes its window 430 by 510, whatever the body's size; a real window has the body's size.
      await read(
        `Object.assign(document.querySelector(".popup").style, { inset: "0 auto auto 0", width: document.body.clientWidth + "px", height: document.body.clientHeight + "px" })`,
      );
      const { width, height } = await read<DOMRect>(
        "document.body.getBoundingClientRect().toJSON()",
      );
      const { data } = (await send("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale: 1 },
      })) as { data: string };
      return Buffer.from(data, "base64");
    },
  };
}

/**
 * Opens the popup over a page as a click on the toolbar button does, which gives the extension access to that page once
 * (`activeTab`). The browser must be started with `--enable-unsafe-extension-debugging`.
 */
export async function openPopupByHand(
  { context, extensionId }: ExtensionBrowser,
  page: Page,
): Promise<void> {
  await page.bringToFront();
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("The browser has no debugging session of its own.");
  // Not in Playwright's types.
  const send = cdp.send.bind(cdp) as unknown as (method: string, params: object) => unknown;
  const targetId = await findTarget(cdp, "tab", page.url());
  await send("Extensions.triggerAction", { id: extensionId, targetId });
  await cdp.detach();
}

/**
 * Waits until the browser has shown the popup, or panel. If a client attaches while it loads, Chromium treats this as
 * inspecting, and opens its developer tools next to it (Chromium 150): they take the focus from the page's window, and
 * look for more to inspect at localhost:9229.
 *
 * @param page a page of the extension
 */
async function waitUntilShown(page: Page, name: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate(isVisible, name)); tries++) {
    if (tries > 200) throw new Error(`The browser did not show ${name}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in a page of the extension. The popup can be in its own window. */
function isVisible(name: string): boolean {
  return chrome.extension
    .getViews()
    .some(
      ({ location, document }) =>
        location.pathname === `/${name}` && document.visibilityState === "visible",
    );
}

/** @throws Error that lists the existing targets if the wanted one hasn't appeared after a while */
async function findTarget(cdp: CDPSession, type: "page" | "tab", url: string): Promise<string> {
  let seen: string[] = [];
  for (let tries = 0; tries < 200; tries++) {
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type }] });
    const found = targetInfos.find((target) => target.url === url);
    if (found) return found.targetId;
    seen = targetInfos.map((target) => target.url);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Chromium has no ${type} at ${url}, only: ${seen.join(", ")}`);
}

interface Reply {
  result?: unknown;
  error?: { message: string };
}

type Send = (method: string, params?: object) => Promise<unknown>;

class PopupClosed extends Error {}

function unlessClosed(error: unknown): void {
  if (!(error instanceof PopupClosed)) throw error;
}

/** Playwright keeps flat sessions to itself; the older kind nests messages inside messages. */
async function attach(cdp: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (message: Reply) => void>();
  const closed = new Promise<never>((_, reject) => {
    cdp.on("Target.detachedFromTarget", (event) => {
      if (event.sessionId === sessionId) reject(new PopupClosed("The popup has closed."));
    });
  });
  // Most popups close when nothing is sent to them.
  closed.catch(() => undefined);
  cdp.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Reply & { id?: number };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  return async (method, params = {}) => {
    const id = ++last;
    const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    const sent = cdp.send("Target.sendMessageToTarget", { sessionId, message });
    // A session that has ended refuses messages, with an error of its own.
    const { result, error } = await Promise.race([closed, sent.then(() => answered)]);
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
