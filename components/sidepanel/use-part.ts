import { useEffect, useState } from "preact/hooks";
import type { Belongings } from "../../lib/directory/belongings.ts";
import { settled } from "../answer/settled.ts";

export interface Part<T> {
  /** Undefined while it loads. */
  belongings: Belongings<T> | undefined;
  again: () => void;
}

/** The owner of the part: a user's ID, and the user's zone. */
export interface Owner {
  owner: string;
  zoneId: string;
}

/**
 * Loads one part of the inspector, which fails and is retried independently.
 *
 * @param turn counts how often the whole record was requested: each time, so is the part
 */
export function usePart<T>(
  load: (params: { owner: string; zoneId: string }) => Promise<Belongings<T>>,
  { owner, zoneId }: Owner,
  turn: number,
): Part<T> {
  const [tries, setTries] = useState(0);
  const [belongings, setBelongings] = useState<Belongings<T>>();
  useEffect(() => {
    let isCurrent = true;
    setBelongings(undefined);
    void settled(load({ owner, zoneId })).then((come) => {
      if (isCurrent) setBelongings(come);
    });
    return () => {
      isCurrent = false;
    };
  }, [load, owner, zoneId, turn, tries]);
  return { belongings, again: () => setTries((before) => before + 1) };
}
