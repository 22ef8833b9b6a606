import { t } from "../../lib/i18n.ts";
import type { RecentsStore } from "./recents-store.ts";
import { Results, type ResultsProps } from "./results.tsx";

interface RecentsProps extends ResultsProps {
  store: RecentsStore;
  onCleared: () => void;
}

/** Whom the popup has shown before, in place of results. */
export function Recents({ store, onCleared, ...list }: RecentsProps) {
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
      <Results {...list} />
    </>
  );
}
