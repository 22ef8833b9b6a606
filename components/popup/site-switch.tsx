import { useEffect, useState } from "preact/hooks";
import type { Site } from "../../lib/sites/sites.ts";
import { type SiteActions, siteName } from "../site-actions.ts";
import { siteTexts } from "../texts.ts";

/** What is known of the site in front of the person. */
type SiteState =
  | { state: "asking" }
  /** No site can be switched on for this tab. */
  | { state: "unavailable" }
  | { state: "off" | "on" | "fixed"; pattern: string }
  /** On through a wider permission, which is not this switch's to take back. */
  | { state: "covered"; pattern: string; by: string };

/** Hover look-ups on the site of the active tab, on or off. */
export function SiteSwitch({ sites }: { sites: SiteActions }) {
  const [site, setSite] = useState<SiteState>({ state: "asking" });
  const [trouble, setTrouble] = useState<string>();
  const look = () => siteState(sites).then(setSite, () => setSite({ state: "unavailable" }));
  useEffect(() => void look(), [sites]);
  if (site.state === "asking") return <div class="site" aria-hidden="true" />;
  if (site.state === "unavailable")
    return (
      <div class="site">
        <span class="site-words">
          <span class="site-title">{siteTexts.title}</span>
          <span class="site-note">{siteTexts.unavailable}</span>
        </span>
      </div>
    );
  const on = site.state !== "off";
  const toggle = (asked: Promise<boolean>, refused: string) => {
    const done = (granted: boolean) => {
      setTrouble(granted ? undefined : refused);
      return look();
    };
    void asked.then(done, () => done(false));
  };
  return (
    <div class="site">
      <span class="site-words">
        <span class="site-title">{siteName(site.pattern).replace(/^https?:\/\//, "")}</span>
        <span class="site-note" role={trouble === undefined ? undefined : "alert"}>
          {trouble ?? noteOf(site)}
        </span>
      </span>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={siteTexts.switchName(siteName(site.pattern))}
        disabled={site.state === "fixed" || site.state === "covered"}
        // The browser asks the person only when it is called straight from the click.
        onClick={() =>
          on
            ? toggle(sites.removeSite(site.pattern), siteTexts.notRemoved)
            : toggle(sites.requestSite(site.pattern), siteTexts.refused)
        }
      />
    </div>
  );
}

function noteOf(site: Extract<SiteState, { pattern: string }>): string {
  switch (site.state) {
    case "off":
      return siteTexts.off;
    case "on":
      return siteTexts.on;
    case "fixed":
      return siteTexts.fixed;
    case "covered":
      return siteTexts.covered(siteName(site.by));
  }
}

async function siteState(sites: SiteActions): Promise<SiteState> {
  const [pattern, on] = await Promise.all([sites.siteOfActiveTab(), sites.listSites()]);
  if (pattern === undefined) return { state: "unavailable" };
  const own = on.find((site) => site.pattern === pattern);
  if (own) return { state: own.fixed ? "fixed" : "on", pattern };
  const wider = on.find((site) => covers(site, pattern));
  return wider ? { state: "covered", pattern, by: wider.pattern } : { state: "off", pattern };
}

/** Whether a wider permission, such as the browser's "on all sites", takes this site in. */
function covers(site: Site, pattern: string): boolean {
  if (site.pattern === "<all_urls>") return true;
  const [scheme, host = ""] = parts(site.pattern);
  const [ownScheme, ownHost = ""] = parts(pattern);
  if (scheme !== "*" && scheme !== ownScheme) return false;
  if (host === "*") return true;
  if (!host.startsWith("*.")) return host === ownHost;
  return ownHost === host.slice(2) || ownHost.endsWith(host.slice(1));
}

const parts = (pattern: string) => pattern.replace(/\/\*$/, "").split("://");
