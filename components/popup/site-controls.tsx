import type { SiteActions } from "../site-actions.ts";
import { MarksSwitch, type MarksSwitchProps } from "./marks-switch.tsx";
import { SiteSwitch } from "./site-switch.tsx";
import { useSite } from "./use-site.ts";

export interface SiteControlsProps extends MarksSwitchProps {
  sites: SiteActions;
}

/** What can be switched for the site of the active tab. */
export function SiteControls({ sites, background }: SiteControlsProps) {
  const control = useSite(sites);
  const { site } = control;
  const on = site.state === "on" || site.state === "fixed" || site.state === "covered";
  return (
    <footer class="site-controls">
      <SiteSwitch {...control} />
      {/* Nothing can be underlined where nothing may be read. */}
      {on && <MarksSwitch background={background} />}
    </footer>
  );
}
