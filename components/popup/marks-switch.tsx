import type { BackgroundApi, TabMarks } from "../../lib/messages/background-api.ts";
import { hostName } from "../site-actions.ts";
import { marksTexts } from "../texts.ts";
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
      <SwitchRow title={marksTexts.title} note={marksTexts.lost} tone="alert" />
    ) : (
      <div class="site" aria-hidden="true" />
    );
  const { marks, steady } = known;
  if (marks.state === "unavailable") return null;
  const trouble = refused ? marksTexts.notSwitched : lost ? marksTexts.lost : undefined;
  const partial = marks.state === "on" && marks.lines !== "all";
  return (
    <SwitchRow
      title={marksTexts.title}
      note={trouble ?? noteOf(marks, steady)}
      tone={trouble !== undefined ? "alert" : partial ? "caution" : "plain"}
      toggle={{
        name: marksTexts.switchName(hostName(marks.pattern)),
        on: marks.state === "on",
        busy,
        onClick: toggle,
      }}
    />
  );
}

function noteOf(marks: Exclude<TabMarks, { state: "unavailable" }>, steady: boolean): string {
  if (marks.state === "off") return marksTexts.off;
  if (marks.lines === "resting") return marksTexts.resting(marks.count);
  if (marks.lines === "capped") return marksTexts.capped(marks.count);
  if (marks.count === 0 && !steady) return marksTexts.looking;
  return marksTexts.underlined(marks.count);
}
