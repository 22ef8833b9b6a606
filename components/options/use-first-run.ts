import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../../lib/connection/replies.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../lib/settings/first-run-steps.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** How far the user is in the first run. */
export interface FirstRunProgress {
  step: FirstRunStep;
  skipped: readonly FirstRunStep[];
  /** The step was reached by an action on this page, not by opening it. */
  moved: boolean;
  /** Continues to the next step. */
  goOn: () => void;
  /** Continues without completing this step, and remembers that. */
  skip: () => void;
}

/**
 * Leads from step to step. When the page is reopened, the position follows from what has been done: a key that Keycard
 * accepted, a chosen zone. Only skipped steps have to be remembered.
 */
export function useFirstRun(
  store: PersonalSettingsStore,
  firstRun: FirstRun,
  connection: Connection | undefined,
): FirstRunProgress {
  const [passed, setPassed] = useState<readonly FirstRunStep[]>([]);
  const skipped = [...new Set([...firstRun.skipped, ...passed])];
  const due = dueStep(connection, skipped);
  /** The step that the user has continued to; undefined until they do something here. */
  const [reached, setReached] = useState<FirstRunStep>();
  const isConnected = connection !== undefined && "keyKind" in connection;
  const [began, setBegan] = useState<FirstRunStep>();
  useEffect(() => {
    // After a key was accepted, the zone is next, even if there is only one.
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
      // If this isn't saved, the user is only asked again next time.
      void store.save({ firstRun: { ...firstRun, done: false, skipped: all } });
    },
  };
}

/** The first step that is neither done nor skipped. The last one is done when the user says so. */
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
