import { useEffect, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { CopyRow } from "../parts/copy-row.tsx";
import { copiedTable } from "./copied-table.ts";
import { isProblem } from "./order.ts";
import type { PeopleStore, Run } from "./people-store.ts";
import type { Mentioned, Row } from "./row.ts";
import { type TableFormat, tableText } from "./table-text.ts";

const FORMATS: TableFormat[] = ["Markdown", "CSV", "TSV"];

export interface PeopleToolsProps {
  mentioned: readonly Mentioned[];
  store: PeopleStore;
  /** The lines as they are shown. */
  rows: readonly Row[];
}

/** What can be done with the whole table, and how looking everybody up stands. */
export function PeopleTools({ mentioned, store, rows }: PeopleToolsProps) {
  const run = store.run.value;
  const isRunning = run.state === "running";
  const failed = mentionsOf(rows.filter(({ answer }) => answer?.state === "failed"));
  const words = wordsOf(run, rows, failed.length);
  useAnnouncedRun(run, words);
  const lookUp = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    // The button that had it is gone with what it was for.
    if (hadFocus.current && document.activeElement === document.body) lookUp.current?.focus();
  }, [isRunning, failed.length === 0]);
  const queriesOf = (those: readonly Mentioned[]) => those.map(({ query }) => query);
  return (
    <div
      class="people-tools"
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false;
      }}
    >
      <button
        ref={lookUp}
        type="button"
        class="button primary"
        aria-disabled={isRunning}
        onClick={() => void (isRunning || store.lookUp(queriesOf(mentioned)))}
      >
        {t("people.lookUpAll", mentioned.length, [number(mentioned.length)])}
      </button>
      <CopyRow
        copyables={FORMATS.map((format) => ({
          name: t("people.copyAs", { format }),
          label: format,
          text: () => tableText(copiedTable(rows), format),
        }))}
      />
      {run.state !== "not-yet" && (
        <div class="people-run">
          {isRunning && (
            <progress value={run.done} max={run.total} aria-label={t("people.progress")} />
          )}
          <p>{words}</p>
          {isRunning && (
            <button type="button" class="button" onClick={store.stop}>
              {t("people.cancel")}
            </button>
          )}
          {failed.length > 0 && (
            <button
              type="button"
              class="button"
              aria-disabled={isRunning}
              onClick={() => void (isRunning || store.lookUp(queriesOf(failed), true))}
            >
              {t("people.tryAgain", failed.length, [number(failed.length)])}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The mentions that lines are about, each once. */
const mentionsOf = (rows: readonly Row[]) => [...new Set(rows.map(({ mentioned }) => mentioned))];

function wordsOf(run: Run, rows: readonly Row[], failed: number): string {
  if (run.state === "not-yet") return "";
  const counted = { done: number(run.done), total: number(run.total) };
  if (run.state === "running") return t("people.looking", counted);
  const problems = rows.filter(isProblem).length - failed;
  const people = new Set(rows.flatMap(({ user }) => user?.id ?? [])).size;
  return t("sentences", {
    first: run.state === "done" ? t("people.done", counted) : t("people.stopped", counted),
    second: t("people.outcome", {
      people: t("people.people", people, [number(people)]),
      problems: number(problems),
      failed: number(failed),
    }),
  });
}

/** Progress is said at each quarter, and the end; nothing of a run that the person comes back to. */
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
