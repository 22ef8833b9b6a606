import { useLayoutEffect } from "preact/hooks";
import { Announcer } from "../announcer.tsx";
import { AnswerView } from "../answer-view.tsx";
import { Loading } from "../loading.tsx";
import { cardTexts } from "../texts.ts";
import { useEscape } from "../use-escape.ts";
import { CardBar } from "./card-bar.tsx";
import type { CardStore, CardView } from "./card-store.ts";

export interface CardProps {
  store: CardStore;
  /** Whether this browser can open a side panel from here. */
  sidePanel: boolean;
  consoleTemplate?: string | undefined;
}

/** The card that stands in a web page, in a frame of constant size (design, invariant 1). */
export function Card({ store, sidePanel, consoleTemplate }: CardProps) {
  const view = store.view.value;
  useEscape(() => store.send({ type: "close" }));
  useLayoutEffect(() => {
    if (view.state === "loading") store.send({ type: "showing" });
  }, [store, view]);
  return (
    <main class="card" data-state={stateOf(view)} aria-busy={view.state === "loading"}>
      <CardBar store={store} sidePanel={sidePanel} />
      <div class="card-body">
        <CardContent view={view} store={store} consoleTemplate={consoleTemplate} />
      </div>
      <Announcer />
    </main>
  );
}

function CardContent({
  view,
  store,
  consoleTemplate,
}: { view: CardView } & Omit<CardProps, "sidePanel">) {
  if (view.state === "waiting") return null;
  if (view.state === "lost") return <p class="card-sentence">{cardTexts.lost}</p>;
  const answer = view.state === "answered" ? view.answer : view.former;
  if (!answer) return <Loading query={view.query} />;
  return (
    <AnswerView
      // A new person starts at the top, with nothing opened.
      key={`${view.query.kind} ${view.query.value}`}
      answer={answer}
      query={view.query}
      zone={view.zone}
      place="card"
      consoleTemplate={consoleTemplate}
      onOpenOptions={() => store.send({ type: "open-options" })}
      onAgain={() => store.send({ type: "refresh" })}
    />
  );
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
