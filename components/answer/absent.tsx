import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { announce, silence } from "../parts/announcer.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Extent } from "../user/extent.ts";
import { announcedElsewhere } from "./announced-answer.ts";
import { absentText, type Surface } from "./answer-texts.ts";
import { Asked } from "./asked.tsx";
import { AskedDetails } from "./asked-details.tsx";
import { ElsewhereFound } from "./elsewhere-found.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { otherZonesText } from "./other-zones-text.ts";
import { settled } from "./settled.ts";

export interface AbsentProps {
  answer: Answer;
  query: Query;
  /** What the answer is about; undefined only while nobody could be asked. */
  zone: ZoneRef | undefined;
  surface: Surface;
  extent: Extent;
  consoleTemplate?: string | undefined;
  lookElsewhere: BackgroundApi["lookElsewhere"];
  onOpenOptions: () => void;
  /** See FailureActions. */
  onUnlock?: (() => void) | undefined;
}

/** Nobody of this zone; with one click, whoever it is in the other zones. */
export function Absent(props: AbsentProps) {
  const { answer, query, zone, surface, extent, lookElsewhere, onOpenOptions, onUnlock } = props;
  const [reply, setReply] = useState<ElsewhereReply>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!reply) return;
    announce(announcedElsewhere(reply, query));
    return silence;
  }, [reply]);

  async function look(zoneId: string) {
    setReply(undefined);
    setBusy(true);
    setReply(await settled(lookElsewhere({ query, zoneId })));
    setBusy(false);
  }

  // Where the person was found, that they are not here stands in that zone's head.
  if (reply?.state === "looked" && reply.found.hits.length > 0)
    return (
      <>
        <ElsewhereFound {...props} hits={reply.found.hits} />
        <OtherZones reply={reply} />
      </>
    );
  return (
    <>
      <div class="user">
        <Asked query={query} />
        <Notice kind="absent" said={absentText(query, zone, surface)}>
          {!reply && zone && (
            <button
              type="button"
              class="button"
              disabled={busy}
              aria-busy={busy}
              onClick={() => void look(zone.id)}
            >
              {t("elsewhere.look")}
            </button>
          )}
          {busy && <progress class="looking" aria-label={t("elsewhere.looking")} />}
        </Notice>
        {reply?.state === "failed" && zone && (
          <FailureNotice
            failure={reply.failure}
            onOpenOptions={onOpenOptions}
            onUnlock={onUnlock}
            onAgain={() => void look(zone.id)}
          />
        )}
        {extent === "whole" && <AskedDetails query={query} zone={zone} answer={answer} />}
      </div>
      {reply && reply.state !== "failed" && <OtherZones reply={reply} />}
    </>
  );
}

/** What is to say of the zones that do not have the person. */
function OtherZones({ reply }: { reply: Exclude<ElsewhereReply, { state: "failed" }> }) {
  const sentences = otherZonesText(reply);
  if (sentences.length === 0) return null;
  return (
    <ul class="other-zones">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <InertText text={sentence} />
        </li>
      ))}
    </ul>
  );
}
