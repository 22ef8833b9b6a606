import { useEffect, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { countsOf } from "./attention.ts";
import { FilterChips } from "./filter-chips.tsx";
import type { Run } from "./people-store.ts";
import { type Mentioned, mentionsIn, type Row } from "./row.ts";
import { type People, peopleIn } from "./use-people.ts";

/** What the list still lacks, and the progress of looking it up; once anyone is known, the filters. */
export function PeopleTools({ people }: { people: People }) {
  const { store, rows, isLookedUp } = people;
  const run = store.run.value;
  const isRunning = run.state === "running";
  const open = rows.flatMap(openIn);
  const failed = rows.flatMap(failedIn);
  const isStopped = run.state === "stopped";
  useAnnouncedRun(run, wordsOf(run, rows, failed.length));
  const tools = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    // The button that had the focus is gone, because its purpose is.
    if (hadFocus.current && document.activeElement === document.body)
      tools.current?.querySelector<HTMLButtonElement>("button:not([disabled])")?.focus();
  }, [run.state, open.length === 0, failed.length === 0]);
  const lookUp = (those: readonly Mentioned[], fresh?: boolean) =>
    void store.lookUp(
      those.map(({ query }) => query),
      fresh,
    );
  return (
    <div
      ref={tools}
      class="people-tools"
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false;
      }}
    >
      {isRunning && (
        <div key="running" class="people-run">
          <progress value={run.done} max={run.total} aria-label={t("people.progress")} />
          <p>{wordsOf(run, rows, 0)}</p>
          <button type="button" class="button" onClick={store.stop}>
            {t("people.cancel")}
          </button>
        </div>
      )}
      {!isRunning && open.length > 0 && (
        <div key="open" class="people-run">
          <button type="button" class="button primary" onClick={() => lookUp(open)}>
            {isLookedUp
              ? t("people.lookUpOthers", open.length, [number(open.length)])
              : t("people.lookUpAll", open.length, [number(open.length)])}
          </button>
          {isStopped && <p>{t("people.stopped", counted(run))}</p>}
        </div>
      )}
      {!isRunning && failed.length > 0 && (
        <div key="failed" class="people-run">
          <p>{t("people.failed", failed.length, [number(failed.length)])}</p>
          <button type="button" class="button" onClick={() => lookUp(failed, true)}>
            {t("people.tryAgain", failed.length, [number(failed.length)])}
          </button>
        </div>
      )}
      {isLookedUp && <FilterChips key="filters" rows={rows} store={store} />}
    </div>
  );
}

/** A line's mention if it hasn't been looked up yet; several lines of one mention share an answer. */
const openIn = ({ answer, mentioned }: Row) => (answer ? [] : mentioned);

const failedIn = (row: Row) =>
  row.answer?.state === "failed" ? mentionsIn(row).slice(0, 1) : ([] as Mentioned[]);

const counted = ({ done, total }: Exclude<Run, { state: "not-yet" }>) => ({
  done: number(done),
  total: number(total),
});

function wordsOf(run: Run, rows: readonly Row[], failed: number): string {
  if (run.state === "not-yet") return "";
  if (run.state === "running") return t("people.looking", counted(run));
  const found = peopleIn(rows);
  const { attention } = countsOf(rows);
  const outcome = t("people.outcome", {
    people: t("people.people", found, [number(found)]),
    attention: t("people.attention", attention, [number(attention)]),
  });
  const said = [
    ...(run.state === "stopped" ? [t("people.stopped", counted(run))] : []),
    outcome,
    ...(failed > 0 ? [t("people.failed", failed, [number(failed)])] : []),
  ];
  return said.reduce((first, second) => t("sentences", { first, second }));
}

/** Announces progress at each quarter, and the end; nothing for a run that the user comes back to. */
function useAnnouncedRun(run: Run, words: string): void {
  const step = stepOf(run);
  const known = useRef(step);
  useEffect(() => {
    if (step !== known.current && words) announce(words);
    known.current = step;
  }, [step]);
}

const QUARTERS = 4;

const stepOf = (run: Run) =>
  run.state === "running" ? Math.floor((QUARTERS * run.done) / run.total) : run.state;
