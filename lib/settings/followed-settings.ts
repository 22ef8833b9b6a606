import { createTurns } from "../in-turn.ts";
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
 * The settings and the policy over them, as long as the worker lives: read once from storage, and what is changed since
 * is known from the change itself, for nobody else writes them.
 */
export interface FollowedSettings {
  /** What holds. Nobody reads what is stored by another way, so nobody can miss the policy. */
  current(): Promise<Settings>;
  /** What the organization has set, and what of that is wrong. */
  policy(): Promise<PolicyReading>;
  /**
   * Changes some of what the person has chosen, as far as that is theirs to change; it holds when this has resolved.
   *
   * @param beside what is stored in the same stroke under keys of its own: all of it, or nothing
   */
  change(change: Partial<Choosable>, beside?: Record<string, unknown>): Promise<void>;
  /**
   * Takes over what the browser says now that the organization has set.
   *
   * @param managed asks the browser; rejects in Firefox when there is no policy
   */
  takePolicy(managed: () => Promise<Record<string, unknown>>): Promise<PolicyReading>;
  /** Stores settings of an older version in this one, once the extension was updated. */
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
  /** One after another: each adds to what the one before has stored. */
  const inTurn = createTurns();

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

/** What is read once, however often it is asked for; what could not be read is read again. */
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
