import { number, t } from "../../lib/i18n.ts";
import { MARKS_MAX } from "../../lib/limits.ts";
import type { BackgroundApi, TabMarks } from "../../lib/messages/background-api.ts";
import { hostName } from "../site-actions.ts";
import { SwitchRow } from "./switch-row.tsx";
import { useMarks } from "./use-marks.ts";

export interface MarksSwitchProps {
  background: Pick<BackgroundApi, "tabMarks" | "switchMarks">;
}

/** Underlines on the site of the active tab, which is switched on; and how many there are. */
export function MarksSwitch({ background }: MarksSwitchProps) {
  const { known, lost, refused, busy, toggle } = useMarks(background);
  if (!known)
    return lost ? (
      <SwitchRow title={t("marks.title")} note={t("marks.lost")} tone="alert" />
    ) : (
      <div class="site" aria-hidden="true" />
    );
  const { marks, steady } = known;
  if (marks.state === "unavailable") return null;
  const trouble = refused ? t("marks.notSwitched") : lost ? t("marks.lost") : undefined;
  const partial = marks.state === "on" && marks.lines !== "all";
  return (
    <SwitchRow
      title={t("marks.title")}
      note={trouble ?? noteOf(marks, steady)}
      tone={trouble !== undefined ? "alert" : partial ? "caution" : "plain"}
      toggle={{
        name: t("marks.switchName", { host: hostName(marks.pattern) }),
        on: marks.state === "on",
        busy,
        onClick: toggle,
      }}
    />
  );
}

function noteOf(marks: Exclude<TabMarks, { state: "unavailable" }>, steady: boolean): string {
  if (marks.state === "off") return t("marks.off");
  if (marks.lines === "resting") return t("marks.resting", marks.count, [number(marks.count)]);
  if (marks.lines === "capped") return cappedText(marks.count);
  if (marks.count === 0 && !steady) return t("marks.looking");
  return t("marks.underlined", marks.count, [number(marks.count)]);
}

/** @param count of all frames together, each of which has its own cap */
function cappedText(count: number): string {
  const most = number(MARKS_MAX);
  return count <= MARKS_MAX
    ? t("marks.capped", { most: number(count) })
    : t("marks.cappedInFrame", { count: number(count), most });
}
