import { useLayoutEffect } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import type { Note } from "./control-notes.tsx";
import { MarksCell, marksNote } from "./marks-cell.tsx";
import { SiteCell, siteNote } from "./site-cell.tsx";
import { useMarks } from "./use-marks.ts";
import { isOnNow, type PopupSites, useSite } from "./use-site.ts";
import { ZoneCell, zoneNote } from "./zone-cell.tsx";

export interface ControlsProps {
  sites: PopupSites;
  policy: Policy;
  background: Pick<BackgroundApi, "tabMarks" | "switchMarks">;
  connection: ConnectionStore;
  /** Nothing else is in progress: there is room for hints. */
  isIdle: boolean;
  onChooseZone: (zoneId: string) => void;
  /** Receives the controls' notes, which are shown elsewhere, where they don't move anything when they appear. */
  onNotes: (notes: readonly Note[]) => void;
}

/** The popup's first row: hover cards and underlines on the active tab's site, and the zone. */
export function Controls(props: ControlsProps) {
  const { sites, policy, background, connection, isIdle, onChooseZone, onNotes } = props;
  const site = useSite(sites, policy);
  const marks = useMarks(background, isOnNow(site.site));
  const notes = [siteNote(site, isIdle), marksNote(marks), zoneNote(connection)].filter(
    (note) => note !== undefined,
  );
  useLayoutEffect(() => onNotes(notes), [notes.map(({ text }) => text).join("\n")]);
  return (
    <section class="controls" aria-label={t("popup.controls")}>
      <SiteCell {...site} />
      <MarksCell site={site.site} control={marks} />
      <ZoneCell store={connection} locked={policy.zone !== undefined} onChoose={onChooseZone} />
    </section>
  );
}
