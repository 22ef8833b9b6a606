import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { queryKey } from "../../lib/query-key.ts";
import type { ShownColumn } from "./columns.ts";
import { FurtherRows } from "./further-rows.tsx";
import { nextSort, type Sort } from "./order.ts";
import { PersonRow } from "./person-row.tsx";
import { mentionsIn, type Row } from "./row.ts";

/** Lines that are drawn at first, and more each time their end scrolls into view. */
export const DRAWN_STEP = 100;

export interface PeopleTableProps {
  rows: readonly Row[];
  columns: readonly ShownColumn[];
  label: string;
  sort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
  /** The table is about to change. */
  stale: boolean;
  busy: boolean;
  /** The key of the row that is focused at first. */
  focused: string | undefined;
  onOpen: (row: Row) => void;
}

/** Everyone who is mentioned, one line each. Tab moves through all buttons, the arrow keys move between lines. */
export function PeopleTable(props: PeopleTableProps) {
  const { rows, columns, label, sort, onSort, stale, busy, focused, onOpen } = props;
  const [drawn, setDrawn] = useState(() =>
    Math.max(DRAWN_STEP, rows.findIndex(({ key }) => key === focused) + 1),
  );
  const some = rows.slice(0, drawn);
  const body = useRef<HTMLTableSectionElement>(null);
  const held = useRef<Held | undefined>(undefined);
  useEffect(() => {
    const place = rows.findIndex(({ key }) => key === focused);
    // The scroll position at which the list was left is already restored.
    focusButton(body.current?.children[place], ".people-open", { preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const { current } = held;
    if (document.activeElement !== document.body || !current) return;
    // A line that moves in a new order loses the focus; one that was merged into another is gone.
    if (current.button.isConnected) current.button.focus({ preventScroll: true });
    else focusButton(lineAt(placeOf(current.key, rows)), ".people-open");
  }, [rows]);
  /** The line at an index, or the last drawn line if that one isn't drawn. */
  const lineAt = (place: number) =>
    body.current?.children[Math.min(place, body.current.children.length - 1)];
  return (
    <>
      <table
        class={["people", ...columns.map(({ name }) => `has-${name}`), stale && "is-stale"]
          .filter(Boolean)
          .join(" ")}
        aria-label={label}
        aria-busy={busy}
        aria-rowcount={some.length < rows.length ? rows.length + 1 : undefined}
      >
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
            const place = [...(body.current?.children ?? [])].findIndex((line) =>
              isIn(line, target),
            );
            const { key } = rows[place] ?? {};
            held.current =
              target instanceof HTMLElement && key !== undefined
                ? { button: target, key }
                : undefined;
          }}
          onKeyDown={(event) => {
            if (moveFocus(event.key, event.target)) event.preventDefault();
          }}
        >
          {some.map((row) => (
            <PersonRow key={row.key} row={row} columns={columns} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {some.length < rows.length && (
        <FurtherRows
          count={Math.min(DRAWN_STEP, rows.length - some.length)}
          drawn={some.length}
          onDraw={() => setDrawn(some.length + DRAWN_STEP)}
        />
      )}
    </>
  );
}

/** What has the focus, or had it last, and in which mention's line. */
interface Held {
  button: HTMLElement;
  key: string;
}

const isIn = (line: Element, target: EventTarget | null) =>
  target instanceof Node && line.contains(target);

/** The index of a mention's line, or of the line that it was merged into. */
const placeOf = (key: string, rows: readonly Row[]) =>
  rows.findIndex((row) => mentionsIn(row).some(({ query }) => queryKey(query) === key));

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

/** Moves the focus to the same button of another line. @returns whether the key did that */
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

function focusButton(
  row: Element | null | undefined,
  selector: string,
  options?: FocusOptions,
): void {
  row?.querySelector<HTMLElement>(selector)?.focus(options);
}
