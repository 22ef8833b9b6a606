import type { ComponentChildren } from "preact";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { ControlNotes } from "./control-notes.tsx";
import { MarksCell, marksNote } from "./marks-cell.tsx";
import { SiteCell, siteNote } from "./site-cell.tsx";
import { useMarks } from "./use-marks.ts";
import { isOnNow, useSite } from "./use-site.ts";
import { ZoneCell, zoneNote } from "./zone-cell.tsx";

export interface ControlsProps {
  sites: SiteActions;
  policy: Policy;
  background: Pick<BackgroundApi, "tabMarks" | "switchMarks">;
  connection: ConnectionStore;
  onChooseZone: (zoneId: string) => void;
  /** What stands between the row and its notes. */
  children?: ComponentChildren;
}

/** The popup's first row: look-ups and underlines on the site of the active tab, and the zone. */
export function Controls(props: ControlsProps) {
  const { sites, policy, background, connection, onChooseZone, children } = props;
  const site = useSite(sites, policy);
  const marks = useMarks(background, isOnNow(site.site));
  return (
    <>
      <section class="controls" aria-label={t("popup.controls")}>
        <SiteCell {...site} />
        <MarksCell site={site.site} control={marks} />
        <ZoneCell store={connection} locked={policy.zone !== undefined} onChoose={onChooseZone} />
      </section>
      {children}
      <ControlNotes notes={[siteNote(site), marksNote(marks), zoneNote(connection)]} />
    </>
  );
}
