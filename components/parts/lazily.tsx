import type { ComponentType, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { useKept } from "./kept.ts";
import { loadOnce } from "./load-once.ts";

/**
 * A component whose code is loaded on first render. Until then nothing is drawn; afterwards it is drawn at once,
 * everywhere.
 *
 * @param load fetches it
 * @param lost shown if that fails
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
