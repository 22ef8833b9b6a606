import { type ReadonlySignal, signal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { said } from "../parts/said.ts";
import { Bones } from "./bones.tsx";
import type { Rest } from "./rest.ts";
import { Setup } from "./setup.tsx";

type Loaded =
  | { state: "away" }
  | { state: "here"; rest: Rest }
  /** The extension was updated or removed below the open popup. */
  | { state: "lost" };

/** The popup's second step, which is loaded once, when it is wanted or before. */
export interface RestStore {
  loaded: ReadonlySignal<Loaded>;
  /** Has it loaded, if it is not yet. It never rejects. */
  load(): Promise<void>;
}

/** @param load fetches the second step's code and styles */
export function createRestStore(load: () => Promise<Rest>): RestStore {
  const loaded = signal<Loaded>({ state: "away" });
  let loading: Promise<void> | undefined;
  async function loadOnce(): Promise<void> {
    try {
      loaded.value = { state: "here", rest: await load() };
    } catch {
      loaded.value = { state: "lost" };
    }
  }
  return {
    loaded,
    load() {
      loading ??= loadOnce();
      return loading;
    },
  };
}

export interface LaterProps {
  store: RestStore;
  /** What the second step draws. */
  children: (rest: Rest) => VNode;
}

/** A view of the second step. Until it is loaded its shape stands there, and where it can't be loaded, the way on. */
export function Later({ store, children }: LaterProps) {
  const loaded = store.loaded.value;
  useEffect(() => void store.load(), [store]);
  switch (loaded.state) {
    case "here":
      return children(loaded.rest);
    case "away":
      return <Bones />;
    case "lost":
      // What could not be loaded once is not asked for again by the same document: Chromium keeps the failure
      // (https://github.com/whatwg/html/issues/6768).
      return (
        <Setup
          said={said("popup.lost")}
          button={t("popup.loadAgain")}
          onClick={() => location.reload()}
        />
      );
  }
}
