import type { ComponentType, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { useKept } from "./kept.ts";
import { loadOnce } from "./load-once.ts";

/**
 * A component whose code is loaded when it is first drawn. Nothing stands in its place until then; from then on it is
 * drawn at once, wherever it is.
 *
 * @param load fetches it
 * @param lost what stands there where that fails
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  lost: () => VNode,
): ComponentType<P> {
  const store = loadOnce(load);

  return function Lazily(props: P) {
    const now = useKept(store.loaded);
    useEffect(() => void store.load(), []);
    switch (now.state) {
      case "here":
        return <now.value {...props} />;
      case "away":
        return null;
      case "lost":
        return lost();
    }
  };
}
