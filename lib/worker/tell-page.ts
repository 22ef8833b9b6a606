import type { ToEveryFrame, ToSubFrames, ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelopes } from "../contract/envelope.ts";
import type { WorkerBrowser } from "./browser.ts";

type Tabs = Pick<WorkerBrowser, "tabs">;

/** Sends a message to the content script in a tab's top frame. Rejects if no one is listening. */
export async function tellTopFrame(
  { tabs }: Tabs,
  tabId: number,
  message: Envelopes<ToTopFrame>,
): Promise<void> {
  await tabs.sendMessage(tabId, message, { frameId: 0 });
}

/** Sends a message to the content scripts in the sub-frames; the one in the top frame ignores it. */
export async function tellSubFrames(
  { tabs }: Tabs,
  tabId: number,
  message: Envelopes<ToSubFrames>,
): Promise<void> {
  // Rejects if there is no frame.
  await tabs.sendMessage(tabId, message, {}).catch(() => undefined);
}

/**
 * Sends a message to every content script in all tabs, without waiting: in some pages no one is listening, and a page
 * that is frozen or hangs never answers.
 */
export async function tellEveryFrame(
  { tabs }: Tabs,
  message: Envelopes<ToEveryFrame>,
): Promise<void> {
  const open = await tabs.query({});
  for (const { id = tabs.TAB_ID_NONE } of open)
    void tabs.sendMessage(id, message, {}).catch(() => undefined);
}
