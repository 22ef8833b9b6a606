import { useEffect, useState } from "preact/hooks";
import type { Belongings } from "../../lib/directory/belongings.ts";
import { settled } from "../answer/settled.ts";

export interface Part<T> {
  /** Undefined while it loads. */
  belongings: Belongings<T> | undefined;
  again: () => void;
}

/**
 * Loads one part of the inspector; it fails, and is tried again, by itself.
 *
 * @param turn counts how often the whole record was asked for: the part is then asked for too
 */
export function usePart<T>(
  load: (owner: string) => Promise<Belongings<T>>,
  owner: string,
  turn: number,
): Part<T> {
  const [tries, setTries] = useState(0);
  const [belongings, setBelongings] = useState<Belongings<T>>();
  useEffect(() => {
    let wanted = true;
    setBelongings(undefined);
    void settled(load(owner)).then((come) => {
      if (wanted) setBelongings(come);
    });
    return () => {
      wanted = false;
    };
  }, [load, owner, turn, tries]);
  return { belongings, again: () => setTries((before) => before + 1) };
}
