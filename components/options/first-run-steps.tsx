import { number, t } from "../../lib/i18n.ts";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../lib/settings/fields.ts";
import { CheckIcon } from "../parts/icons.tsx";

export interface FirstRunStepsProps {
  current: FirstRunStep;
  done: Record<FirstRunStep, boolean>;
  skipped: readonly FirstRunStep[];
  onSkipAll: () => void;
}

const NAMES: Record<FirstRunStep, string> = {
  connect: t("options.connect.heading"),
  zone: t("options.zone.heading"),
  sites: t("options.sites.heading"),
};

/** How far the first run is, and the way past it. */
export function FirstRunSteps({ current, done, skipped, onSkipAll }: FirstRunStepsProps) {
  const at = FIRST_RUN_STEPS.indexOf(current);
  return (
    <nav class="first-run" aria-label={t("firstRun.name")}>
      <p class="first-run-intro">{t("firstRun.intro")}</p>
      <ol class="steps">
        {FIRST_RUN_STEPS.map((step, place) => {
          const isBehind = place < at;
          const isDone = isBehind && done[step];
          return (
            <li
              key={step}
              class={isDone ? "step is-done" : "step"}
              {...(step === current && { "aria-current": "step" })}
            >
              <span class="step-number" aria-hidden="true">
                {isDone ? <CheckIcon /> : number(place + 1)}
              </span>
              {NAMES[step]}
              {isBehind && (
                <span class={isDone ? "heard-only" : "hint"}>
                  {isDone || !skipped.includes(step) ? t("firstRun.done") : t("firstRun.skipped")}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <button type="button" class="link-button" onClick={onSkipAll}>
        {t("firstRun.skipAll")}
      </button>
    </nav>
  );
}
