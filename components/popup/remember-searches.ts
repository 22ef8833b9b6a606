import { effect } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Narrowed } from "../../lib/contract/narrowed.ts";
import type { SearchStore } from "./search-store.ts";

/**
 * Has the background remember what is searched for, so that it stands there again: any click in the page closes the
 * popup. While somebody types nothing is told. @returns a function that ends it
 */
export function rememberSearches(
  { text, narrowed, results }: SearchStore,
  { rememberSearch }: Pick<BackgroundApi, "rememberSearch">,
): () => void {
  let told = "";
  let toldWithin: Narrowed | undefined;
  return effect(() => {
    const { state } = results.value;
    // A failure may be a lock, after which nothing is to be left behind.
    if (state === "short" || state === "searching" || state === "failed") return;
    // That is no search, and may be longer than one.
    if (state === "several") return;
    const now = state === "idle" ? "" : text.peek();
    const within = narrowed.peek();
    if (now === told && within === toldWithin) return;
    told = now;
    toldWithin = within;
    // Lost, it costs no more than typing it again.
    void rememberSearch({ text: now, ...(within && { narrowed: within }) }).catch(() => undefined);
  });
}
