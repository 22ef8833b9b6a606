import { useId, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { covers } from "../../lib/sites/match.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { WELL_KNOWN_TOOLS } from "../../lib/sites/well-known.ts";
import { announce } from "../parts/announcer.tsx";
import { type SiteActions, siteName } from "../sites/site-actions.ts";
import { type SitePolicy, setFor } from "../sites/site-policy.ts";

export interface OffInTabsProps {
  sites: SiteActions;
  /** The sites that are on. */
  on: readonly Site[];
  /** The sites open in tabs, as far as the browser reports them. */
  open: readonly string[];
  policy: SitePolicy;
  /** The browser was asked: the list of sites that are on can have changed. */
  onSwitched: () => Promise<void>;
}

/**
 * Sites that are open in tabs but off, each turned on with one click; those of a known tool are listed with the tools.
 */
export function OffInTabs({ sites, on, open, policy, onSwitched }: OffInTabsProps) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const known = [
    ...on.map(({ pattern }) => pattern),
    ...WELL_KNOWN_TOOLS.flatMap(({ patterns }) => patterns),
  ];
  const off = open.filter(
    (site) => !known.some((one) => covers(one, site)) && setFor(site, policy) === undefined,
  );

  /** Called directly from the click: otherwise the browser doesn't ask. */
  function turnOn(site: string) {
    const done = (granted: boolean) => {
      setRefused(!granted);
      if (granted) announce(t("options.sites.added", { site: siteName(site) }));
      return onSwitched();
    };
    void sites.requestSite(site).then(done, () => done(false));
  }

  if (off.length === 0) return null;
  return (
    <div>
      <p class="label" id={id}>
        {t("options.sites.open")}
      </p>
      <ul class="sites" aria-labelledby={id}>
        {off.map((site) => (
          <li key={site} class="site-item">
            <span class="site-pattern">{siteName(site)}</span>
            <button
              type="button"
              class="button"
              aria-label={t("options.sites.turnOn", { site: siteName(site) })}
              onClick={() => turnOn(site)}
            >
              {t("options.sites.add")}
            </button>
          </li>
        ))}
      </ul>
      {refused && (
        <p class="error" role="alert">
          {t("site.refused")}
        </p>
      )}
    </div>
  );
}
