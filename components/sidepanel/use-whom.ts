import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Query } from "../../lib/query.ts";
import { useFollowed } from "./use-followed.ts";

export interface Whom {
  /** Both are known: before that nobody is looked up, who would be shown for a moment only. */
  isKnown: boolean;
  /** Undefined: nobody was looked up yet. */
  query: Query | undefined;
  /** The panel stays with them, whoever else is looked up. */
  isPinned: boolean;
  pin: (on: boolean) => void;
  /** Somebody was opened in the panel itself: it shows them, and a pin goes on to them. */
  open: (query: Query) => void;
}

/**
 * Whom the panel shows: the one that it is pinned to, else whoever was looked up last. The browser session keeps both, so
 * that the panel can be closed and opened again, and the panels of all windows show the same person; a private window's
 * panel keeps whom it opens or pins for itself.
 */
export function useWhom(
  background: Pick<
    BackgroundApi,
    "lastInspected" | "inspect" | "pinnedInspected" | "pinInspected" | "on"
  >,
): Whom {
  const { on } = background;
  const [last, setLast] = useChosen(useFollowed(background.lastInspected, on, "inspected"));
  const [pinned, setPinned] = useChosen(useFollowed(background.pinnedInspected, on, "pinned"));

  // A message that got lost is a choice that ends with the panel.
  function keepPinned(query: Query | null) {
    setPinned(query);
    void background.pinInspected({ query }).catch(() => undefined);
  }

  const query = pinned ?? last ?? undefined;
  return {
    isKnown: pinned !== undefined && last !== undefined,
    query,
    isPinned: Boolean(pinned),
    pin: (isOn) => keepPinned(isOn && query ? query : null),
    open(opened) {
      setLast(opened);
      void background.inspect({ query: opened }).catch(() => undefined);
      if (pinned) keepPinned(opened);
    },
  };
}

/** What the background keeps, or what was chosen here since. */
function useChosen(kept: Query | null | undefined) {
  const [chosen, choose] = useState(kept);
  useEffect(() => choose(kept), [kept]);
  return [chosen, choose] as const;
}
