import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { howManyFit } from "./how-many-fit.ts";
import { RoleChip, roleTitle } from "./role-chip.tsx";
import { ThingNames } from "./thing-names.ts";
import { roleWords } from "./user-words.ts";

/** Lines: a third would push what people ask next out of the card. */
const LINES = 2;

/** Minimum number of roles to show with their origin, if they fit: below it, names alone say more. */
const FEWEST_TOLD = 2;

/** Roles that are measured: two lines of the widest page don't hold more, even of the shortest. */
const MEASURED_MAX = 40;

/** Roles that the tooltip lists: as many lines as a low screen has. */
const TITLE_MAX = 30;

interface RolesInTwoLinesProps {
  user: User;
  onAll: () => void;
}

/**
 * As many of a user's roles as fit in two lines, and how many more there are. If what is unusual about each leaves
 * hardly any room, they are shown with as few words as possible; the tooltip of each has the rest.
 */
export function RolesInTwoLines({ user, onAll }: RolesInTwoLinesProps) {
  const { role_assignments: roles = [] } = user;
  const wordsOf = roleWords(user, useContext(ThingNames));
  const measured = roles.slice(0, MEASURED_MAX).map(wordsOf);
  const list = useRef<HTMLUListElement>(null);
  const { words: spare, fit } = useFitting(list, roles.length, measured.map(roleTitle).join("\n"));
  const shown = measured.slice(0, fit);
  // While measuring, the total count: the final one is never wider.
  const counted = fit === undefined ? roles.length : roles.length - shown.length;
  return (
    <ul ref={list} class="chips" aria-label={t("user.roles")}>
      {shown.map((words) => (
        <RoleChip words={words} beside={words[spare]} />
      ))}
      {counted > 0 && (
        <li>
          <button
            type="button"
            class="chip chip-more"
            title={moreTitle(roles.slice(shown.length).map(wordsOf).map(roleTitle))}
            onClick={onAll}
          >
            {t("user.furtherRoles", { count: number(counted) })}
            <span class="heard-only"> {t("user.allRoles", { count: number(roles.length) })}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

/** With everything unusual about where it comes from; with the scope's name only; with as few words as possible. */
const SPARE = ["told", "brief", "fewest"] as const;

type Spare = (typeof SPARE)[number];

interface Fitting {
  /** What was measured, as text. */
  of: string;
  /** How many words each role has. */
  words: Spare;
  /** How many fit; undefined only while measuring, which the browser doesn't paint. */
  fit?: number;
}

/** @param of text of the list's items: if it changes, they are measured again */
function useFitting(
  list: { current: HTMLUListElement | null },
  count: number,
  of: string,
): Omit<Fitting, "of"> {
  const [known, setKnown] = useState<Fitting>({ of, words: "told" });
  const { words, fit }: Omit<Fitting, "of"> = known.of === of ? known : { words: "told" };
  useLayoutEffect(() => {
    const { current } = list;
    if (!current || fit !== undefined) return;
    const widths = [...current.children].map((item) => item.getBoundingClientRect().width);
    const more = widths.pop() ?? 0;
    const gap = Number.parseFloat(getComputedStyle(current).columnGap) || 0;
    const room = current.clientWidth;
    const measured = howManyFit(widths, { count, more, gap, room, lines: LINES });
    const isFew = measured < Math.min(count, FEWEST_TOLD);
    const fewer = SPARE[SPARE.indexOf(words) + 1];
    setKnown(isFew && fewer ? { of, words: fewer } : { of, words, fit: measured });
  });
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    let width = current.clientWidth;
    const observer = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      setKnown((before) => ({ of: before.of, words: "told" }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { words, ...(fit !== undefined && { fit }) };
}

function moreTitle(titles: readonly string[]): string {
  const more = titles.length - TITLE_MAX;
  const listed = titles.slice(0, TITLE_MAX);
  return [...listed, ...(more > 0 ? [t("user.furtherRoles", { count: number(more) })] : [])].join(
    "; ",
  );
}
