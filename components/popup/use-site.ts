import { useEffect, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { covers } from "../../lib/sites/match.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { type SitePolicy, setFor } from "../sites/site-policy.ts";

/** What is known of the active tab's site. */
export type SiteState =
  | { state: "asking" }
  /** No site can be turned on for this tab. */
  | { state: "unavailable" }
  | { state: "off" | "on" | "fixed"; pattern: string }
  /** The organization has turned it off, whatever is permitted; or wants it on, and it is. */
  | { state: "policy-off" | "policy-on"; pattern: string }
  /** On through a wider permission, which this switch can't remove. */
  | { state: "covered"; pattern: string; by: string };

/** Whether lookups work there. */
export function isOnNow({ state }: SiteState): boolean {
  return state === "on" || state === "fixed" || state === "covered" || state === "policy-on";
}

/** What the popup needs of sites. */
export type PopupSites = Pick<
  SiteActions,
  "listSites" | "onSitesChanged" | "removeSite" | "requestSite" | "siteOfActiveTab"
>;

export interface SiteControl {
  site: SiteState;
  /** Why the switch failed. */
  trouble: string | undefined;
  /** Must be called directly from a click: otherwise the browser doesn't ask. */
  toggle(): void;
}

/** The active tab's site, and how to turn it on and off. */
export function useSite(sites: PopupSites, policy: SitePolicy): SiteControl {
  const [site, setSite] = useState<SiteState>({ state: "asking" });
  const [trouble, setTrouble] = useState<string>();
  const look = () =>
    siteState(sites, policy).then(setSite, () => setSite({ state: "unavailable" }));
  useEffect(() => {
    void look();
    return sites.onSitesChanged(() => void look());
  }, [sites, policy]);

  function follow(asked: Promise<boolean>, refused: string) {
    const done = (granted: boolean) => {
      setTrouble(granted ? undefined : refused);
      return look();
    };
    void asked.then(done, () => done(false));
  }

  return {
    site,
    trouble,
    toggle() {
      if (site.state === "off") follow(sites.requestSite(site.pattern), t("site.refused"));
      if (site.state === "on") follow(sites.removeSite(site.pattern), t("site.notRemoved"));
    },
  };
}

async function siteState(sites: PopupSites, policy: SitePolicy): Promise<SiteState> {
  const [pattern, on] = await Promise.all([sites.siteOfActiveTab(), sites.listSites()]);
  if (pattern === undefined) return { state: "unavailable" };
  const set = setFor(pattern, policy);
  if (set === "off") return { state: "policy-off", pattern };
  if (set === "on" && on.some((site) => covers(site.pattern, pattern)))
    return { state: "policy-on", pattern };
  const own = on.find((site) => site.pattern === pattern);
  if (own) return { state: own.fixed ? "fixed" : "on", pattern };
  const wider = on.find((site) => covers(site.pattern, pattern));
  return wider ? { state: "covered", pattern, by: wider.pattern } : { state: "off", pattern };
}
