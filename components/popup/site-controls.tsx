import type { SiteActions } from "../site-actions.ts";
import type { SitePolicy } from "../site-policy.ts";
import { MarksSwitch, type MarksSwitchProps } from "./marks-switch.tsx";
import { SiteSwitch } from "./site-switch.tsx";
import { isOnNow, useSite } from "./use-site.ts";

export interface SiteControlsProps extends MarksSwitchProps {
  sites: SiteActions;
  policy: SitePolicy;
}

/** What can be switched for the site of the active tab. */
export function SiteControls({ sites, policy, background }: SiteControlsProps) {
  const control = useSite(sites, policy);
  const { site } = control;
  const on = isOnNow(site);
  return (
    <footer class="site-controls">
      <SiteSwitch {...control} />
      {/* Nothing can be underlined where nothing may be read. */}
      {on && <MarksSwitch background={background} />}
    </footer>
  );
}
