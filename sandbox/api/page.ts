/** One page of a list, and paging for the lists that only go forward. */
import { readCursor, writeCursor } from "./cursor.ts";
import { readLimit } from "./parameters.ts";

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly pagination: {
    readonly after_cursor: string | null;
    readonly before_cursor: string | null;
    readonly total_count?: number;
  };
}

/** The page that `limit` and `after` ask for; reads no further than one item past it. */
export function forwardPage<Item>(
  list: string,
  items: Iterable<Item>,
  query: URLSearchParams,
): Page<Item> {
  const start = readCursor(query, "after", list) ?? 0;
  const end = start + readLimit(query);
  const page: Item[] = [];
  let place = 0;
  for (const item of items) {
    if (place >= start && place < end) page.push(item);
    if (++place > end) break;
  }
  return {
    items: page,
    pagination: {
      after_cursor: place > end ? writeCursor(list, end) : null,
      before_cursor: null,
    },
  };
}
