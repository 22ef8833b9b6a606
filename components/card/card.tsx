import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "../../lib/directory/answer.ts";
import { thingKey } from "../../lib/directory/thing-key.ts";
import { timeOf } from "../../lib/event-time.ts";
import { t } from "../../lib/i18n.ts";
import { AnswerView, isOneUser } from "../answer/answer-view.tsx";
import { Loading } from "../answer/loading.tsx";
import type { AnswerRestStore } from "../answer/rest.ts";
import { Announcer } from "../parts/announcer.tsx";
import { useKept } from "../parts/kept.ts";
import { useEscape } from "../parts/use-escape.ts";
import { ThingNames } from "../user/thing-names.ts";
import { CardBar, type CardBarProps } from "./card-bar.tsx";
import type { CardStore, CardView } from "./card-store.ts";
import type { CardClicks } from "./guarded-clicks.ts";
import { keepWheel } from "./keep-wheel.ts";
import { useAfterKey } from "./use-after-key.ts";
import { usePainted } from "./use-painted.ts";

/** Its own controls close it. */
export interface CardProps extends Omit<CardBarProps, "onClose"> {
  /** Draws an answer that isn't one user. */
  rest: AnswerRestStore;
}

/** The card in a web page, in a frame of fixed size (design, invariant 1). */
export function Card({ store, sidePanel, clicks, rest }: CardProps) {
  const view = useKept(store.view);
  const afterKey = useAfterKey();
  const close = () => afterKey(() => store.send({ type: "close" }));
  useEscape(close);
  const look = "look" in view ? view.look : undefined;
  const painted = usePainted(look, personKey(view), (of) =>
    store.send({ type: "painted", look: of }),
  );
  const hasRest = useKept(rest.loaded).state !== "away";
  const isDrawn =
    view.state !== "answered" ||
    (isDrawnNow(view.answer, painted) && (hasRest || isOneUser(view.answer)));
  useEffect(() => reportPointer(store), [store]);
  const main = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (main.current && body.current) return keepWheel(main.current, body.current);
    return undefined;
  }, []);
  return (
    <main
      ref={main}
      class="card"
      data-state={isDrawn ? stateOf(view) : "loading"}
      aria-busy={isBusy(view) || !isDrawn}
    >
      {/* A new person starts at the top, with nothing expanded and the focus reset. */}
      <CardBar
        key={personKey(view)}
        store={store}
        sidePanel={sidePanel}
        clicks={clicks}
        onClose={close}
      />
      <div ref={body} class="card-body">
        {"source" in view && view.source && (
          <p class="card-source">{t(`card.source.${view.source}`)}</p>
        )}
        <CardContent view={view} store={store} rest={rest} painted={painted} />
      </div>
      {clicks && <Refused clicks={clicks} />}
      <Announcer />
    </main>
  );
}

/** Why the last click was ignored, if it was. */
function Refused({ clicks }: { clicks: CardClicks }) {
  if (!useKept(clicks.refused)) return null;
  return (
    <p class="card-refused" role="alert">
      {t("card.refused")}
    </p>
  );
}

/** Milliseconds between two reports that the pointer moves in here; the page closes the card after 300 without one. */
const POINTER_REPORT_MS = 100;

/** Reports that the pointer moves inside the card. @returns a function that stops this */
function reportPointer(store: CardStore): () => void {
  let told = 0;
  const onMove = (event: MouseEvent) => {
    const { isTrusted, timeStamp } = event;
    if (!isTrusted || timeStamp - told < POINTER_REPORT_MS) return;
    told = timeStamp;
    store.send({ type: "pointer", time: timeOf(event) });
  };
  document.addEventListener("mousemove", onMove, { passive: true });
  return () => document.removeEventListener("mousemove", onMove);
}

interface CardContentProps extends Pick<CardProps, "store" | "rest"> {
  view: CardView;
  /** Whether the browser has painted the person that the answer is about. */
  painted: boolean;
}

function CardContent({ view, store, rest, painted }: CardContentProps) {
  const names = useKept(store.names);
  const expanded = useKept(store.expanded);
  if (view.state === "waiting") return null;
  if (view.state === "lost") return <p class="card-sentence">{t("card.lost")}</p>;
  const answer = view.state === "answered" ? view.answer : view.former;
  if (!answer || !isDrawnNow(answer, painted)) return <Loading query={view.query} />;
  return (
    <ThingNames.Provider value={(thing) => names.get(thingKey(thing))}>
      <AnswerView
        key={personKey(view)}
        rest={rest}
        answer={answer}
        query={view.query}
        zone={view.zone}
        extent={expanded ? "whole" : "glance"}
        busy={isBusy(view)}
        notRefreshed={view.state === "answered" ? view.notRefreshed : undefined}
        turn={view.look}
        lookElsewhere={store.lookElsewhere}
        suggest={store.suggest}
        onChosen={(_, place) => store.send({ type: "choose", place })}
        onSearch={() => store.send({ type: "search" })}
        consoleTemplate={view.consoleUrl}
        onOpenOptions={() => store.send({ type: "openOptions" })}
        onUnlock={() => store.send({ type: "unlock" })}
        onAgain={() => store.send({ type: "refresh" })}
      />
    </ThingNames.Provider>
  );
}

/** How many users are drawn in the first frame; with more, the browser would take longer than anyone should wait. */
const AT_ONCE = 10;

/** A long answer's heading is painted before the rest: until then the page keeps the card invisible. */
function isDrawnNow(answer: Answer, painted: boolean): boolean {
  return painted || answer.state !== "found" || answer.users.length <= AT_ONCE;
}

/** A key for the person that the card shows; empty for no one. */
function personKey(view: CardView): string {
  return "query" in view ? `${view.query.kind} ${view.query.value}` : "";
}

function isBusy(view: CardView): boolean {
  return view.state === "loading" || (view.state === "answered" && view.refreshing);
}

function stateOf(view: CardView): string {
  switch (view.state) {
    case "waiting":
    case "loading":
      return "loading";
    case "answered":
      return view.answer.state;
    case "lost":
      return "failed";
  }
}
