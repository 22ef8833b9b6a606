import { createJobQueue } from "../job-queue.ts";
import type { StorageArea } from "../storage.ts";
import type { PolicyReading } from "./policy.ts";
import { currentPolicy, takePolicy } from "./policy-copy.ts";
import {
  type Choosable,
  readStored,
  type Settings,
  settingsUnder,
  storedAfter,
  storeMigrated,
} from "./settings.ts";

/**
 * The settings and the policy that overrides them, for the lifetime of the worker: read once from storage, then updated
 * by each change itself, because nothing else writes them.
 */
export interface FollowedSettings {
  /** The effective settings. Nothing reads the stored ones in another way, so the policy can't be missed. */
  current(): Promise<Settings>;
  /** What the organization has set, and what is wrong with that. */
  policy(): Promise<PolicyReading>;
  /**
   * Changes some of the user's choices, as far as the user can change them; effective when this has resolved.
   *
   * @param beside what is stored in the same write under keys of its own: all of it, or nothing
   */
  change(change: Partial<Choosable>, beside?: Record<string, unknown>): Promise<void>;
  /**
   * Adopts what the browser says now that the organization has set.
   *
   * @param managed asks the browser; rejects in Firefox if there is no policy
   */
  takePolicy(managed: () => Promise<Record<string, unknown>>): Promise<PolicyReading>;
  /** Stores settings of an older version in the current format, after the extension was updated. */
  migrate(): Promise<void>;
}

/** @param area where they are stored: `storage.local` */
export function followSettings(area: StorageArea): FollowedSettings {
  const stored = once(() => readStored(area));
  const policy = once(() => currentPolicy(area));
  const settings = once(async () => {
    const [at, reading] = await Promise.all([stored.get(), policy.get()]);
    return settingsUnder(reading.policy, at);
  });
  /** One after another: each adds to what the previous one has stored. */
  const inTurn = createJobQueue();

  return {
    current: settings.get,
    policy: policy.get,
    change: (change, beside = {}) =>
      inTurn(async () => {
        const next = storedAfter(await stored.get(), change, (await policy.get()).policy);
        await area.set({ [next.key]: next.stored, ...beside });
        stored.become(next);
        settings.forget();
      }),
    async takePolicy(managed) {
      const reading = await takePolicy(area, managed);
      policy.become(reading);
      settings.forget();
      return reading;
    },
    migrate: () => inTurn(async () => storeMigrated(area, await stored.get())),
  };
}

/** Reads once for all callers; after a failure, the next call reads again. */
function once<T>(read: () => Promise<T>) {
  let known: Promise<T> | undefined;
  return {
    get(): Promise<T> {
      known ??= read().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    become(value: T): void {
      known = Promise.resolve(value);
    },
    forget(): void {
      known = undefined;
    },
  };
}
