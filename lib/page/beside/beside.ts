import type { Source } from "../../source.ts";
import { type Found, watched } from "../found.ts";
import type { Pointed } from "../look/pointed.ts";
import { words } from "../words.ts";
import { personBeside } from "./group.ts";
import { personOfItem } from "./items.ts";
import { mailboxAt, type NamedStretch } from "./mailbox.ts";

/** A stretch of text that is somebody's name, and what says so. */
interface Beside extends NamedStretch {
  source: Source;
}

/**
 * Whose name is pointed at, and from where to where it reaches: that of whoever the item is about, or of whoever has the
 * address that stands beside it.
 */
export function stretchBeside(pointed: Pointed): Beside | undefined {
  const { element, run } = pointed;
  if (!run) return undefined;
  const item = personOfItem(element);
  if (item) return { query: item, start: 0, end: run.text.length, source: "data" };
  const stretch = mailboxAt(run) ?? personBeside(pointed);
  return stretch && { ...stretch, source: "beside" };
}

/** The same, where it stands on the screen. */
export function foundBeside(pointed: Pointed): Found | undefined {
  const { element, run } = pointed;
  const stretch = stretchBeside(pointed);
  if (!run || !stretch) return undefined;
  const { query, start, end, source } = stretch;
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
