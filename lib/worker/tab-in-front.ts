import { browser } from "wxt/browser";

/** The tab that the person looks at, which the popup stands over. */
export async function tabInFront(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
