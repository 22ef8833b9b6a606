import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { CURSOR_MAX_CHARS } from "../limits.ts";
import { count, reported } from "./reported.ts";

/** Maximum number of items in one page of a list: ten times the longest page that can be requested. */
const PAGE_ITEMS_MAX = 1_000;

/**
 * One page of a list. An undefined cursor means that there are no more pages in that direction, as far as the API says.
 */
export type Page<T> = {
  items: T[];
  /**
   * How many more items the page has that can't be parsed, such as one without an ID: whoever is missing may be one.
   */
  unread: number;
  after: string | undefined;
  before: string | undefined;
  /** Undefined if not reported; 0 for a page with items marks a zone whose list ignores its parameters. */
  totalCount: number | undefined;
};

/** Whether a list counts more items than it has returned by now: if it ends there, it is incomplete. */
export function countsMore({ totalCount = 0 }: Pick<Page<unknown>, "totalCount">, shown: number) {
  return totalCount > shown;
}

const cursor = z.optional(z.nullable(z.string().check(lengthWithin(0, CURSOR_MAX_CHARS))));

const pagination = z.object({
  after_cursor: cursor,
  before_cursor: cursor,
  total_count: reported(count),
});

/**
 * The schema of a list reply. An item that can't be parsed is left out and counted, because it must not affect the
 * others. A cursor that can't be followed makes the page invalid: without it, the list would seem to end here, and
 * users on later pages would seem absent.
 */
export function pageOf<T extends z.core.$ZodType>(item: T) {
  const reply = z.object({
    items: z.array(z.unknown()).check(lengthWithin(0, PAGE_ITEMS_MAX)),
    pagination: z.optional(z.nullable(pagination)),
  });
  return z.pipe(
    reply,
    z.transform(({ items: raw, pagination }): Page<z.output<T>> => {
      const items = raw.flatMap((one) => {
        const read = z.safeParse(item, one);
        return read.success ? [read.data] : [];
      });
      return {
        items,
        unread: raw.length - items.length,
        after: pagination?.after_cursor || undefined,
        before: pagination?.before_cursor || undefined,
        totalCount: pagination?.total_count,
      };
    }),
  );
}
