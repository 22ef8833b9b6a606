import type { ExtensionBrowser } from "./browser.ts";

/** Stops the service worker as the browser does after idling. @throws Error if it isn't running */
export async function killWorker(browser: ExtensionBrowser): Promise<void> {
  if (!(await stopWorker(browser))) throw new Error("The service worker isn't running.");
}

/** @returns whether the service worker was running */
export async function stopWorker({ context, extensionId }: ExtensionBrowser): Promise<boolean> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(extensionId),
  );
  if (worker) await cdp.send("Target.closeTarget", { targetId: worker.targetId });
  await cdp.detach();
  return worker !== undefined;
}
