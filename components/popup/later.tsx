import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { said } from "../parts/said.ts";
import { Bones } from "./bones.tsx";
import type { Rest } from "./rest.ts";
import { Setup } from "./setup.tsx";

/** The popup's second step, which is loaded once, when it is wanted or before. */
export type RestStore = LoadedOnce<Rest>;

export interface LaterProps<Part> {
  store: LoadedOnce<Part>;
  /** What the second step draws. */
  children: (rest: Part) => VNode;
}

/** A view of the second step. Until it is loaded its shape stands there, and where it can't be loaded, the way on. */
export function Later<Part = Rest>({ store, children }: LaterProps<Part>) {
  const loaded = useKept(store.loaded);
  useEffect(() => void store.load(), [store]);
  switch (loaded.state) {
    case "here":
      return children(loaded.value);
    case "away":
      return <Bones />;
    case "lost":
      // It is not tried again by the same document (load-once.ts).
      return (
        <Setup
          said={said("popup.lost")}
          button={t("popup.loadAgain")}
          onClick={() => location.reload()}
        />
      );
  }
}
