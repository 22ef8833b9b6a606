import type { ComponentChildren } from "preact";
import type { ZoneFacts } from "../../lib/connection/replies.ts";
import { t } from "../../lib/i18n.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../lib/settings/first-run-steps.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { ConnectSection } from "./connect-section.tsx";
import { FirstRunStepContext, firstRunDone, screenLabel } from "./first-run-step.ts";
import { FirstRunSteps } from "./first-run-steps.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { SitesSection, type SitesSectionProps } from "./sites-section.tsx";
import { useFirstRun } from "./use-first-run.ts";
import { useSites } from "./use-sites.ts";
import { ZoneSection } from "./zone-section.tsx";

export interface FirstRunViewProps extends Omit<SitesSectionProps, "policy"> {
  store: ConnectionStore;
  settings: PersonalSettingsStore;
  firstRun: FirstRun;
  policy: Policy;
  /** What the zone in use reports about itself and the key. */
  facts: ZoneFacts | undefined;
  /** The user has just come here by agreeing. */
  begun: boolean;
  /** @param how completed or skipped */
  onEnd: (how: "done" | "skipped") => void;
}

/**
 * From nothing to lookups, one step at a time, with completed steps still visible. Each step does the same as its
 * section in the options does later.
 */
export function FirstRunView(props: FirstRunViewProps) {
  const { store, settings, firstRun, policy, facts, sites, shortcut, begun, onEnd } = props;
  const connection = store.connection.value;
  const way = useFirstRun(settings, firstRun, connection);
  const on = useSites(sites);
  const done = firstRunDone(connection, on);
  const ends: Record<FirstRunStep, ComponentChildren> = {
    connect: <StepEnd onSkip={way.skip} />,
    zone: done.zone ? <StepEnd onGoOn={way.goOn} /> : <StepEnd onSkip={way.skip} />,
    sites: (
      <button type="button" class="button primary" onClick={() => onEnd("done")}>
        {done.sites ? t("firstRun.finish") : t("firstRun.finishWithout")}
      </button>
    ),
  };
  const sections: Record<FirstRunStep, ComponentChildren> = {
    connect: (
      <ConnectSection
        store={store}
        settings={settings}
        policy={policy}
        powers={facts?.powers}
        brief
      />
    ),
    zone: <ZoneSection store={store} signIn={facts?.signIn} locked={policy.zone !== undefined} />,
    sites: <SitesSection sites={sites} shortcut={shortcut} policy={policy} />,
  };
  const current = FIRST_RUN_STEPS.indexOf(way.step);
  const shown = FIRST_RUN_STEPS.slice(0, current + 1).filter(
    (step) => step === way.step || done[step] || !way.skipped.includes(step),
  );
  return (
    <>
      <FirstRunSteps
        current={way.step}
        done={done}
        {...(way.step !== "sites" && { onSkipAll: () => onEnd("skipped") })}
      />
      {shown.map((step) => (
        <FirstRunStepContext.Provider
          key={step}
          value={{
            label: screenLabel(step),
            isCurrent: step === way.step,
            arrived: step === way.step && (way.moved || begun),
            end: step === way.step && <div class="step-end">{ends[step]}</div>,
          }}
        >
          {sections[step]}
        </FirstRunStepContext.Provider>
      ))}
    </>
  );
}

function StepEnd({ onGoOn, onSkip }: { onGoOn?: () => void; onSkip?: () => void }) {
  return onGoOn ? (
    <button type="button" class="button primary" onClick={onGoOn}>
      {t("firstRun.goOn")}
    </button>
  ) : (
    <button type="button" class="button" onClick={onSkip}>
      {t("firstRun.skip")}
    </button>
  );
}
