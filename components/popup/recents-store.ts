import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent } from "../../lib/contract/recent.ts";

export interface RecentsStore {
  recents: ReadonlySignal<readonly Recent[]>;
  load(): Promise<void>;
  remember(shown: Recent): Promise<void>;
  forget(): Promise<void>;
}

/** Whom the popup has shown before. Lost messages cost no more than a shorter list. */
export function createRecentsStore(
  background: Pick<BackgroundApi, "recents" | "rememberRecent" | "forgetRecents">,
): RecentsStore {
  const recents = signal<readonly Recent[]>([]);
  async function load(): Promise<void> {
    recents.value = await background.recents().catch(() => recents.value);
  }
  const thenLoad = (change: Promise<void>) => change.then(load, load);
  return {
    recents,
    load,
    remember: (shown) => thenLoad(background.rememberRecent(shown)),
    forget: () => thenLoad(background.forgetRecents()),
  };
}
