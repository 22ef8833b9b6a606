import type { TabMarks } from "../../lib/contract/replies.ts";
import { number, t } from "../../lib/i18n.ts";
import { MARKS_MAX } from "../../lib/limits.ts";
import { hostName } from "../sites/site-actions.ts";
import { ControlCell } from "./control-cell.tsx";
import type { Note } from "./control-notes.tsx";
import { ControlSwitch } from "./control-switch.tsx";
import type { MarksControl } from "./use-marks.ts";
import { isOnNow, type SiteState } from "./use-site.ts";

export interface MarksCellProps {
  site: SiteState;
  control: MarksControl;
}

/**
 * The switch for underlines on the active tab's site, and their number; nothing can be underlined while the site is
 * off.
 */
export function MarksCell({ site, control }: MarksCellProps) {
  return (
    <ControlCell kind="marks" caption={t("marks.caption")}>
      {site.state === "unavailable" && <None />}
      {"pattern" in site && <MarksSwitch site={site} control={control} />}
    </ControlCell>
  );
}

type OfSite = Extract<SiteState, { pattern: string }>;

function MarksSwitch({ site, control }: { site: OfSite; control: MarksControl }) {
  const { known, busy, toggle } = control;
  const name = (pattern: string) => t("marks.switchName", { host: hostName(pattern) });
  if (!isOnNow(site))
    return (
      <ControlSwitch
        name={name(site.pattern)}
        on={false}
        disabled
        {...(site.state === "off" && { described: t("marks.needsSite") })}
        onClick={toggle}
      />
    );
  if (!known) return null;
  if (known.marks.state === "unavailable") return <None />;
  const { marks, steady } = known;
  return (
    <ControlSwitch
      name={name(marks.pattern)}
      on={marks.state === "on"}
      busy={busy}
      word={marks.state === "on" && marks.found ? number(marks.found.count) : ""}
      described={marksNote(control)?.text ?? countText(marks, steady)}
      onClick={toggle}
    />
  );
}

/** The site's cell says why. */
const None = () => (
  <span class="control-none" aria-hidden="true">
    –
  </span>
);

/** A note about the switch, if any. */
export function marksNote({ known, lost, refused }: MarksControl): Note | undefined {
  if (refused) return { tone: "alert", text: t("marks.notSwitched") };
  if (lost) return { tone: "alert", text: t("marks.lost") };
  const marks = known?.marks;
  if (marks?.state !== "on" || !marks.found || marks.found.lines === "all") return undefined;
  const { count, lines } = marks.found;
  const resting = () => t("marks.resting", count, [number(count)]);
  return { tone: "caution", text: lines === "resting" ? resting() : cappedText(count) };
}

function countText(marks: TabMarks, steady: boolean): string | undefined {
  if (marks.state !== "on") return undefined;
  const count = marks.found?.count ?? 0;
  if (count === 0 && !steady) return t("marks.looking");
  return t("marks.underlined", count, [number(count)]);
}

/** @param count total of all frames, each of which has its own cap */
function cappedText(count: number): string {
  const most = number(MARKS_MAX);
  return count <= MARKS_MAX
    ? t("marks.capped", { most: number(count) })
    : t("marks.cappedInFrame", { count: number(count), most });
}
