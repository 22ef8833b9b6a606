import type { RecentlySeen } from "../../lib/contract/recent.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { sharingText } from "../answer/answer-texts.ts";
import { brieflyTo, exactLocal } from "../parts/time.ts";
import { inertLine } from "../parts/unseen.ts";
import { useNow } from "../parts/use-now.ts";
import { type Fact, statusOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";

/** Characters of an ID's end that tell two apart who have one name. */
const ID_END_CHARS = 5;

export interface RecentFactsProps {
  recent: RecentlySeen;
  /** All that are listed. */
  of: readonly RecentlySeen[];
}

/** What is kept of somebody who was seen before, and how old that is; and which of two it is who have one name. */
export function RecentFacts({ recent, of }: RecentFactsProps) {
  const now = useNow();
  const { query, name, answer } = recent;
  const isTwin = of.some((other) => other !== recent && other.name === name);
  const fact = answer && factOf(recent, answer);
  return (
    <span class="recent-facts">
      {isTwin && query.kind === "id" && <span>…{inertLine(query.value.slice(-ID_END_CHARS))}</span>}
      {fact && <Words fact={fact} />}
      {fact && answer && "asOf" in answer && (
        <time title={exactLocal(answer.asOf)}>{brieflyTo(answer.asOf, now)}</time>
      )}
    </span>
  );
}

/** Nothing where nothing is known. */
function factOf({ query }: RecentlySeen, answer: Answer): Fact | undefined {
  if (answer.state === "absent") return { word: t("people.state.absent"), tone: "caution" };
  if (answer.state !== "found") return undefined;
  const { users } = answer;
  if (users.length > 1) return { word: sharingText(users.length, query), tone: "caution" };
  return statusOf(users[0]);
}
