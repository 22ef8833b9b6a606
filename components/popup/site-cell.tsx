import { t } from "../../lib/i18n.ts";
import { hostName, siteName } from "../sites/site-actions.ts";
import { ControlCell } from "./control-cell.tsx";
import type { Note } from "./control-notes.tsx";
import { ControlSwitch } from "./control-switch.tsx";
import { isOnNow, type SiteControl, type SiteState } from "./use-site.ts";

/** Turns hover cards on and off on the active tab's site. */
export function SiteCell({ site, trouble, toggle }: SiteControl) {
  return (
    <ControlCell
      kind="site"
      caption={t("site.caption")}
      locked={site.state === "policy-on" || site.state === "policy-off"}
    >
      {site.state === "unavailable" && <span class="control-none">{t("site.notHere")}</span>}
      {"pattern" in site && (
        <ControlSwitch
          name={t("site.switchName", { host: siteName(site.pattern) })}
          on={isOnNow(site)}
          disabled={site.state !== "on" && site.state !== "off"}
          word={hostName(site.pattern)}
          described={trouble ?? reasonOf(site)}
          onClick={toggle}
        />
      )}
    </ControlCell>
  );
}

/** A note about the switch, if any. */
export function siteNote(
  { site, trouble, toggle }: SiteControl,
  isIdle: boolean,
): Note | undefined {
  const isOff = site.state === "off";
  const button = isOff && { button: { name: t("site.turnOn"), onClick: toggle } };
  if (trouble !== undefined) return { tone: "alert", text: trouble, ...button };
  if (isOff && isIdle)
    return { tone: "plain", text: t("site.off", { host: hostName(site.pattern) }), ...button };
  const text = reasonOf(site);
  return text === undefined ? undefined : { tone: "plain", text };
}

/** Why the user can't change it. */
function reasonOf(site: SiteState): string | undefined {
  switch (site.state) {
    case "fixed":
      return t("site.fixed");
    case "policy-on":
      return t("site.policyOn");
    case "policy-off":
      return t("site.policyOff");
    case "covered":
      return t("site.covered", { pattern: siteName(site.by) });
    default:
      return undefined;
  }
}
