import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { MENTION_MAX_CHARS } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import { clipped } from "../parts/unseen.ts";
import { shownColumns } from "./columns.ts";
import { ListContext } from "./list-facts.ts";
import { PeopleTable } from "./people-table.tsx";
import { PeopleTools } from "./people-tools.tsx";
import type { Row } from "./row.ts";
import { nameIn, sharersIn } from "./row-words.ts";
import type { People } from "./use-people.ts";

/** The query for a line's person. If several share one address, by ID, because the address leads to all of them. */
const personIn = (row: Row): Query =>
  row.user && sharersIn(row).length > 0 ? { kind: "id", value: row.user.id } : row.mentioned.query;

export interface PeopleListProps {
  people: People;
  /** The table's accessible name. */
  label: string;
  /** The list is about to change. */
  stale?: boolean;
  /** The user has come back to the list after opening someone in it. */
  isBack?: boolean;
  onOpen: (query: Query, name: string) => void;
}

/** A list of people: what it lacks, the filters, and its table with whatever is known of them. */
export function PeopleList(props: PeopleListProps) {
  const { people, label, stale = false, isBack = false, onOpen } = props;
  const { mentioned, store, shown, isLookedUp, beside } = people;
  const isBusy = store.run.value.state === "running";
  const isOnPage = mentioned.some(({ onPage }) => onPage);
  const body = useRef<HTMLDivElement>(null);
  const { left } = store;
  useLayoutEffect(() => {
    if (isBack && left && body.current) body.current.scrollTop = left.scrolled;
  }, []);
  return (
    <ListContext.Provider value={beside}>
      <PeopleTools people={people} />
      <div ref={body} class="people-body">
        {shown.length === 0 ? (
          <p class="people-none">{t("people.none")}</p>
        ) : (
          <PeopleTable
            rows={shown}
            columns={shownColumns(isLookedUp, isOnPage)}
            label={label}
            sort={store.sort.value}
            onSort={(sort) => {
              store.sort.value = sort;
            }}
            stale={stale}
            busy={isBusy || stale}
            focused={isBack ? left?.key : undefined}
            onOpen={(row) => {
              store.left = { key: row.key, scrolled: body.current?.scrollTop ?? 0 };
              onOpen(personIn(row), clipped(nameIn(row), MENTION_MAX_CHARS));
            }}
          />
        )}
      </div>
    </ListContext.Provider>
  );
}
