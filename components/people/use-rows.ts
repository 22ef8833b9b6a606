import { useMemo, useRef } from "preact/hooks";
import { queryKey } from "../../lib/query-key.ts";
import type { NameOf } from "../user/thing-names.ts";
import { inOrder, type Sort } from "./order.ts";
import type { PeopleStore } from "./people-store.ts";
import { type Mentioned, type Row, rowsOf } from "./row.ts";

/** An order that is kept while answers arrive. */
interface Standing {
  mentioned: readonly Mentioned[];
  sort: Sort | undefined;
  places: Map<string, number>;
  /** The answers by which mentions are merged in it. */
  answers: PeopleStore["answers"]["value"];
}

/**
 * The table's lines in order. While people are looked up, no line moves away under the pointer or is merged into
 * another, unless the user sorts.
 */
export function useRows(
  mentioned: readonly Mentioned[],
  store: PeopleStore,
  nameOf: NameOf,
): Row[] {
  const answers = store.answers.value;
  const sort = store.sort.value;
  const isRunning = store.run.value.state === "running";
  const standing = useRef<Standing | undefined>(undefined);
  return useMemo(() => {
    const stands = standing.current;
    if (isRunning && stands?.mentioned === mentioned && stands.sort === sort) {
      const rows = rowsOf(mentioned, answers, stands.answers);
      const placeOf = (row: Row) => stands.places.get(queryKey(row.mentioned.query)) ?? 0;
      return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
    }
    const ordered = inOrder(rowsOf(mentioned, answers), sort, nameOf);
    const places = new Map<string, number>();
    for (const [place, { mentioned: one }] of ordered.entries()) {
      const key = queryKey(one.query);
      if (!places.has(key)) places.set(key, place);
    }
    standing.current = { mentioned, sort, places, answers };
    return ordered;
  }, [mentioned, answers, sort, isRunning]);
}
