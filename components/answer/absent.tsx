import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { searchTextOf } from "../../lib/search-text.ts";
import { BackIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Said } from "../parts/said.ts";
import { useFirstFocus } from "../parts/use-first-focus.ts";
import type { Extent } from "../user/extent.ts";
import { UserArticle } from "../user/user-article.tsx";
import { announcedElsewhere, announcedSuggestions } from "./announced-answer.ts";
import { absentText, inconclusiveText } from "./answer-texts.ts";
import { Asked } from "./asked.tsx";
import { AskedDetails } from "./asked-details.tsx";
import { ElsewhereFound } from "./elsewhere-found.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { otherZonesText } from "./other-zones-text.ts";
import { Suggestions } from "./suggestions.tsx";
import { type ExtraRequest, useExtraRequest } from "./use-extra-request.ts";

export interface AbsentProps {
  answer: Answer;
  query: Query;
  /** The zone that the answer is about; undefined only if no zone could be queried. */
  zone: ZoneRef | undefined;
  extent: Extent;
  /** See UserArticle. */
  consoleTemplate?: string | undefined;
  lookElsewhere: BackgroundApi["lookElsewhere"];
  suggest: BackgroundApi["suggest"];
  /** Called when a suggested user is opened. @param place index among the suggestions */
  onChosen?: (user: User, place: number) => void;
  /** Searches for a text in the popup. */
  onSearch: (text: string) => void;
  onOpenOptions: () => void;
  /** See FailureActions. */
  onUnlock?: (() => void) | undefined;
}

/** An answer that says no one was found, or that can't be certain. */
type Denied = Extract<Answer, { state: "absent" | "inconclusive" }>;

/**
 * No one in this zone, or no one for certain; one click suggests similar users, or searches the other zones.
 *
 * @param said replaces the usual words below a field that already shows the address
 */
export function Absent(props: AbsentProps & { answer: Denied; said?: Said }) {
  const { answer, query, zone, extent, consoleTemplate, onOpenOptions, onUnlock } = props;
  const zoneId = zone?.id ?? "";
  const elsewhere = useExtraRequest<ElsewhereReply>(
    () => props.lookElsewhere({ query, zoneId }),
    (reply) => announcedElsewhere(reply, query),
  );
  const similar = useExtraRequest(
    () => props.suggest({ query, zoneId }),
    (reply) => announcedSuggestions(reply, query, zone),
  );
  /** The suggestion that is open, and the one that was open before. */
  const [shown, setShown] = useState<User>();
  const before = useRef<User | undefined>(undefined);
  if (shown)
    return (
      <Chosen onBack={() => setShown(undefined)}>
        <UserArticle
          user={shown}
          zone={zone}
          asOf={undefined}
          extent={extent}
          consoleTemplate={consoleTemplate}
        />
      </Chosen>
    );
  // If the person was found elsewhere, that zone's heading says that they aren't here.
  if (elsewhere.reply?.state === "looked" && elsewhere.reply.found.hits.length > 0)
    return (
      <>
        <ElsewhereFound {...props} hits={elsewhere.reply.found.hits} />
        <OtherZones reply={elsewhere.reply} />
      </>
    );
  return (
    <>
      <div class="user">
        {!props.said && <Asked query={query} />}
        {similar.reply?.state === "searched" && (
          <Suggestions
            suggested={similar.reply}
            query={query}
            zone={zone}
            from={before.current}
            onChoose={(user, place) => {
              before.current = user;
              setShown(user);
              props.onChosen?.(user, place);
            }}
          />
        )}
        {answer.state === "absent" ? (
          <Notice kind="absent" said={props.said ?? absentText(query, zone)}>
            <Ways {...props} elsewhere={elsewhere} similar={similar} />
          </Notice>
        ) : (
          <Notice kind="unsure" said={inconclusiveText(answer.doubt, query)}>
            <Ways {...props} elsewhere={elsewhere} similar={similar} />
          </Notice>
        )}
        {[elsewhere, similar].map(
          ({ reply, ask }, place) =>
            reply?.state === "failed" &&
            zone && (
              <FailureNotice
                key={place}
                failure={reply.failure}
                onOpenOptions={onOpenOptions}
                onUnlock={onUnlock}
                onAgain={ask}
              />
            ),
        )}
        {extent === "whole" && <AskedDetails query={query} zone={zone} answer={answer} />}
      </div>
      {elsewhere.reply && elsewhere.reply.state !== "failed" && (
        <OtherZones reply={elsewhere.reply} />
      )}
    </>
  );
}

/** What the user can do next, one button each; a button disappears once used. */
function Ways(
  props: AbsentProps & Record<"elsewhere" | "similar", ExtraRequest<{ state: string }>>,
) {
  const { answer, query, zone, onSearch, elsewhere, similar } = props;
  const isAddress = query.kind === "email";
  const text = searchTextOf(query);
  return (
    <>
      <div class="ways-on">
        {isAddress && zone && !similar.reply && (
          <AskButton asked={similar} label={t("suggest.ask")} primary />
        )}
        {answer.state === "absent" && zone && !elsewhere.reply && (
          <AskButton asked={elsewhere} label={t("elsewhere.look")} />
        )}
        {isAddress && (
          <button type="button" class="button" onClick={() => onSearch(text)}>
            <InertText text={t("suggest.search", { text })} whole />
          </button>
        )}
      </div>
      {similar.busy && <progress class="looking" aria-label={t("suggest.asking")} />}
      {elsewhere.busy && <progress class="looking" aria-label={t("elsewhere.looking")} />}
    </>
  );
}

interface AskButtonProps {
  asked: Pick<ExtraRequest<unknown>, "busy" | "ask">;
  label: string;
  primary?: boolean;
}

function AskButton({ asked: { busy, ask }, label, primary }: AskButtonProps) {
  return (
    <button
      type="button"
      class={primary ? "button primary" : "button"}
      disabled={busy}
      aria-busy={busy}
      onClick={ask}
    >
      {label}
    </button>
  );
}

/** One suggested user, with a way back to all of them. */
function Chosen({ onBack, children }: { onBack: () => void; children: ComponentChildren }) {
  const back = useRef<HTMLButtonElement>(null);
  useFirstFocus(back);
  return (
    <>
      <div class="chosen-bar">
        <button ref={back} type="button" class="button back" onClick={onBack}>
          <BackIcon />
          {t("suggest.back")}
        </button>
      </div>
      {children}
    </>
  );
}

/** What to say about the zones that don't have the person. */
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
