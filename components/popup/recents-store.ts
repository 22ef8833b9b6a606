import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent, RecentlySeen } from "../../lib/contract/recent.ts";

export interface RecentsStore {
  recents: ReadonlySignal<readonly RecentlySeen[]>;
  load(): Promise<void>;
  remember(shown: Recent): Promise<void>;
  forget(): Promise<void>;
}

/** Who the popup has shown before. A lost message only makes the list shorter. */
export function createRecentsStore(
  background: Pick<BackgroundApi, "recents" | "rememberRecent" | "forgetRecents">,
): RecentsStore {
  const recents = signal<readonly RecentlySeen[]>([]);
  async function load(): Promise<void> {
    recents.value = await background.recents().catch(() => recents.value);
  }
  const thenLoad = (change: Promise<void>) => change.then(load, load);
  return {
    recents,
    load,
    remember: ({ query, name, seen }) =>
      thenLoad(background.rememberRecent({ query, name, ...(seen && { seen }) })),
    forget: () => thenLoad(background.forgetRecents()),
  };
}
