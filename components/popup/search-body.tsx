import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { Idle } from "./idle.tsx";
import { Later } from "./later.tsx";
import { Recents } from "./recents.tsx";
import type { RecentsStore } from "./recents-store.ts";
import type { Rest } from "./rest.ts";
import { recentOptions, type SearchOption } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";

export interface SearchBodyProps {
  store: SearchStore;
  recents: RecentsStore;
  rest: LoadedOnce<Pick<Rest, "NarrowPicker" | "RecentFacts" | "SearchOutcome">>;
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  onOpen: (option: SearchOption) => void;
  /** The focused element is gone after use: the focus moves to the field. */
  onCleared: () => void;
  /** The text has several mentions, which become a list. Absent where there are no lists. */
  onList?: (text: string) => void;
  onOpenOptions: () => void;
}

/** Below a search field, in popup and side panel: users found or seen before, or the choice of a role. */
export function SearchBody(props: SearchBodyProps) {
  const { store, recents, rest, onOpen, onCleared } = props;
  return (
    <>
      {store.dropped.value && (
        <p class="dropped">{t("search.dropped", { name: store.dropped.value.name })}</p>
      )}
      {store.picking.value !== undefined ? (
        <Later store={rest}>
          {({ NarrowPicker }) => (
            <NarrowPicker store={store} from={store.picking.value ?? ""} onDone={onCleared} />
          )}
        </Later>
      ) : store.results.value.state === "idle" && recents.recents.value.length > 0 ? (
        <Recents
          store={recents}
          rest={rest}
          options={recentOptions(recents.recents.value)}
          active={store.active.value}
          onOpen={onOpen}
          onCleared={onCleared}
        />
      ) : store.results.value.state === "idle" ? (
        <Idle hint={t("popup.idleHint")} />
      ) : store.results.value.state === "short" ? (
        <Idle hint={t("popup.hint")} />
      ) : (
        <Later store={rest}>{({ SearchOutcome }) => <SearchOutcome {...props} />}</Later>
      )}
    </>
  );
}
