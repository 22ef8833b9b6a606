import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { AnswerView } from "../answer/answer-view.tsx";
import { Loading } from "../answer/loading.tsx";
import { answerRestHere } from "../answer/rest-here.ts";
import { useCompletedAnswer } from "../answer/use-completed-answer.ts";
import { useLookUp } from "../answer/use-look-up.ts";
import { PinIcon, RefreshIcon } from "../parts/icons.tsx";
import { ThingNames } from "../user/thing-names.ts";
import { useThingNames } from "../user/use-thing-names.ts";
import { Belongings, type BelongingsProps } from "./belongings.tsx";

export interface InspectedProps {
  query: Query;
  zone: ZoneRef | undefined;
  background: Pick<BackgroundApi, "lookUp" | "lookElsewhere" | "suggest" | "inspectRoles"> &
    BelongingsProps["background"];
  /** Whether the panel stays with this person when someone else is looked up. */
  pinned: boolean;
  onPin: () => void;
  /** Something else is shown in its place for now; afterwards it continues as it was. */
  covered: boolean;
  /** The element that is focused when someone is opened here. */
  place: RefObject<HTMLDivElement | null>;
  onSearch: (text: string) => void;
  onOpenOptions: () => void;
  consoleTemplate?: string | undefined;
}

/** The answer about one person, with the whole record. */
export function Inspected(props: InspectedProps) {
  const { query, zone, background, pinned, onPin, covered, place, onSearch } = props;
  const { onOpenOptions, consoleTemplate } = props;
  const { answer: come, busy, notRefreshed, turn, again } = useLookUp(query, background.lookUp);
  const answer = useCompletedAnswer(come, background, turn);
  const [chosen, setChosen] = useState<User>();
  const nameOf = useThingNames(answer, background.inspectNames, turn, chosen);
  return (
    <>
      <div class="panel-tools">
        <button
          type="button"
          class="icon-button"
          aria-label={t("action.pin")}
          title={t("action.pin")}
          aria-pressed={pinned}
          onClick={onPin}
        >
          <PinIcon />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("action.refresh")}
          title={t("action.refresh")}
          onClick={again}
        >
          <RefreshIcon />
        </button>
      </div>
      <div ref={place} class="panel-body" tabIndex={-1} hidden={covered} aria-busy={busy}>
        {answer ? (
          <ThingNames.Provider value={nameOf}>
            <AnswerView
              key={`${query.kind} ${query.value}`}
              rest={answerRestHere}
              answer={answer}
              query={query}
              zone={answer.zone ?? zone}
              extent="whole"
              busy={busy}
              notRefreshed={notRefreshed}
              turn={turn}
              lookElsewhere={background.lookElsewhere}
              suggest={background.suggest}
              onChosen={setChosen}
              onSearch={onSearch}
              consoleTemplate={consoleTemplate}
              onOpenOptions={onOpenOptions}
              onAgain={again}
              beside={(user, draw) =>
                answer.zone ? (
                  <Belongings
                    key={user.id}
                    user={user}
                    zoneId={answer.zone.id}
                    background={background}
                    turn={turn}
                  >
                    {draw}
                  </Belongings>
                ) : (
                  draw({})
                )
              }
            />
          </ThingNames.Provider>
        ) : (
          <Loading query={query} />
        )}
      </div>
    </>
  );
}
