import { t } from "../../lib/i18n.ts";
import type { RecentsStore } from "./recents-store.ts";
import { ResultName, Results } from "./results.tsx";
import type { RecentOption } from "./search-options.ts";

interface RecentsProps {
  store: RecentsStore;
  options: readonly RecentOption[];
  active: number;
  onOpen: (option: RecentOption) => void;
  /** The button is gone with what it has cleared: the focus goes elsewhere. */
  onCleared: () => void;
}

/** Whom the popup has shown before, in place of results. */
export function Recents({ store, options, active, onOpen, onCleared }: RecentsProps) {
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
        {({ recent }) => <ResultName name={recent.name} />}
      </Results>
    </>
  );
}
