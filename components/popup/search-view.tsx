import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { ListIcon } from "../icons.tsx";
import { SearchField } from "./search-field.tsx";
import { SearchResults, type SearchResultsProps } from "./search-results.tsx";

export interface SearchViewProps extends SearchResultsProps {
  /** What takes the focus at first. */
  focus: "field" | "on-this-page";
  onListPage: () => void;
}

/** The popup's first view: search, and the way to what is on the page. */
export function SearchView({ focus, onListPage, ...results }: SearchViewProps) {
  const { store, onOpen } = results;
  const listButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus === "on-this-page") listButton.current?.focus();
  }, []);
  return (
    <section class="search-view" aria-busy={store.results.value.state === "searching"}>
      <SearchField store={store} focused={focus === "field"} onOpen={onOpen} />
      <div class="search-tools">
        <button ref={listButton} type="button" class="button" onClick={onListPage}>
          <ListIcon />
          {t("onPage.title")}
        </button>
      </div>
      <div class="search-body">
        <SearchResults {...results} />
      </div>
    </section>
  );
}
