import { useEffect, useRef } from "preact/hooks";
import type { Recent } from "../../lib/contract/recent.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { ListIcon, PasteIcon } from "../parts/icons.tsx";
import type { RecentsStore } from "./recents-store.ts";
import { SearchField } from "./search-field.tsx";
import { openOption, searchOptions } from "./search-options.ts";
import { SearchResults, type SearchResultsProps } from "./search-results.tsx";

export interface SearchViewProps extends Pick<SearchResultsProps, "store" | "onOpenOptions"> {
  recents: RecentsStore;
  /** What takes the focus at first. */
  focus: "field" | "on-this-page" | "paste-a-list";
  /** Opens a user of the results; `asOf` is the results' age. */
  onOpen: (user: User, asOf: number) => void;
  onOpenRecent: (recent: Recent) => void;
  onListPage: () => void;
  onPaste: () => void;
}

/** The popup's first view: search, and the way to what is on the page. */
export function SearchView(props: SearchViewProps) {
  const { store, recents, focus, onListPage, onPaste } = props;
  const options = searchOptions(store, recents.recents.value);
  const open = (option: (typeof options)[number]) => openOption(option, props);
  const field = useRef<HTMLInputElement>(null);
  const listButton = useRef<HTMLButtonElement>(null);
  const pasteButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus === "on-this-page") listButton.current?.focus();
    if (focus === "paste-a-list") pasteButton.current?.focus();
    void recents.load();
  }, []);
  return (
    <section class="search-view" aria-busy={store.results.value.state === "searching"}>
      <SearchField
        store={store}
        field={field}
        focused={focus === "field"}
        options={options}
        onOpen={open}
      />
      <div class="search-tools">
        <button ref={listButton} type="button" class="button" onClick={onListPage}>
          <ListIcon />
          {t("onPage.title")}
        </button>
        <button ref={pasteButton} type="button" class="button" onClick={onPaste}>
          <PasteIcon />
          {t("paste.title")}
        </button>
      </div>
      <div class="search-body">
        <SearchResults
          {...props}
          options={options}
          onOpen={open}
          onCleared={() => field.current?.focus()}
        />
      </div>
    </section>
  );
}
