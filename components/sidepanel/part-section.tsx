import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Failure } from "../../lib/directory/answer.ts";
import type { Owned } from "../../lib/directory/belongings.ts";
import { list, t } from "../../lib/i18n.ts";
import { apiWords, failureText } from "../answer/failure-text.ts";
import { AlertIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { sentences } from "../parts/said.ts";
import type { Part } from "./use-part.ts";

export interface PartSectionProps<T> {
  part: Part<T>;
  heading: string;
  /** Explains what such an item is, for someone who meets the word here. */
  about?: string;
  /** Shown if there are none. */
  none: string;
  /** What a 403 means here. */
  forbidden: string;
  /** What a 404 means here. */
  notOffered: string;
  /** Says that this many more can't be read. */
  unread: (count: number) => string;
  /** How many there are of each kind, in words. */
  counts: (items: readonly Owned<T>[]) => string[];
  /** What is wrong about there being any at all. */
  warning?: ((count: number) => string) | undefined;
  /** The number according to the record; undefined if it has none. */
  counted: number | undefined;
  /** Whether an item is one of those that the record counts. */
  isCounted: (item: Owned<T>) => boolean;
  /** Says that the record's count differs, and why that can be. */
  differs: (counted: number, shown: number) => string;
  /** The display order, if it isn't the order received. */
  arrange?: (items: readonly Owned<T>[]) => Owned<T>[];
  render: (item: Owned<T>) => ComponentChildren;
}

/** One section of the inspector: its list, or why there is none. */
export function PartSection<T>(props: PartSectionProps<T>) {
  const { part } = props;
  const id = useId();
  return (
    <section class="part" aria-labelledby={id} aria-busy={part.belongings === undefined}>
      <h3 id={id}>{countedHeading(props)}</h3>
      <Content {...props} />
    </section>
  );
}

/**
 * `Delegated grants · 3 active, 1 expired`, for a complete list; for an incomplete one, counts would deny what is
 * missing.
 */
function countedHeading<T>({ part: { belongings }, heading, counts }: PartSectionProps<T>): string {
  if (belongings?.state !== "listed" || !isWhole(belongings)) return heading;
  if (belongings.items.length === 0) return heading;
  return t("inspect.counted", { heading, counts: list(counts(belongings.items)) });
}

const isWhole = ({ partial, unread }: { partial: boolean; unread: number }) =>
  !partial && unread === 0;

function Content<T>(props: PartSectionProps<T>) {
  const { belongings, again } = props.part;
  if (!belongings) return <p class="hint">{t("inspect.loading")}</p>;
  if (belongings.state === "failed")
    return <PartFailure {...props} failure={belongings.failure} onAgain={again} />;
  const { items, partial, unread } = belongings;
  const { about, counted, arrange = (all) => [...all], warning } = props;
  const shown = items.filter(props.isCounted).length;
  // What can't be read can be among those that are counted.
  const isKnown = isWhole(belongings);
  return (
    <>
      {items.length > 0 && about !== undefined && <p class="hint">{about}</p>}
      {items.length > 0 && warning && <p class="part-warning">{warning(items.length)}</p>}
      {items.length > 0 && <ul class="part-items">{arrange(items).map(props.render)}</ul>}
      {items.length === 0 && isKnown && <p class="no-roles">{props.none}</p>}
      {unread > 0 && <p class="hint">{props.unread(unread)}</p>}
      {partial && <p class="hint">{t("inspect.partial")}</p>}
      {isKnown && counted !== undefined && counted !== shown && (
        <p class="hint">{props.differs(counted, shown)}</p>
      )}
    </>
  );
}

function PartFailure<T>(props: PartSectionProps<T> & { failure: Failure; onAgain: () => void }) {
  const { failure, forbidden, notOffered, onAgain } = props;
  const words = apiWords(failure);
  return (
    <div class="part-failed">
      <p>
        <AlertIcon />
        {failure.why === "forbidden" && forbidden}
        {failure.why === "zoneNotFound" && notOffered}
        {failure.why !== "forbidden" &&
          failure.why !== "zoneNotFound" &&
          sentences(failureText(failure))}
      </p>
      {words !== undefined && (
        <p class="hint">
          <InertText text={words} />
        </p>
      )}
      <button type="button" class="link-button" onClick={onAgain}>
        {t("action.again")}
      </button>
    </div>
  );
}
