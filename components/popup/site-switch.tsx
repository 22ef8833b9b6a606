import { t } from "../../lib/i18n.ts";
import { hostName, siteName } from "../site-actions.ts";
import { SwitchRow } from "./switch-row.tsx";
import { isOnNow, type SiteControl, type SiteState } from "./use-site.ts";

/** Hover look-ups on the site of the active tab, on or off. */
export function SiteSwitch({ site, trouble, toggle }: SiteControl) {
  if (site.state === "asking") return <div class="site" aria-hidden="true" />;
  if (site.state === "unavailable")
    return <SwitchRow title={t("site.title")} note={t("site.unavailable")} />;
  return (
    <SwitchRow
      title={hostName(site.pattern)}
      note={trouble ?? noteOf(site)}
      tone={trouble === undefined ? "plain" : "alert"}
      toggle={{
        name: t("site.switchName", { host: siteName(site.pattern) }),
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
      return t("site.off");
    case "on":
      return t("site.on");
    case "fixed":
      return t("site.fixed");
    case "policy-on":
      return t("site.policyOn");
    case "policy-off":
      return t("site.policyOff");
    case "covered":
      return t("site.covered", { pattern: siteName(site.by) });
  }
}
