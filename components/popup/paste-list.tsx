import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { BackIcon } from "../parts/icons.tsx";
import { useEscape } from "../parts/use-escape.ts";
import { People } from "../people/people.tsx";
import { PasteForm } from "./paste-form.tsx";
import type { PastedStore } from "./pasted-store.ts";
import { Unrecognized } from "./unrecognized.tsx";

export interface PasteListProps {
  store: PastedStore;
  onOpen: (query: Query) => void;
  onBack: () => void;
}

/** Looking up everybody whom a pasted text names. */
export function PasteList({ store, onOpen, onBack }: PasteListProps) {
  const listed = store.listed.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const isBack = useRef(listed !== undefined && store.people.left !== undefined);
  const isOver = useRef(false);
  useEscape(onBack);
  useEffect(() => {
    if (listed && !isBack.current) heading.current?.focus();
    isBack.current = false;
  }, [listed]);
  return (
    <section class="on-page">
      <div class="on-page-bar">
        <button type="button" class="button back" onClick={onBack}>
          <BackIcon />
          {t("onPage.back")}
        </button>
        {listed && (
          <button
            type="button"
            class="button"
            onClick={() => {
              isOver.current = true;
              store.startOver();
            }}
          >
            {t("paste.startOver")}
          </button>
        )}
      </div>
      <div class="on-page-head">
        <h2 ref={heading} tabIndex={-1}>
          {t("paste.title")}
        </h2>
      </div>
      {listed ? (
        <>
          <Unrecognized pasted={store.pasted.value} />
          <People
            mentioned={listed}
            store={store.people}
            label={t("paste.list")}
            isBack={isBack.current}
            onOpen={onOpen}
          />
        </>
      ) : (
        <PasteForm store={store} selected={isOver.current} />
      )}
    </section>
  );
}
