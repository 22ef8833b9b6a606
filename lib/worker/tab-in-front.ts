import type { WorkerBrowser } from "./browser.ts";

/** The tab that the user is looking at, with the popup above it. */
export async function tabInFront({
  tabs,
}: Pick<WorkerBrowser, "tabs">): Promise<number | undefined> {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
