import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ShownColumn } from "./columns.ts";
import { nextSort, type Sort } from "./order.ts";
import { PersonRow } from "./person-row.tsx";
import type { Row } from "./row.ts";

export interface PeopleTableProps {
  rows: readonly Row[];
  columns: readonly ShownColumn[];
  label: string;
  sort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
  /** The table is about to change. */
  stale: boolean;
  busy: boolean;
  /** The row that takes the focus at first, by its key. */
  focused: string | undefined;
  onOpen: (row: Row) => void;
}

/** Everybody who is mentioned, a line each. Tab goes through all buttons; the arrow keys from line to line. */
export function PeopleTable(props: PeopleTableProps) {
  const { rows, columns, label, sort, onSort, stale, busy, focused, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const held = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const place = rows.findIndex(({ key }) => key === focused);
    focusButton(body.current?.children[place], ".people-open");
  }, []);
  useLayoutEffect(() => {
    // A line that is moved to its place in another order loses the focus.
    if (document.activeElement === document.body && held.current?.isConnected)
      held.current.focus({ preventScroll: true });
  }, [rows]);
  return (
    <table class={stale ? "people is-stale" : "people"} aria-label={label} aria-busy={busy}>
      <thead class="people-heads">
        <tr class="people-head-row">
          {columns.map(({ name, head }) => (
            <Head
              key={name}
              words={head}
              direction={sort?.column === name ? sort.direction : "none"}
              onClick={() => onSort(nextSort(sort, name))}
            />
          ))}
        </tr>
      </thead>
      <tbody
        ref={body}
        class="people-rows"
        onFocusIn={({ target }) => {
          held.current = target instanceof HTMLElement ? target : null;
        }}
        onKeyDown={(event) => {
          if (moveFocus(event.key, event.target)) event.preventDefault();
        }}
      >
        {rows.map((row) => (
          <PersonRow key={row.key} row={row} columns={columns} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  words: string;
  direction: Sort["direction"] | "none";
  onClick: () => void;
}

function Head({ words, direction, onClick }: HeadProps) {
  return (
    <th scope="col" class="people-head" aria-sort={direction}>
      <button type="button" class="people-sort" onClick={onClick}>
        {words}
      </button>
    </th>
  );
}

/** Takes the focus to the same button of another line. @returns whether the key was for that */
function moveFocus(key: string, target: EventTarget | null): boolean {
  const row = target instanceof Element ? target.closest("tr") : null;
  if (!(row && target instanceof Element)) return false;
  const to: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling ?? row,
    ArrowUp: row.previousElementSibling ?? row,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
  };
  if (!Object.hasOwn(to, key)) return false;
  focusButton(to[key], target.matches(".people-open") ? ".people-open" : ".people-places button");
  return true;
}

function focusButton(row: Element | null | undefined, selector: string): void {
  row?.querySelector<HTMLElement>(selector)?.focus();
}
