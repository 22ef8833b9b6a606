import type { Connections } from "../connection/connection.ts";
import { NEWS } from "../contract/news.ts";
import { createJobQueue } from "../job-queue.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import type { PagesBrowser, WorkerBrowser } from "./browser.ts";
import { watchIdleness } from "./lock.ts";
import { syncSites } from "./sites.ts";
import { tellEveryFrame } from "./tell-page.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

/** What is needed to follow the policy. */
interface PolicyParts {
  browser: PagesBrowser & Pick<WorkerBrowser, "alarms" | "storage">;
  settings: FollowedSettings;
  connections: Pick<Connections, "followPolicy" | "lockIfIdle">;
  sleep: (ms: number) => Promise<void>;
}

/** No policy, and no warning. */
const NONE = JSON.stringify({ policy: {}, warnings: [] });

/**
 * Follows the organization's browser policy. Registers a listener; call it when the worker starts.
 *
 * @returns a function that waits until a policy is applied, or until the given number of ms is over
 */
export function followPolicy(parts: PolicyParts): (ms: number) => Promise<void> {
  let tell: () => void = () => undefined;
  const came = new Promise<void>((resolve) => {
    tell = resolve;
  });
  /** One after another: the later one has the newer policy. */
  const inTurn = createJobQueue();
  const follow = async () => {
    if (await inTurn(() => applyNew(parts))) tell();
  };
  parts.browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void follow();
  });
  void follow();
  return (ms) => Promise.race([came, parts.sleep(ms)]);
}

/**
 * Stored only when all is done, so that a worker that was stopped on the way starts again. @returns whether there is a
 * policy
 */
async function applyNew({ browser, settings, connections }: PolicyParts): Promise<boolean> {
  const { session, managed } = browser.storage;
  const now = JSON.stringify(await settings.takePolicy(() => managed.get()));
  const { [NEWS.policy]: applied = NONE } = await session.get(NEWS.policy);
  if (applied === now) return now !== NONE;
  await connections.followPolicy();
  await watchIdleness(browser, connections);
  await syncSites(browser, settings);
  await tellAllPagesSettings(browser, settings);
  // Each script asks whether its site is still on.
  await tellEveryFrame(browser, { type: "sitesChanged" });
  await session.set({ [NEWS.policy]: now });
  return now !== NONE;
}
