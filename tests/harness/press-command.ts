import type { Page } from "@playwright/test";

/** Presses the keys of the look-up command, Alt+Shift+K, as the browser hears them. */
export async function pressCommand(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  // A browser shortcut needs the native key code; `page.keyboard` sends none.
  await cdp.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    modifiers: 1 | 8,
    key: "K",
    code: "KeyK",
    windowsVirtualKeyCode: 75,
    nativeVirtualKeyCode: 75,
  });
  await cdp.detach();
}
