import type { Narrowed } from "../../lib/contract/narrowed.ts";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import type { SearchStore } from "./search-store.ts";

export interface NarrowedLineProps {
  store: SearchStore;
  narrowed: Narrowed;
  /** The button is gone, with what it cleared: the focus moves to the field. */
  onCleared: () => void;
}

/** The role or group that narrows the search, with a button to remove it. */
export function NarrowedLine({ store, narrowed, onCleared }: NarrowedLineProps) {
  const words = t(`narrow.chosen.${narrowed.kind}`, { name: narrowed.name });
  return (
    <p class="narrowed">
      <span class="narrowed-name">
        <InertText text={words} whole />
      </span>
      <button
        type="button"
        class="link-button"
        onClick={() => {
          void store.narrow(undefined);
          onCleared();
        }}
      >
        {t("narrow.clear")}
      </button>
    </p>
  );
}
