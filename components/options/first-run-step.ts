import { type ComponentChildren, createContext } from "preact";
import type { Connection } from "../../lib/connection/replies.ts";
import { number, t } from "../../lib/i18n.ts";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../lib/settings/first-run-steps.ts";
import type { Site } from "../../lib/sites/sites.ts";

/** The steps, followed by the final screen. */
export const FIRST_RUN_SCREENS = [...FIRST_RUN_STEPS, "finish"] as const;

export type FirstRunScreen = (typeof FIRST_RUN_SCREENS)[number];

export const SCREEN_NAMES: Record<FirstRunScreen, string> = {
  connect: t("options.connect.heading"),
  zone: t("options.zone.heading"),
  sites: t("options.sites.heading"),
  finish: t("firstRun.finishStep"),
};

export type FirstRunDone = Record<FirstRunStep, boolean>;

/** Which steps of the first run are done, derived from the state. @param on the sites that are on, once known */
export function firstRunDone(
  connection: Connection | undefined,
  on: readonly Site[] = [],
): FirstRunDone {
  return {
    connect: connection !== undefined && "keyKind" in connection,
    zone: connection?.state === "ready",
    sites: on.length > 0,
  };
}

/** `Step 1 of 4` */
export function screenLabel(screen: FirstRunScreen): string {
  return t("firstRun.step", {
    step: number(FIRST_RUN_SCREENS.indexOf(screen) + 1),
    of: number(FIRST_RUN_SCREENS.length),
  });
}

/** What a section also shows as a step of the first run. */
export interface FirstRunStepView {
  /** `Step 1 of 4` */
  label: string;
  isCurrent: boolean;
  /** The user got here by an action on this page. */
  arrived: boolean;
  /** The buttons to continue. */
  end?: ComponentChildren;
}

export const FirstRunStepContext = createContext<FirstRunStepView | undefined>(undefined);
