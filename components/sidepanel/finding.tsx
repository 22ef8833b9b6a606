import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { Idle } from "../popup/idle.tsx";
import { Later } from "../popup/later.tsx";
import { recentOf } from "../popup/recent-of.ts";
import { Recents } from "../popup/recents.tsx";
import type { RecentsStore } from "../popup/recents-store.ts";
import { SearchField } from "../popup/search-field.tsx";
import {
  openOption,
  recentOptions,
  type SearchOption,
  searchOptions,
} from "../popup/search-options.ts";
import type { SearchStore } from "../popup/search-store.ts";
import type { Rest } from "./rest.ts";

export interface FindingProps {
  search: SearchStore;
  recents: RecentsStore;
  rest: LoadedOnce<Rest>;
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  field: RefObject<HTMLInputElement | null>;
  /** Nobody is shown: the field has the focus from the start. */
  isAlone: boolean;
  /** Its list stands below it, in the place of whoever is shown. */
  isListed: boolean;
  /** The keyboard has come into it, or gone. */
  onWithin: (isWithin: boolean) => void;
  onOpen: (query: Query) => void;
  /** Back to whoever is shown. */
  onLeave: () => void;
  onOpenOptions: () => void;
}

/** Search on top of the side panel, the popup's own: the field, and below it whoever was found or seen before. */
export function Finding(props: FindingProps) {
  const { search, recents, rest, field, isAlone, isListed, onWithin, onOpen, onLeave } = props;
  const { state } = search.results.value;
  const isPicking = search.picking.value !== undefined;
  const loaded = useKept(rest.loaded);
  const isDrawn = isListed && !isPicking && (state === "idle" || loaded.state === "here");
  const options = isDrawn ? searchOptions(search, recents.recents.value) : [];
  useEffect(() => void recents.load(), [recents]);
  const toField = () => field.current?.focus();
  const open = (option: SearchOption) =>
    openOption(option, {
      onOpen(user, asOf) {
        const recent = recentOf(user, asOf);
        void recents.remember(recent);
        onOpen(recent.query);
      },
      onOpenRecent({ query, name, seen }) {
        void recents.remember({ query, name, ...(seen && { seen }) });
        onOpen(query);
      },
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its field has left
    <div
      class="panel-finding"
      onFocusIn={() => onWithin(true)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          onWithin(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <SearchField
        store={search}
        field={field}
        focused={isAlone}
        options={options}
        expanded={options.length > 0 || (isDrawn && search.shown.value.length > 0)}
        onOpen={open}
      />
      {isListed && (
        <section class="panel-body search-body" aria-busy={state === "searching"}>
          {search.dropped.value && (
            <p class="dropped">{t("search.dropped", { name: search.dropped.value.name })}</p>
          )}
          {isPicking ? (
            <Later store={rest}>
              {({ NarrowPicker }) => (
                <NarrowPicker store={search} from={search.picking.value ?? ""} onDone={toField} />
              )}
            </Later>
          ) : state === "idle" ? (
            <Recents
              store={recents}
              rest={rest}
              options={recentOptions(recents.recents.value)}
              active={search.active.value}
              onOpen={open}
              onCleared={toField}
            />
          ) : state === "short" ? (
            <Idle hint={t("popup.hint")} />
          ) : (
            <Later store={rest}>
              {({ SearchOutcome }) => (
                <SearchOutcome
                  store={search}
                  background={props.background}
                  policy={props.policy}
                  onOpen={open}
                  onCleared={toField}
                  onOpenOptions={props.onOpenOptions}
                />
              )}
            </Later>
          )}
        </section>
      )}
    </div>
  );
}
