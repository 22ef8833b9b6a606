import type { Page } from "@playwright/test";

/**
 * Presses the shortcut of a command, as the browser receives it.
 *
 * @param letter with Alt and Shift: K looks up, L opens the side panel
 */
export async function pressCommand(page: Page, letter: "K" | "L" = "K"): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  // A browser shortcut needs the native key code; `page.keyboard` sends none.
  await cdp.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    modifiers: 1 | 8,
    key: letter,
    code: `Key${letter}`,
    windowsVirtualKeyCode: letter.charCodeAt(0),
    nativeVirtualKeyCode: letter.charCodeAt(0),
  });
  await cdp.detach();
}
