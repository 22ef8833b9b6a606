import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import type { SiteActions } from "../site-actions.ts";
import type { SitePolicy } from "../site-policy.ts";
import { MarksSwitch, type MarksSwitchProps } from "./marks-switch.tsx";
import { SiteSwitch } from "./site-switch.tsx";
import { isOnNow, useSite } from "./use-site.ts";

export interface SiteControlsProps extends MarksSwitchProps {
  sites: SiteActions;
  policy: SitePolicy;
  /** What stands between. */
  children?: ComponentChildren;
}

/**
 * What can be switched for the site of the active tab: look-ups before all else, for without them nothing happens in
 * the page; lines last, so that nothing moves when they turn out to be possible.
 */
export function SiteControls({ sites, policy, background, children }: SiteControlsProps) {
  const control = useSite(sites, policy);
  const { site } = control;
  const on = isOnNow(site);
  return (
    <>
      <section class="site-controls" aria-label={t("site.title")}>
        <SiteSwitch {...control} />
      </section>
      {children}
      {/* Nothing can be underlined where nothing may be read. */}
      {on && (
        <footer class="site-controls">
          <MarksSwitch background={background} />
        </footer>
      )}
    </>
  );
}
