import { useEffect, useState } from "preact/hooks";
import { NARROWABLE_KINDS } from "../../lib/directory/narrowable.ts";
import { settled } from "../answer/settled.ts";
import type { NarrowableLists } from "./narrow-options.ts";
import type { SearchStore } from "./search-store.ts";

const NONE: NarrowableLists = { roles: undefined, groups: undefined };

/** The zone's roles and groups, each as soon as they arrive. */
export function useNarrowables({ narrowables }: Pick<SearchStore, "narrowables">): NarrowableLists {
  const [lists, setLists] = useState(NONE);
  useEffect(() => {
    let isWanted = true;
    for (const kind of NARROWABLE_KINDS)
      void settled(narrowables({ kind })).then((list) => {
        if (isWanted) setLists((known) => ({ ...known, [kind]: list }));
      });
    return () => {
      isWanted = false;
    };
  }, [narrowables]);
  return lists;
}
