import type { RecentlySeen } from "../../lib/contract/recent.ts";
import { t } from "../../lib/i18n.ts";
import { sharingText } from "../answer/answer-texts.ts";
import { InertText } from "../parts/inert-text.tsx";
import { brieflyTo, exactLocal } from "../parts/time.ts";
import { useNow } from "../parts/use-now.ts";
import { type Fact, statusOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { recentApart } from "./recents-apart.ts";

export interface RecentFactsProps {
  recent: RecentlySeen;
  /** Everyone in the list. */
  of: readonly RecentlySeen[];
}

/**
 * What is stored about someone who was seen before, and how old it is; and what distinguishes two with the same name.
 */
export function RecentFacts({ recent, of }: RecentFactsProps) {
  const now = useNow();
  const apart = recentApart(recent, of, now);
  const known = knownOf(recent);
  return (
    <span class="recent-facts">
      {apart?.said !== undefined && <InertText text={apart.said} whole />}
      {apart && (
        <code title={apart.idEnd}>
          <InertText text={apart.idEnd} />
        </code>
      )}
      {known && <Words fact={known.fact} />}
      {known && <time title={exactLocal(known.asOf)}>{brieflyTo(known.asOf, now)}</time>}
    </span>
  );
}

/** From the cached answer, otherwise from what was seen; nothing if nothing is known. */
function knownOf({ query, answer, seen }: RecentlySeen): { fact: Fact; asOf: number } | undefined {
  if (answer?.state === "absent")
    return { fact: { word: t("people.state.absent"), tone: "caution" }, asOf: answer.asOf };
  if (answer?.state !== "found") return seen && { fact: statusOf(seen), asOf: seen.asOf };
  const { users, asOf } = answer;
  const isShared = users.length > 1;
  const sharing: Fact = { word: sharingText(users.length, query), tone: "caution" };
  return { fact: isShared ? sharing : statusOf(users[0]), asOf };
}
