import { useEffect, useRef } from "preact/hooks";
import type { Query } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { PageMentionRow } from "./page-mention-row.tsx";
import type { Listed } from "./page-mentions-store.ts";

export interface PageMentionListProps {
  listed: Listed[];
  /** The list is about to change. */
  stale: boolean;
  /** The row that takes the focus at first, by its place; -1: none. */
  focused: number;
  onOpen: (query: Query) => void;
}

/** Everybody mentioned on the page. Tab goes through all buttons; the arrow keys from row to row. */
export function PageMentionList({ listed, stale, focused, onOpen }: PageMentionListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => focusButton(list.current?.children[focused], ".mention-open"), []);
  return (
    <ul
      ref={list}
      class={stale ? "mentions is-stale" : "mentions"}
      aria-label={t("onPage.list")}
      aria-busy={stale}
      onKeyDown={(event) => {
        if (moveFocus(event.key, event.target)) event.preventDefault();
      }}
    >
      {listed.map((one) => {
        const { kind, value } = one.mention.sought;
        return <PageMentionRow key={`${kind} ${value}`} listed={one} onOpen={onOpen} />;
      })}
    </ul>
  );
}

/** Takes the focus to the same button of another row. @returns whether the key was for that */
function moveFocus(key: string, target: EventTarget | null): boolean {
  const row = target instanceof Element ? target.closest("li") : null;
  if (!(row && target instanceof Element)) return false;
  const to: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling ?? row,
    ArrowUp: row.previousElementSibling ?? row,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
  };
  if (!Object.hasOwn(to, key)) return false;
  focusButton(to[key], target.matches(".mention-open") ? ".mention-open" : ".mention-show button");
  return true;
}

function focusButton(row: Element | null | undefined, selector: string): void {
  row?.querySelector<HTMLElement>(selector)?.focus();
}
