import { hostName, siteName } from "../site-actions.ts";
import { siteTexts } from "../texts.ts";
import { SwitchRow } from "./switch-row.tsx";
import { isOnNow, type SiteControl, type SiteState } from "./use-site.ts";

/** Hover look-ups on the site of the active tab, on or off. */
export function SiteSwitch({ site, trouble, toggle }: SiteControl) {
  if (site.state === "asking") return <div class="site" aria-hidden="true" />;
  if (site.state === "unavailable")
    return <SwitchRow title={siteTexts.title} note={siteTexts.unavailable} />;
  return (
    <SwitchRow
      title={hostName(site.pattern)}
      note={trouble ?? noteOf(site)}
      tone={trouble === undefined ? "plain" : "alert"}
      toggle={{
        name: siteTexts.switchName(siteName(site.pattern)),
        on: isOnNow(site),
        disabled: site.state !== "on" && site.state !== "off",
        onClick: toggle,
      }}
    />
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
    case "policy-on":
      return siteTexts.policyOn;
    case "policy-off":
      return siteTexts.policyOff;
    case "covered":
      return siteTexts.covered(siteName(site.by));
  }
}
