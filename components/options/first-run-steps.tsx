import { number, t } from "../../lib/i18n.ts";
import { CheckIcon } from "../parts/icons.tsx";
import {
  FIRST_RUN_SCREENS,
  type FirstRunDone,
  type FirstRunScreen,
  SCREEN_NAMES,
  screenLabel,
} from "./first-run-step.ts";

export interface FirstRunStepsProps {
  current: FirstRunScreen;
  done: FirstRunDone;
  /** Skips everything; absent if it is almost done. */
  onSkipAll?: () => void;
}

/** The progress of the first run, with a way to skip it. */
export function FirstRunSteps({ current, done, onSkipAll }: FirstRunStepsProps) {
  const at = FIRST_RUN_SCREENS.indexOf(current);
  const next = FIRST_RUN_SCREENS[at + 1];
  const step = screenLabel(current);
  return (
    <nav class="first-run" aria-label={t("firstRun.name")}>
      <p>
        {next
          ? t("firstRun.next", { step, name: SCREEN_NAMES[next] })
          : t("firstRun.last", { step })}
      </p>
      <ol class="steps">
        {FIRST_RUN_SCREENS.map((screen, place) => {
          const isBehind = place < at;
          const isDone = isBehind && screen !== "finish" && done[screen];
          return (
            <li
              key={screen}
              class={isDone ? "step is-done" : "step"}
              {...(screen === current && { "aria-current": "step" })}
            >
              <span class="step-number" aria-hidden="true">
                {isDone ? <CheckIcon /> : number(place + 1)}
              </span>
              {SCREEN_NAMES[screen]}
              {isBehind && (
                <span class="hint">{isDone ? t("firstRun.done") : t("firstRun.skipped")}</span>
              )}
            </li>
          );
        })}
      </ol>
      {onSkipAll && (
        <button type="button" class="link-button" onClick={onSkipAll}>
          {t("firstRun.skipAll")}
        </button>
      )}
    </nav>
  );
}
