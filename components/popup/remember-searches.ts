import { effect } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Narrowed } from "../../lib/contract/narrowed.ts";
import type { SearchStore } from "./search-store.ts";

/**
 * Has the background remember searches, so that the popup can restore them: any click in the page closes it. Nothing is
 * sent while the user types. @returns a function that stops this
 */
export function rememberSearches(
  { text, narrowed, results }: SearchStore,
  { rememberSearch }: Pick<BackgroundApi, "rememberSearch">,
): () => void {
  let told = "";
  let toldWithin: Narrowed | undefined;
  return effect(() => {
    const { state } = results.value;
    // A failure can be a lock, after which nothing must be left behind.
    if (state === "short" || state === "searching" || state === "failed") return;
    // That isn't a search, and can be longer than one.
    if (state === "several") return;
    const now = state === "idle" ? "" : text.peek();
    const within = narrowed.peek();
    if (now === told && within === toldWithin) return;
    told = now;
    toldWithin = within;
    // If it is lost, the user only has to type it again.
    void rememberSearch({ text: now, ...(within && { narrowed: within }) }).catch(() => undefined);
  });
}
