import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { said } from "../parts/said.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import type { Rest } from "./rest.ts";
import { Setup } from "./setup.tsx";

/** The popup's second step, loaded once: when it is needed, or before. */
export type RestStore = LoadedOnce<Rest>;

export interface LaterProps<Part> {
  store: LoadedOnce<Part>;
  /** Draws with the second step. */
  children: (rest: Part) => VNode;
}

/** A view of the second step. Until that is loaded, an outline is shown; if it can't be loaded, a way on. */
export function Later<Part = Rest>({ store, children }: LaterProps<Part>) {
  const loaded = useKept(store.loaded);
  useEffect(() => void store.load(), [store]);
  switch (loaded.state) {
    case "here":
      return children(loaded.value);
    case "away":
      return <ListSkeleton />;
    case "lost":
      // The same document can't retry it (load-once.ts).
      return (
        <Setup
          said={said("popup.lost")}
          button={t("popup.loadAgain")}
          onClick={() => location.reload()}
        />
      );
  }
}
