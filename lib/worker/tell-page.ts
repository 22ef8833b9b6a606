import type { ToEveryFrame, ToSubFrames, ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelopes } from "../contract/envelope.ts";
import type { WorkerBrowser } from "./browser.ts";

type Tabs = Pick<WorkerBrowser, "tabs">;

/** Tells the content script in a tab's top frame. Rejects when nobody is there to hear. */
export async function tellTopFrame(
  { tabs }: Tabs,
  tabId: number,
  message: Envelopes<ToTopFrame>,
): Promise<void> {
  await tabs.sendMessage(tabId, message, { frameId: 0 });
}

/** Tells the content scripts in the frames inside a page; the top frame's own passes it over. */
export async function tellSubFrames(
  { tabs }: Tabs,
  tabId: number,
  message: Envelopes<ToSubFrames>,
): Promise<void> {
  // Nobody hears it where no frame is.
  await tabs.sendMessage(tabId, message, {}).catch(() => undefined);
}

/**
 * Tells every content script in all tabs, and waits for none: there are pages in which nobody hears it, and a page that is
 * frozen or hangs never answers.
 */
export async function tellEveryFrame(
  { tabs }: Tabs,
  message: Envelopes<ToEveryFrame>,
): Promise<void> {
  const open = await tabs.query({});
  for (const { id = tabs.TAB_ID_NONE } of open)
    void tabs.sendMessage(id, message, {}).catch(() => undefined);
}
