import { useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { covers } from "../../lib/sites/match.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { announce } from "../parts/announcer.tsx";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { type SiteActions, siteName } from "../sites/site-actions.ts";

export interface PolicySitesProps {
  policy: Pick<Policy, "sitesOn" | "sitesOff">;
  sites: SiteActions;
  /** The sites that are on. */
  on: readonly Site[];
  /** The browser was asked: the list of sites that are on can have changed. */
  onSwitched: () => Promise<void>;
}

/**
 * The sites that the organization wants on or off. No policy can grant access to a site, so missing ones are requested
 * in one browser prompt.
 */
export function PolicySites({ policy, sites, on, onSwitched }: PolicySitesProps) {
  const { sitesOn = [], sitesOff = [] } = policy;
  const [refused, setRefused] = useState(false);
  const missing = sitesOn.filter(
    (site) =>
      !on.some(({ pattern }) => covers(pattern, site)) &&
      !sitesOff.some((pattern) => covers(pattern, site)),
  );

  /** Called directly from the click: otherwise the browser doesn't ask. */
  function request() {
    const done = (granted: boolean) => {
      setRefused(!granted);
      if (granted) announce(t("policy.sites.switchedOn"));
      return onSwitched();
    };
    void sites.requestSite(...missing).then(done, () => done(false));
  }

  return (
    <>
      {missing.length > 0 && (
        <div class="policy-sites">
          <p>{t("policy.sites.asksFor")}</p>
          <Sites patterns={missing} />
          <button type="button" class="button primary" onClick={request}>
            {t("policy.sites.switchOn", missing.length, [number(missing.length)])}
          </button>
          {refused && (
            <p class="error" role="alert">
              {t("site.refused")}
            </p>
          )}
        </div>
      )}
      {sitesOff.length > 0 && (
        <div class="policy-sites">
          <p>{t("policy.sites.off")}</p>
          <Sites patterns={sitesOff} />
          <SetByOrganization />
        </div>
      )}
    </>
  );
}

function Sites({ patterns }: { patterns: readonly string[] }) {
  return (
    <ul class="sites">
      {patterns.map((pattern) => (
        <li key={pattern} class="site-item">
          <span class="site-pattern">{siteName(pattern)}</span>
        </li>
      ))}
    </ul>
  );
}
