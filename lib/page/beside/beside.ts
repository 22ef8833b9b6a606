import { type Found, watched } from "../found.ts";
import type { Pointed } from "../look/pointed.ts";
import { words } from "../words.ts";
import { personBeside } from "./group.ts";
import { personOfItem } from "./items.ts";
import { mailboxAt } from "./mailbox.ts";

/**
 * Who is meant by a name that is pointed at: whoever the item is about whose name it is, or whoever has the address
 * that stands beside it.
 */
export function foundBeside(pointed: Pointed): Found | undefined {
  const { element, run } = pointed;
  if (!run) return undefined;
  const item = personOfItem(element);
  const stretch = item
    ? { query: item, start: 0, end: run.text.length }
    : (mailboxAt(run) ?? personBeside(pointed));
  if (!stretch) return undefined;
  const { query, start, end } = stretch;
  const ranges = words().rangesOf(run, start, end);
  const measure = () => words().boxOfAll(ranges);
  const [first] = ranges;
  return (
    first && {
      query,
      source: item ? "data" : "beside",
      box: measure(),
      element,
      isThere: watched(first.startContainer, () => ranges.join(""), measure),
    }
  );
}
