import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../../lib/connection/replies.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../lib/settings/first-run-steps.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** Where the person is in the first run. */
export interface FirstRunProgress {
  step: FirstRunStep;
  skipped: readonly FirstRunStep[];
  /** The step was reached by what the person did on this page, not by opening it. */
  moved: boolean;
  /** To the step after this one. */
  goOn: () => void;
  /** The same, with this one undone; that is remembered. */
  skip: () => void;
}

/**
 * Leads from step to step. What has been done says itself where to go on when the page is opened anew: a key that
 * Keycard took, a zone that is chosen; only what was skipped has to be remembered.
 */
export function useFirstRun(
  store: PersonalSettingsStore,
  firstRun: FirstRun,
  connection: Connection | undefined,
): FirstRunProgress {
  const [passed, setPassed] = useState<readonly FirstRunStep[]>([]);
  const skipped = [...new Set([...firstRun.skipped, ...passed])];
  const due = dueStep(connection, skipped);
  /** As far as the person has said to go on; undefined as long as they did nothing here. */
  const [reached, setReached] = useState<FirstRunStep>();
  const isConnected = connection !== undefined && "keyKind" in connection;
  const [began, setBegan] = useState<FirstRunStep>();
  useEffect(() => {
    // With a key that was just taken the zone is next, even where there is but one.
    if (isConnected && began === "connect") setReached((now) => now ?? "zone");
    setBegan((now) => now ?? (connection && due));
  }, [isConnected, connection, due, began]);
  const step = earlier(reached ?? began ?? due, due);
  const next = after(step);
  return {
    step,
    skipped,
    moved: reached !== undefined,
    goOn: () => setReached(next),
    skip() {
      // Without a key there is no zone to choose.
      const now: FirstRunStep[] = step === "connect" ? ["connect", "zone"] : [step];
      const all = [...new Set([...skipped, ...now])];
      setPassed(all);
      setReached(step === "connect" ? "sites" : next);
      // Not saved, it is only asked again the next time.
      void store.save({ firstRun: { ...firstRun, done: false, skipped: all } });
    },
  };
}

/** The first step that is neither done nor skipped. The last one is done when the person says so. */
function dueStep(
  connection: Connection | undefined,
  skipped: readonly FirstRunStep[],
): FirstRunStep {
  const isConnected = connection !== undefined && "keyKind" in connection;
  if (!isConnected) return skipped.includes("connect") ? "sites" : "connect";
  return connection.state === "ready" || skipped.includes("zone") ? "sites" : "zone";
}

const placeOf = (step: FirstRunStep) => FIRST_RUN_STEPS.indexOf(step);

const earlier = (one: FirstRunStep, other: FirstRunStep) =>
  placeOf(one) < placeOf(other) ? one : other;

const after = (step: FirstRunStep) => FIRST_RUN_STEPS[placeOf(step) + 1] ?? step;
