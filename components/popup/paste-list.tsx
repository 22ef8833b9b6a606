import { useEffect, useRef } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { PasteIcon } from "../parts/icons.tsx";
import { useEscape } from "../parts/use-escape.ts";
import { CopyMenu } from "../people/copy-menu.tsx";
import { PeopleList } from "../people/people.tsx";
import type { Mentioned } from "../people/row.ts";
import { usePeople } from "../people/use-people.ts";
import { listCount } from "./list-count.ts";
import { ListHead } from "./list-head.tsx";
import { PasteForm } from "./paste-form.tsx";
import type { PastedStore } from "./pasted-store.ts";
import { Unrecognized } from "./unrecognized.tsx";

const NOBODY: readonly Mentioned[] = [];

export interface PasteListProps {
  store: PastedStore;
  inspectNames: BackgroundApi["inspectNames"];
  onOpen: (query: Query, name: string) => void;
  onBack: () => void;
}

/** Looks up everyone mentioned in a pasted text. */
export function PasteList({ store, inspectNames, onOpen, onBack }: PasteListProps) {
  const listed = store.listed.value;
  const people = usePeople(listed ?? NOBODY, store.people, inspectNames);
  const heading = useRef<HTMLHeadingElement>(null);
  const isBack = useRef(listed !== undefined && store.people.left !== undefined);
  const isOver = useRef(false);
  useEscape(onBack);
  useEffect(() => {
    if (listed && !isBack.current) heading.current?.focus();
    isBack.current = false;
  }, [listed === undefined]);
  const startOver = t("paste.startOver");
  return (
    <section class="on-page">
      <ListHead
        title={t("paste.title")}
        count={listed && listCount(people)}
        heading={heading}
        onBack={onBack}
      >
        {listed && (
          <>
            <button
              type="button"
              class="icon-button"
              aria-label={startOver}
              title={startOver}
              onClick={() => {
                isOver.current = true;
                store.startOver();
              }}
            >
              <PasteIcon />
            </button>
            <CopyMenu people={people} />
          </>
        )}
      </ListHead>
      {listed ? (
        <>
          <Unrecognized store={store} />
          <PeopleList
            people={people}
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
