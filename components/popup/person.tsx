import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { AnswerView } from "../answer/answer-view.tsx";
import { FailureNotice } from "../answer/failure-notice.tsx";
import { Loading } from "../answer/loading.tsx";
import { answerRestHere } from "../answer/rest-here.ts";
import { useCompletedAnswer } from "../answer/use-completed-answer.ts";
import { useLookUp } from "../answer/use-look-up.ts";
import { BackIcon, RefreshIcon } from "../parts/icons.tsx";
import { useEscape } from "../parts/use-escape.ts";
import { useFirstFocus } from "../parts/use-first-focus.ts";
import { ThingNames } from "../user/thing-names.ts";
import { useConsoleTemplate } from "../user/use-console-template.ts";
import { useThingNames } from "../user/use-thing-names.ts";

/** Who the popup shows. `known`: what the search returned, shown until the lookup has answered. */
export interface Opened {
  query: Query;
  known?: Answer;
}

export interface PersonProps {
  opened: Opened;
  zone: ZoneRef | undefined;
  background: Pick<
    BackgroundApi,
    | "lookUp"
    | "lookElsewhere"
    | "suggest"
    | "inspectRoles"
    | "inspectSessions"
    | "inspectNames"
    | "settings"
  >;
  policy: Policy;
  /** Where Back leads, if not to the search. */
  backTo?: string | undefined;
  onBack: () => void;
  /** Opens the search with this text. */
  onSearch: (text: string) => void;
  onOpenOptions: () => void;
}

/** One person in the popup, with a way back to the results. */
export function Person(props: PersonProps) {
  const { opened, zone, background, policy, onOpenOptions } = props;
  const { backTo = t("popup.back"), onBack, onSearch } = props;
  const { query, known } = opened;
  const consoleTemplate = useConsoleTemplate(background, policy);
  const knownAsOf = known && "asOf" in known ? known.asOf : undefined;
  const {
    answer: come,
    busy,
    notRefreshed,
    turn,
    again,
  } = useLookUp(query, background.lookUp, knownAsOf);
  const answer = useCompletedAnswer(come, background, turn);
  const [chosen, setChosen] = useState<User>();
  const nameOf = useThingNames(answer, background.inspectNames, turn, chosen);
  const back = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  // In a low window everything scrolls: the person replaces what is above.
  useLayoutEffect(() => section.current?.scrollIntoView({ block: "start" }), []);
  useFirstFocus(back);
  useEscape(onBack);
  // What the search found still holds if the lookup fails.
  const failure = known && answer?.state === "failed" ? answer.failure : undefined;
  const shown = failure ? known : (answer ?? known);
  return (
    <section ref={section} class="person" aria-busy={busy}>
      <div class="person-bar">
        <button ref={back} type="button" class="button back" onClick={onBack}>
          <BackIcon />
          {backTo}
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
      <div class="person-body">
        {failure && (
          <FailureNotice failure={failure} onOpenOptions={onOpenOptions} onAgain={again} />
        )}
        {shown ? (
          <ThingNames.Provider value={nameOf}>
            <AnswerView
              rest={answerRestHere}
              answer={shown}
              query={query}
              zone={answer?.zone ?? zone}
              extent="record"
              consoleTemplate={consoleTemplate}
              busy={busy}
              notRefreshed={notRefreshed}
              turn={turn}
              lookElsewhere={background.lookElsewhere}
              suggest={background.suggest}
              onChosen={setChosen}
              onSearch={onSearch}
              onOpenOptions={onOpenOptions}
              onAgain={again}
            />
          </ThingNames.Provider>
        ) : (
          <Loading query={query} />
        )}
      </div>
    </section>
  );
}
