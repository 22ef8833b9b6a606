import { number, t } from "../../lib/i18n.ts";
import { countsOf, FILTERS } from "./attention.ts";
import type { People } from "./use-people.ts";

/** Filters the list: a button for each kind of line, with the number of lines. Pressed again, it shows all. */
export function FilterChips({ rows, store }: Pick<People, "rows" | "store">) {
  const counts = countsOf(rows);
  const chosen = store.filter.value;
  return (
    <fieldset class="people-filters" aria-label={t("people.filters")}>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          class="people-filter"
          data-filter={filter}
          aria-pressed={filter === chosen}
          // An empty filter can't be chosen, but the chosen one can always be left.
          disabled={counts[filter] === 0 && filter !== chosen && filter !== "all"}
          onClick={() => {
            store.filter.value = filter === chosen ? "all" : filter;
          }}
        >
          {t(`people.filter.${filter}`)} <strong>{number(counts[filter])}</strong>
        </button>
      ))}
    </fieldset>
  );
}
