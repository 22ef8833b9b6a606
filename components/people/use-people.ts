import type { BackgroundApi } from "../../lib/contract/background.ts";
import { fitting } from "./attention.ts";
import type { ListFacts } from "./list-facts.ts";
import type { PeopleStore } from "./people-store.ts";
import type { Mentioned, Row } from "./row.ts";
import { useListNames } from "./use-list-names.ts";
import { useRows } from "./use-rows.ts";

/** The current state of a list of people, from which its heading, tools and table are made. */
export interface People {
  mentioned: readonly Mentioned[];
  store: PeopleStore;
  /** All lines, in order. */
  rows: readonly Row[];
  /** Those that pass the filter. */
  shown: readonly Row[];
  /** Whether anyone was looked up. */
  isLookedUp: boolean;
  beside: ListFacts;
}

export function usePeople(
  mentioned: readonly Mentioned[],
  store: PeopleStore,
  inspectNames: BackgroundApi["inspectNames"],
): People {
  const nameOf = useListNames(store, inspectNames);
  const rows = useRows(mentioned, store, nameOf);
  return {
    mentioned,
    store,
    rows,
    shown: fitting(rows, store.filter.value),
    isLookedUp: rows.some(({ answer }) => answer),
    beside: { zone: store.zone.value, nameOf },
  };
}

/** How many different people the lines are of: absent, uncertain and failed ones don't count. */
export const peopleIn = (rows: readonly Row[]): number =>
  new Set(rows.flatMap(({ user }) => user?.id ?? [])).size;
