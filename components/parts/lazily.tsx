import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useEffect } from "preact/hooks";

type Loaded<P> =
  | { state: "away" }
  | { state: "here"; Component: ComponentType<P> }
  /** The extension was updated or removed below the open page. */
  | { state: "lost" };

/**
 * A component whose code is loaded when it is first drawn. Nothing stands in its place until then; from then on it is
 * drawn at once, wherever it is.
 *
 * @param load fetches it
 * @param lost what stands there where that fails; it is not tried again, for the browser keeps the failure as long as
 *   the document lives (https://github.com/whatwg/html/issues/6768)
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  lost: () => VNode,
): ComponentType<P> {
  const loaded = signal<Loaded<P>>({ state: "away" });
  let isLoading = false;

  async function loadOnce(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    try {
      loaded.value = { state: "here", Component: await load() };
    } catch {
      loaded.value = { state: "lost" };
    }
  }

  return function Lazily(props: P) {
    const now = loaded.value;
    useEffect(() => void loadOnce(), []);
    switch (now.state) {
      case "here":
        return <now.Component {...props} />;
      case "away":
        return null;
      case "lost":
        return lost();
    }
  };
}
