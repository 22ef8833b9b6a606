import { t } from "../../lib/i18n.ts";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import type { RecentFacts } from "./recent-facts.tsx";
import type { RecentsStore } from "./recents-store.ts";
import { ResultName, Results } from "./results.tsx";
import type { RecentOption } from "./search-options.ts";

interface RecentsProps {
  store: RecentsStore;
  /** Draws what is known of each. */
  rest: LoadedOnce<{ RecentFacts: typeof RecentFacts }>;
  options: readonly RecentOption[];
  active: number;
  onOpen: (option: RecentOption) => void;
  /** The button is gone, with what it cleared: the focus moves elsewhere. */
  onCleared: () => void;
}

/** Who the popup has shown before; shown in place of results. */
export function Recents({ store, rest, options, active, onOpen, onCleared }: RecentsProps) {
  const loaded = useKept(rest.loaded);
  const second = loaded.state === "here" ? loaded.value : undefined;
  return (
    <>
      <div class="recents-head">
        <h2>{t("search.recents")}</h2>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            void store.forget();
            onCleared();
          }}
        >
          {t("search.forgetRecents")}
        </button>
      </div>
      <Results
        options={options}
        label={t("search.recents")}
        active={active}
        stale={false}
        onOpen={onOpen}
      >
        {({ recent }) => (
          <span class="recent">
            <ResultName name={recent.name} />
            {second && <second.RecentFacts recent={recent} of={store.recents.value} />}
          </span>
        )}
      </Results>
    </>
  );
}
