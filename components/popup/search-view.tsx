import { useEffect, useRef } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent } from "../../lib/contract/recent.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { ListIcon, PasteIcon } from "../parts/icons.tsx";
import { useKept } from "../parts/kept.ts";
import { Idle } from "./idle.tsx";
import { Later, type RestStore } from "./later.tsx";
import type { ListKind } from "./lists.ts";
import { Recents } from "./recents.tsx";
import type { RecentsStore } from "./recents-store.ts";
import { SearchField } from "./search-field.tsx";
import { openOption, recentOptions, type SearchOption, searchOptions } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";

export interface SearchViewProps {
  store: SearchStore;
  recents: RecentsStore;
  rest: RestStore;
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  /** What takes the focus at first: the field, or the button of the list that the person comes from. */
  focus: "field" | ListKind;
  /** Opens a user of the results; `asOf` is the results' age. */
  onOpen: (user: User, asOf: number) => void;
  onOpenRecent: (recent: Recent) => void;
  /** @param text what a pasted list begins with */
  onOpenList: (kind: ListKind, text?: string) => void;
  onOpenOptions: () => void;
}

/** The popup's first view: search, and the way to what is on the page. */
export function SearchView(props: SearchViewProps) {
  const { store, recents, rest, focus, onOpenList, onOpenOptions } = props;
  const { state } = store.results.value;
  const loaded = useKept(rest.loaded);
  // What is found is listed by the second step: before that is loaded there is no list to go through.
  const isPicking = store.picking.value !== undefined;
  const isListed = !isPicking && (state === "idle" || loaded.state === "here");
  const options = isListed ? searchOptions(store, recents.recents.value) : [];
  const open = (option: SearchOption) => openOption(option, props);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef<HTMLButtonElement>(null);
  const leftFor = (kind: ListKind) => (focus === kind ? left : null);
  const toField = () => field.current?.focus();
  useEffect(() => {
    left.current?.focus();
    void recents.load();
  }, []);
  return (
    <section class="search-view" aria-busy={state === "searching"}>
      <SearchField
        store={store}
        field={field}
        focused={focus === "field"}
        options={options}
        // The list of an older text stands there, too, until the new one comes.
        expanded={options.length > 0 || (isListed && store.shown.value.length > 0)}
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
        {store.dropped.value && (
          <p class="dropped">{t("search.dropped", { name: store.dropped.value.name })}</p>
        )}
        {isPicking ? (
          <Later store={rest}>
            {({ NarrowPicker }) => (
              <NarrowPicker store={store} from={store.picking.value ?? ""} onDone={toField} />
            )}
          </Later>
        ) : state === "idle" && options.length > 0 ? (
          <Recents
            store={recents}
            rest={rest}
            options={recentOptions(recents.recents.value)}
            active={store.active.value}
            onOpen={open}
            onCleared={toField}
          />
        ) : state === "idle" || state === "short" ? (
          <Idle hint={state === "idle" ? t("popup.idleHint") : t("popup.hint")} />
        ) : (
          <Later store={rest}>
            {({ SearchOutcome }) => (
              <SearchOutcome
                store={store}
                background={props.background}
                policy={props.policy}
                onOpen={open}
                onCleared={toField}
                onList={(text) => onOpenList("paste-a-list", text)}
                onOpenOptions={onOpenOptions}
              />
            )}
          </Later>
        )}
      </div>
    </section>
  );
}
