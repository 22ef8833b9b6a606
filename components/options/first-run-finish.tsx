import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import { anyOf, t } from "../../lib/i18n.ts";
import { covers } from "../../lib/sites/match.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { hostName, type OpenSites, type SiteActions } from "../sites/site-actions.ts";
import { FirstRunStepContext, firstRunDone, screenLabel } from "./first-run-step.ts";
import { FirstRunSteps } from "./first-run-steps.tsx";
import { Section } from "./section.tsx";
import { TryIt } from "./try-it-section.tsx";
import { useOpenSites } from "./use-open-sites.ts";
import { useSites } from "./use-sites.ts";

/** Maximum number of sites that are named. */
const NAMED_MAX = 3;

export interface FirstRunFinishProps {
  background: BackgroundApi;
  store: ConnectionStore;
  settings: PersonalSettings;
  sites: SiteActions & OpenSites;
  /** Continues to all options. */
  onLeave: () => void;
}

/** The end of the first run: everything is set up, where to use it, and a place to try it. */
export function FirstRunFinish(props: FirstRunFinishProps) {
  const { background, store, settings, sites, onLeave } = props;
  const connection = store.connection.value;
  const on = useSites(sites);
  const open = useOpenSites(sites);
  const zone = connection?.state === "ready" ? connection.zone : undefined;
  // Sites are mentioned only once the browser has reported both.
  const where =
    on &&
    open &&
    whereToGo(
      on.map(({ pattern }) => pattern),
      open,
    );
  return (
    <>
      <FirstRunSteps current="finish" done={firstRunDone(connection, on)} />
      <FirstRunStepContext.Provider
        value={{
          label: screenLabel("finish"),
          isCurrent: true,
          arrived: true,
          end: (
            <div class="step-end">
              <button type="button" class="button primary" onClick={onLeave}>
                {t("firstRun.allSettings")}
              </button>
            </div>
          ),
        }}
      >
        <Section heading={zone ? t("firstRun.set.heading") : t("firstRun.unset.heading")}>
          {zone ? (
            <>
              {where && <p>{where}</p>}
              <TryIt background={background} settings={settings} zone={zone} />
            </>
          ) : (
            <p>{t("firstRun.unset.text")}</p>
          )}
        </Section>
      </FirstRunStepContext.Provider>
    </>
  );
}

/** `zendesk.com`, for a pattern with all its hosts too */
const domain = (pattern: string) => hostName(pattern).replace(/^\*\./, "");

/** Where hovering works now: the sites that are open in tabs, or else those that are on. */
function whereToGo(on: readonly string[], open: readonly string[]): string {
  const openOn = open.filter((site) => on.some((pattern) => covers(pattern, site)));
  const named = (patterns: readonly string[]) => anyOf(patterns.slice(0, NAMED_MAX).map(domain));
  if (openOn.length > 0) return t("firstRun.set.open", { sites: named(openOn) });
  return on.length > 0 ? t("firstRun.set.on", { sites: named(on) }) : t("firstRun.set.nowhere");
}
