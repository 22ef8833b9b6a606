import type { WorkerBrowser } from "./browser.ts";

/** The tab that the person looks at, which the popup stands over. */
export async function tabInFront({
  tabs,
}: Pick<WorkerBrowser, "tabs">): Promise<number | undefined> {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
