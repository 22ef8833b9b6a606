import type { Source } from "../../source.ts";
import { type Found, watched } from "../found.ts";
import type { Target } from "../look/target.ts";
import { words } from "../words.ts";
import { personBeside } from "./group.ts";
import { personOfItem } from "./items.ts";
import { mailboxAt, type NamedSpan } from "./mailbox.ts";

/** A part of a text that is a person's name, and the kind of source that says so. */
interface SourcedSpan extends NamedSpan {
  source: Source;
}

/**
 * The person whose name is the target, and the extent of the name: the person that a microdata or microformats item is
 * about, or the owner of the address next to the name.
 */
export function spanBeside(target: Target): SourcedSpan | undefined {
  const { element, run } = target;
  if (!run) return undefined;
  const item = personOfItem(element);
  if (item) return { query: item, start: 0, end: run.text.length, source: "data" };
  const span = mailboxAt(run) ?? personBeside(target);
  return span && { ...span, source: "beside" };
}

/** The same, with its place on the screen. */
export function foundBeside(target: Target): Found | undefined {
  const { element, run } = target;
  const span = spanBeside(target);
  if (!run || !span) return undefined;
  const { query, start, end, source } = span;
  const ranges = words().rangesOf(run, start, end);
  const measure = () => words().boxOfAll(ranges);
  const [first] = ranges;
  return (
    first && {
      query,
      source,
      box: measure(),
      element,
      isThere: watched(first.startContainer, () => ranges.join(""), measure),
    }
  );
}
