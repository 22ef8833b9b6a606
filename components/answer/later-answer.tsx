import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { useKept } from "../parts/kept.ts";
import { Asked } from "./asked.tsx";
import { Loading } from "./loading.tsx";
import type { AnswerRest, AnswerRestStore } from "./rest.ts";

export interface LaterAnswerProps {
  rest: AnswerRestStore;
  query: Query;
  children: (rest: AnswerRest) => VNode;
}

/** Draws what needs the rest of the answer's parts. Until they have loaded, the answer appears as loading. */
export function LaterAnswer({ rest, query, children }: LaterAnswerProps) {
  const loaded = useKept(rest.loaded);
  useEffect(() => void rest.load(), [rest]);
  switch (loaded.state) {
    case "here":
      return children(loaded.value);
    case "away":
      return <Loading query={query} />;
    case "lost":
      return (
        <div class="user">
          <Asked query={query} />
          <p class="hint">{t("user.detailLost")}</p>
        </div>
      );
  }
}
