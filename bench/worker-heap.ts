import type { CDPSession } from "@playwright/test";
import type { ExtensionBrowser } from "../tests/harness/browser.ts";

/**
 * Bytes in use on the service worker's JavaScript heap after a full garbage collection. Playwright can't open a session
 * for a worker (1.65), so messages are nested in other messages, as in tests/harness/popup.ts.
 */
export async function workerHeap(browser: ExtensionBrowser): Promise<number> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const cdp = await browser.context.newCDPSession(page);
  const { sessionId } = await cdp.send("Target.attachToTarget", {
    targetId: await workerTarget(cdp, browser.extensionId),
    flatten: false,
  });
  await tell(cdp, sessionId, 1, "HeapProfiler.collectGarbage");
  const { usedSize } = (await tell(cdp, sessionId, 2, "Runtime.getHeapUsage")) as {
    usedSize: number;
  };
  await cdp.send("Target.detachFromTarget", { sessionId });
  await cdp.detach();
  return usedSize;
}

async function workerTarget(cdp: CDPSession, extensionId: string): Promise<string> {
  const { targetInfos } = await cdp.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(extensionId),
  );
  if (!worker) throw new Error("The service worker isn't running.");
  return worker.targetId;
}

/** Sends one message to a target, and waits for its reply. */
async function tell(
  cdp: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<unknown> {
  const answered = new Promise<unknown>((resolve, reject) => {
    cdp.on("Target.receivedMessageFromTarget", ({ message }) => {
      const reply = JSON.parse(message) as {
        id?: number;
        result?: unknown;
        error?: { message: string };
      };
      if (reply.id !== id) return;
      if (reply.error) reject(new Error(`${method}: ${reply.error.message}`));
      else resolve(reply.result);
    });
  });
  const message = JSON.stringify({ id, method });
  await cdp.send("Target.sendMessageToTarget", { sessionId, message });
  return answered;
}
