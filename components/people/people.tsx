import type { Query } from "../../lib/query.ts";
import { shownColumns } from "./columns.ts";
import type { PeopleStore } from "./people-store.ts";
import { PeopleTable } from "./people-table.tsx";
import { PeopleTools } from "./people-tools.tsx";
import type { Mentioned } from "./row.ts";
import { useRows } from "./use-rows.ts";

export interface PeopleProps {
  mentioned: readonly Mentioned[];
  store: PeopleStore;
  /** The table's name. */
  label: string;
  /** The list is about to change. */
  stale?: boolean;
  /** The list is the one that the person has left to see somebody of it. */
  isBack?: boolean;
  onOpen: (query: Query) => void;
}

/** A list of people: what can be done with it, and its table, which has what is known of them once anything is. */
export function People(props: PeopleProps) {
  const { mentioned, store, label, stale = false, isBack = false, onOpen } = props;
  const rows = useRows(mentioned, store);
  const isBusy = store.run.value.state === "running";
  const isLookedUp = store.run.value.state !== "not-yet";
  const isOnPage = mentioned.some(({ onPage }) => onPage);
  const columns = shownColumns(isLookedUp, isOnPage);
  return (
    <>
      <PeopleTools mentioned={mentioned} store={store} rows={rows} />
      <div class="people-body">
        <PeopleTable
          rows={rows}
          columns={columns}
          label={label}
          sort={store.sort.value}
          onSort={(sort) => {
            store.sort.value = sort;
          }}
          stale={stale}
          busy={isBusy || stale}
          focused={isBack ? store.left : undefined}
          onOpen={(row) => {
            store.left = row.key;
            onOpen(row.mentioned.query);
          }}
        />
      </div>
    </>
  );
}
