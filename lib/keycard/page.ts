import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { CURSOR_MAX_CHARS } from "../limits.ts";
import { count, reported } from "./reported.ts";

/** Things in one page of a list that are believed: ten times the longest page that can be asked for. */
const PAGE_ITEMS_MAX = 1_000;

/** One page of a list. A cursor that is undefined: no more pages that way, as far as the API says. */
export type Page<T> = {
  items: T[];
  /** How many more things the page has that cannot be read, such as one without an ID: whoever is missing may be one. */
  unread: number;
  after: string | undefined;
  before: string | undefined;
  /** Not reported when undefined; 0 beside items marks a zone whose list ignores its parameters. */
  totalCount: number | undefined;
};

/** Whether a list counts more things than it has shown by now: where it ends all the same, it is not whole. */
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
 * The schema of a list reply. An item that cannot be read is left out and counted: it must not cost the others. A cursor
 * that cannot be followed refuses the page: without it the list would seem to end here, and whoever comes later to be
 * absent.
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
