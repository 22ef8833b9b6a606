import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Query } from "../../lib/query.ts";
import { useFollowed } from "./use-followed.ts";

/**
 * Whom the panel stays with: undefined until that is known, null for nobody. The browser session keeps it, so that the
 * panel can be closed and opened again, and the panels of all windows stay with the same person; a private window's
 * panel keeps it for itself.
 */
export function usePinned({
  pinnedInspected,
  pinInspected,
  on,
}: Pick<BackgroundApi, "pinnedInspected" | "pinInspected" | "on">): [
  Query | null | undefined,
  (query: Query | null) => void,
] {
  const kept = useFollowed(pinnedInspected, on, "pinned");
  const [pinned, setPinned] = useState(kept);
  useEffect(() => setPinned(kept), [kept]);
  return [
    pinned,
    (query) => {
      setPinned(query);
      // One that got lost is a pin that ends with the panel.
      void pinInspected({ query }).catch(() => undefined);
    },
  ];
}
