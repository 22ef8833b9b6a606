import { useEffect, useRef } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent } from "../../lib/contract/recent.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { ListIcon, PasteIcon } from "../parts/icons.tsx";
import type { RestStore } from "./later.tsx";
import type { ListKind } from "./lists.ts";
import type { RecentsStore } from "./recents-store.ts";
import { SearchBody } from "./search-body.tsx";
import { SearchField } from "./search-field.tsx";
import { openOption, type SearchOption } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";
import { useSearchList } from "./use-search-list.ts";

export interface SearchViewProps {
  store: SearchStore;
  recents: RecentsStore;
  rest: RestStore;
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  /** What has the focus at first: the field, or the button of the list that the user comes from. */
  focus: "field" | ListKind;
  /** Opens a user from the results; `asOf` is the results' age. */
  onOpen: (user: User, asOf: number) => void;
  onOpenRecent: (recent: Recent) => void;
  /** @param text initial text of a pasted list */
  onOpenList: (kind: ListKind, text?: string) => void;
  onOpenOptions: () => void;
}

/** The popup's first view: search, and the way to the people on the page. */
export function SearchView(props: SearchViewProps) {
  const { store, recents, rest, focus, onOpenList } = props;
  const list = useSearchList(store, recents, rest);
  const isPicking = store.picking.value !== undefined;
  const open = (option: SearchOption) => openOption(option, props);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef<HTMLButtonElement>(null);
  const leftFor = (kind: ListKind) => (focus === kind ? left : null);
  useEffect(() => left.current?.focus(), []);
  return (
    <section class="search-view" aria-busy={store.results.value.state === "searching"}>
      <SearchField
        store={store}
        field={field}
        focused={focus === "field"}
        {...list}
        onOpen={open}
      />
      <div class="search-tools">
        <button
          ref={leftFor("on-this-page")}
          type="button"
          class="button"
          onClick={() => onOpenList("on-this-page")}
        >
          <ListIcon />
          {t("onPage.title")}
        </button>
        <button
          ref={leftFor("page-looked-up")}
          type="button"
          class="button"
          title={t("onPage.lookUpAllHint")}
          onClick={() => onOpenList("page-looked-up")}
        >
          {t("onPage.lookUpAll")}
        </button>
        <button
          ref={leftFor("paste-a-list")}
          type="button"
          class="button"
          onClick={() => onOpenList("paste-a-list")}
        >
          <PasteIcon />
          {t("paste.title")}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={isPicking}
          onClick={() => store.pick(isPicking ? undefined : "")}
        >
          {t("search.byRole")}
        </button>
      </div>
      <div class="search-body">
        <SearchBody
          {...props}
          onOpen={open}
          onCleared={() => field.current?.focus()}
          onList={(text) => onOpenList("paste-a-list", text)}
        />
      </div>
    </section>
  );
}
