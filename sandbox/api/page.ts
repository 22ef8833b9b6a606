/** One page of a list, and paging for lists whose items have no better order than their index. */
import { readCursor, writeCursor } from "./cursor.ts";
import { readExpand, readLimit } from "./parameters.ts";
import { badRequest } from "./problem.ts";

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly pagination: {
    readonly after_cursor: string | null;
    readonly before_cursor: string | null;
    readonly total_count?: number;
  };
}

/**
 * The page requested by `limit`, `after` and `before`, with `total_count` if that is expanded; without it, no more is
 * read than one item past the page.
 *
 * @param list What the cursors count: another list rejects them
 */
export function pageOf<Item>(
  list: string,
  items: Iterable<Item>,
  query: URLSearchParams,
): Page<Item> {
  const { start, end } = bounds(list, query);
  const isCounted = readExpand(query).has("total_count");
  const page: Item[] = [];
  let place = 0;
  for (const item of items) {
    if (place >= start && place < end) page.push(item);
    if (++place > end && !isCounted) break;
  }
  return {
    items: page,
    pagination: {
      after_cursor: place > end ? writeCursor(list, end) : null,
      before_cursor: start > 0 ? writeCursor(list, start) : null,
      ...(isCounted && { total_count: place }),
    },
  };
}

/** Everything that was requested by name, in one page. */
export function wholePage<Item>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const count = readExpand(query).has("total_count") && { total_count: items.length };
  return { items, pagination: { after_cursor: null, before_cursor: null, ...count } };
}

/** The page with `page_info`, the older form of `pagination`; some lists still have both. */
export function withPageInfo<Item>(page: Page<Item>) {
  const { after_cursor, before_cursor } = page.pagination;
  const page_info = {
    has_next_page: after_cursor !== null,
    has_previous_page: before_cursor !== null,
    end_cursor: after_cursor,
    start_cursor: before_cursor,
  };
  return { ...page, page_info };
}

/** The indexes that a page covers: its start, and one past its end. */
function bounds(list: string, query: URLSearchParams): { start: number; end: number } {
  const limit = readLimit(query);
  const after = readCursor(query, "after", list);
  const before = readCursor(query, "before", list);
  if (after !== undefined && before !== undefined)
    throw badRequest("after cannot be combined with before");
  if (before !== undefined) return { start: Math.max(0, before - limit), end: before };
  const start = after ?? 0;
  return { start, end: start + limit };
}
