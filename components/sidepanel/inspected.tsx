import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { AnswerView } from "../answer/answer-view.tsx";
import { Loading } from "../answer/loading.tsx";
import { answerRestHere } from "../answer/rest-here.ts";
import { useActiveSessions } from "../answer/use-active-sessions.ts";
import { useLookUp } from "../answer/use-look-up.ts";
import { useRoles } from "../answer/use-roles.ts";
import { LogoIcon, PinIcon, RefreshIcon } from "../parts/icons.tsx";
import { ThingNames } from "../user/thing-names.ts";
import { useThingNames } from "../user/use-thing-names.ts";
import { Belongings, type BelongingsProps } from "./belongings.tsx";

export interface InspectedProps {
  query: Query;
  zone: ZoneRef | undefined;
  background: Pick<
    BackgroundApi,
    "lookUp" | "lookElsewhere" | "suggest" | "openSearch" | "inspectRoles"
  > &
    BelongingsProps["background"];
  /** Whether the panel stays with this person whoever else is looked up. */
  pinned: boolean;
  onPin: () => void;
  onOpenOptions: () => void;
  consoleTemplate?: string | undefined;
}

/** The answer about one person, with the whole record. */
export function Inspected(props: InspectedProps) {
  const { query, zone, background, pinned, onPin, onOpenOptions, consoleTemplate } = props;
  const { answer: come, busy, notRefreshed, turn, again } = useLookUp(query, background.lookUp);
  const answer = useActiveSessions(
    useRoles(come, background.inspectRoles, turn),
    background.inspectSessions,
  );
  const nameOf = useThingNames(answer, background.inspectNames, turn);
  return (
    <>
      <header class="panel-bar">
        <LogoIcon />
        <h1 class="panel-name">{t("extension.name")}</h1>
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
      </header>
      <div class="panel-body" aria-busy={busy}>
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
              onSearch={(text) => void background.openSearch({ text })}
              consoleTemplate={consoleTemplate}
              canSetConsole
              onOpenOptions={onOpenOptions}
              onAgain={again}
              beside={(user) =>
                answer.zone && (
                  <Belongings
                    user={user}
                    zoneId={answer.zone.id}
                    background={background}
                    turn={turn}
                  />
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
