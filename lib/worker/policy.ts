import { browser } from "wxt/browser";
import { createTurns } from "../in-turn.ts";
import { POLICY_APPLIED } from "../messages/session-keys.ts";
import { takePolicy } from "../settings/policy-copy.ts";
import { watchIdleness } from "./lock.ts";
import type { Services } from "./services.ts";
import { syncSites } from "./sites.ts";
import { tellAllPages } from "./tell-page.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

const { local, session } = browser.storage;

/** What stands for no policy, and no warning. */
const NONE = JSON.stringify({ policy: {}, warnings: [] });

/**
 * Follows what the organization sets in the browser's policies. Registers a listener; call it at the worker's start.
 *
 * @returns a function to wait until something is set and holds, or so many ms are over
 */
export function followPolicy(services: Services): (ms: number) => Promise<void> {
  let tell: () => void = () => undefined;
  const came = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const follow = async () => {
    if (await inTurn(() => applyNew(services))) tell();
  };
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void follow();
  });
  void follow();
  return (ms) => Promise.race([came, new Promise<void>((over) => setTimeout(over, ms))]);
}

/** One after another: the later one has the newer policy. */
const inTurn = createTurns();

/** Noted only once all is done: a worker that died over it begins anew. @returns whether anything is set */
async function applyNew({ connections }: Services): Promise<boolean> {
  const now = JSON.stringify(await takePolicy(local, () => browser.storage.managed.get()));
  const { [POLICY_APPLIED]: applied = NONE } = await session.get(POLICY_APPLIED);
  if (applied === now) return now !== NONE;
  await connections.followPolicy();
  await watchIdleness(connections);
  await syncSites();
  await tellAllPagesSettings();
  // Each script asks whether its site is still on.
  await tellAllPages({ type: "sites" });
  await session.set({ [POLICY_APPLIED]: now });
  return now !== NONE;
}
