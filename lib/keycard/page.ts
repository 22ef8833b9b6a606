import * as z from "zod/mini";
import { count, reported, text } from "./reported.ts";

/** One page of a list. A cursor that is undefined: no more pages that way, as far as the API says. */
export type Page<T> = {
  items: T[];
  after: string | undefined;
  before: string | undefined;
  /** Not reported when undefined; 0 beside items marks a zone whose list ignores its parameters. */
  totalCount: number | undefined;
};

/** The schema of a list reply. One item that cannot be read refuses the page: a shorter one would be wrong. */
export function pageOf<T extends z.core.$ZodType>(item: T) {
  const cursors = z.object({
    after_cursor: reported(text),
    before_cursor: reported(text),
    total_count: reported(count),
  });
  const reply = z.object({ items: z.array(item), pagination: reported(cursors) });
  return z.pipe(
    reply,
    z.transform(
      ({ items, pagination }): Page<z.output<T>> => ({
        items,
        after: pagination?.after_cursor,
        before: pagination?.before_cursor,
        totalCount: pagination?.total_count,
      }),
    ),
  );
}
