import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { AnswerView } from "../answer/answer-view.tsx";
import { Asked } from "../answer/asked.tsx";
import { Loading } from "../answer/loading.tsx";
import { answerRestHere } from "../answer/rest-here.ts";
import { settled } from "../answer/settled.ts";
import { useLookUp } from "../answer/use-look-up.ts";
import { UnlockForm } from "../connection/unlock-form.tsx";
import { CloseIcon, LessIcon, LogoIcon, MoreIcon, RefreshIcon } from "../parts/icons.tsx";
import { useEscape } from "../parts/use-escape.ts";

export interface TryCardProps {
  query: Query;
  background: BackgroundApi;
  zone: ZoneRef;
  consoleTemplate: string | undefined;
  /** The card takes the keyboard focus, as with the command on a page. */
  focused: boolean;
  onClose: () => void;
}

/**
 * The card as a part of this page. A browser injects no content script into extension pages, so nothing could frame the
 * real card here. It does the same lookup, and is drawn by the same components.
 */
export function TryCard(props: TryCardProps) {
  const { query, background, zone, consoleTemplate, focused, onClose } = props;
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const [expanded, setExpanded] = useState(false);
  useEscape(onClose);
  const { answer, busy, notRefreshed, turn, again } = useLookUp(query, background.lookUp);
  useEffect(() => {
    if (focused) card.current?.focus();
  }, [focused]);
  return (
    <section
      ref={card}
      class={expanded ? "try-card is-expanded" : "try-card"}
      aria-labelledby={id}
      aria-busy={busy}
      data-state={answer?.state ?? "loading"}
      tabIndex={-1}
    >
      <header class="try-card-bar">
        <LogoIcon />
        <h3 id={id}>{t("extension.name")}</h3>
        <button
          type="button"
          class="button"
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? t("card.less") : t("card.more")}
          {expanded ? <LessIcon /> : <MoreIcon />}
        </button>
        <Tool name={t("action.refresh")} onClick={again}>
          <RefreshIcon />
        </Tool>
        <Tool name={t("action.close")} onClick={onClose}>
          <CloseIcon />
        </Tool>
      </header>
      <div class="try-card-body">
        {answer?.state === "failed" && answer.failure.why === "keyLocked" ? (
          <div class="user">
            <Asked query={query} />
            <p>{t("unlock.intro")}</p>
            <UnlockForm
              focused={focused}
              unlock={async (passphrase) => {
                const reply = await settled(background.unlock({ passphrase }));
                if (reply.state === "unlocked") again();
                return reply;
              }}
              forget={async () => {
                const reply = await settled(background.forgetKey());
                if (reply?.state === "failed") return false;
                again();
                return true;
              }}
            />
          </div>
        ) : answer ? (
          <AnswerView
            rest={answerRestHere}
            answer={answer}
            query={query}
            zone={answer.zone ?? zone}
            extent={expanded ? "whole" : "glance"}
            busy={busy}
            notRefreshed={notRefreshed}
            turn={turn}
            lookElsewhere={background.lookElsewhere}
            suggest={background.suggest}
            onSearch={(text) => void background.openSearch({ text })}
            consoleTemplate={consoleTemplate}
            onOpenOptions={onClose}
            onAgain={again}
          />
        ) : (
          <Loading query={query} />
        )}
      </div>
    </section>
  );
}

interface ToolProps {
  name: string;
  onClick: () => void;
  children: ComponentChildren;
}

function Tool({ name, onClick, children }: ToolProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      {children}
    </button>
  );
}
