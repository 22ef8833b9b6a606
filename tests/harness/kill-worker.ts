import type { ExtensionBrowser } from "./browser.ts";

/** Stops the service worker as the browser does when it has been idle. */
export async function killWorker({ context, extensionId }: ExtensionBrowser): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(extensionId),
  );
  if (!worker) throw new Error("The service worker does not run.");
  await cdp.send("Target.closeTarget", { targetId: worker.targetId });
  await cdp.detach();
}
