import type { CDPSession, Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/**
 * The toolbar popup, driven over the debugging protocol: it is no page that Playwright lists
 * (Chromium 156, Playwright 1.65).
 */
export interface Popup {
  /** The value of an expression in the popup's document. */
  read<T>(expression: string): Promise<T>;
  /** Waits until an expression is true. */
  until(expression: string): Promise<void>;
  type(text: string): Promise<void>;
  /** @param key such as `Enter`, `ArrowDown`, `Shift+Tab` */
  press(key: string): Promise<void>;
  /** A PNG of the popup as the browser paints it. */
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
};

/** The bit of the debugging protocol for the Shift key. */
const SHIFT = 8;

/** Attaches to the popup that is open, or waits for it. */
export async function attachPopup({ context, extensionId }: ExtensionBrowser): Promise<Popup> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const targetId = await waitForTarget(cdp, `chrome-extension://${extensionId}/popup.html`);
  const send = await attach(cdp, targetId);

  async function read<T>(expression: string): Promise<T> {
    const { result } = (await send("Runtime.evaluate", { expression, returnByValue: true })) as {
      result: { value: T };
    };
    return result.value;
  }

  return {
    read,
    async until(expression) {
      for (let tries = 0; !(await read<boolean>(`Boolean(${expression})`)); tries++) {
        if (tries > 200)
          throw new Error(
            `The popup never came to: ${expression}\n${await read("document.body.innerText")}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async type(text) {
      await send("Input.insertText", { text });
    },
    async press(keys) {
      const key = keys.replace("Shift+", "");
      const modifiers = key === keys ? 0 : SHIFT;
      const code = KEY_CODES[key];
      if (code === undefined) throw new Error(`No key code known for ${key}.`);
      for (const type of ["rawKeyDown", "keyUp"])
        await send("Input.dispatchKeyEvent", {
          type,
          key,
          modifiers,
          code: key,
          windowsVirtualKeyCode: code,
        });
    },
    async screenshot() {
      const { data } = (await send("Page.captureScreenshot", { format: "png" })) as {
        data: string;
      };
      return Buffer.from(data, "base64");
    },
  };
}

/**
 * Opens the popup over a page as a click on the toolbar's button does, which lets the extension read that page once
 * (`activeTab`). The browser must be started with `--enable-unsafe-extension-debugging`.
 */
export async function openPopupByHand(
  { context, extensionId }: ExtensionBrowser,
  page: Page,
): Promise<void> {
  await page.bringToFront();
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("The browser has no debugging session of its own.");
  // Playwright's types know neither of the two.
  const send = cdp.send.bind(cdp) as unknown as (method: string, params: object) => unknown;
  const { targetInfos } = (await send("Target.getTargets", { filter: [{ type: "tab" }] })) as {
    targetInfos: { url: string; targetId: string }[];
  };
  const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId;
  await send("Extensions.triggerAction", { id: extensionId, targetId });
  await cdp.detach();
}

async function waitForTarget(cdp: CDPSession, url: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const { targetInfos } = await cdp.send("Target.getTargets");
    const found = targetInfos.find(
      (target) => target.url.startsWith(url) && target.type === "page",
    );
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The popup did not open.");
}

interface Reply {
  result?: unknown;
  error?: { message: string };
}

type Send = (method: string, params?: object) => Promise<unknown>;

/** Playwright keeps flat sessions to itself; the older kind sends messages inside messages. */
async function attach(cdp: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (message: Reply) => void>();
  cdp.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Reply & { id?: number };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  return async (method, params = {}) => {
    const id = ++last;
    const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    await cdp.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
