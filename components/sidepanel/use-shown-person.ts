import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Query } from "../../lib/query.ts";
import { useFollowed } from "./use-followed.ts";

export interface Whom {
  /** Both are known: before that no one is looked up, because they would be shown only for a moment. */
  isKnown: boolean;
  /** Undefined if no one was looked up yet. */
  query: Query | undefined;
  /** The panel stays with them, whoever else is looked up. */
  isPinned: boolean;
  pin: (on: boolean) => void;
  /** Someone was opened in the panel itself: it shows them, and a pin moves to them. */
  open: (query: Query) => void;
}

/**
 * Who the panel shows: the pinned person, or else whoever was looked up last. The browser session stores both, so that
 * the panel can be closed and reopened, and the panels of all windows show the same person; a private window's panel
 * stores its own.
 */
export function useShownPerson(
  background: Pick<
    BackgroundApi,
    "lastInspected" | "inspect" | "pinnedInspected" | "pinInspected" | "on"
  >,
): Whom {
  const { on } = background;
  const [last, setLast] = useChosen(useFollowed(background.lastInspected, on, "inspected"));
  const [pinned, setPinned] = useChosen(useFollowed(background.pinnedInspected, on, "pinned"));

  // If the message is lost, the choice ends with the panel.
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

/** What the background has stored, or what was chosen here since. */
function useChosen(kept: Query | null | undefined) {
  const [chosen, choose] = useState(kept);
  useEffect(() => choose(kept), [kept]);
  return [chosen, choose] as const;
}
