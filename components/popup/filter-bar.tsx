import { t } from "../../lib/i18n.ts";
import { inertLine } from "../parts/unseen.ts";
import { choiceOf, FILTER_NAMES, type FilterName, filterChoices } from "./search-filters.ts";
import type { FoundByText, SearchStore } from "./search-store.ts";

/** The properties in which the users found differ, each as a filter. Nothing if there is nothing to choose. */
export function FilterBar({ store, found }: { store: SearchStore; found: FoundByText }) {
  const { filters } = store.choice.value;
  const choices = filterChoices(found.users, filters);
  const offered = FILTER_NAMES.filter((name) => choices[name].length > 0);
  if (offered.length === 0) return null;

  function choose(name: FilterName, value: string) {
    const { [name]: _, ...others } = filters;
    store.filter(choiceOf(value === "" ? others : { ...others, [name]: value }));
  }

  return (
    <fieldset class="filters">
      <legend class="heard-only">{t("search.filters")}</legend>
      {offered.map((name) => (
        <select
          key={name}
          class={filters[name] === undefined ? "select" : "select is-chosen"}
          aria-label={t(`search.filter.${name}`)}
          value={filters[name] ?? ""}
          onChange={(event) => choose(name, event.currentTarget.value)}
        >
          <option value="">{t(`search.any.${name}`)}</option>
          {choices[name].map((value) => (
            <option key={value} value={value}>
              {inertLine(value)}
            </option>
          ))}
        </select>
      ))}
    </fieldset>
  );
}
