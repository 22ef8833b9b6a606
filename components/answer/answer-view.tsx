import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Answer, Failure } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import type { User } from "../../lib/keycard/index.ts";
import { announce, silence } from "../parts/announcer.tsx";
import { UnsureIcon } from "../parts/icons.tsx";
import { UserArticle, type UserArticleProps } from "../user/user-article.tsx";
import { Absent, type AbsentProps } from "./absent.tsx";
import { Age } from "./age.tsx";
import { announcedAnswer } from "./announced-answer.ts";
import { doubtText } from "./answer-texts.ts";
import { Asked } from "./asked.tsx";
import { AskedDetails } from "./asked-details.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { Several } from "./several.tsx";

/** What is told of a user beside the record: before it, and after it. */
export type Beside = Pick<UserArticleProps, "above" | "children">;

export interface AnswerViewProps extends AbsentProps {
  /** The answer is about to be replaced; it is not said. */
  busy: boolean;
  /** Why a stale answer is still the one that stands. */
  notRefreshed?: Failure | undefined;
  /** Counts how often it was asked again by hand: then the other zones are as unknown as before. */
  turn: number;
  /** Draws each user with what is told of them beside the record. */
  beside?: (user: User, draw: (beside: Beside) => VNode) => VNode;
  onAgain: () => void;
}

/** The answer about one person, whichever it is; a screen reader says it once. */
export function AnswerView(props: AnswerViewProps) {
  const { answer, query, zone, extent, busy, notRefreshed, turn } = props;
  // Once for each answer, not again when the zone's name or what it left open comes in.
  const told = "asOf" in answer ? answer.asOf : answer;
  useEffect(() => {
    if (!busy) announce(announcedAnswer(answer, query, zone, notRefreshed));
    // Nothing of one person stays in the page when another is shown, or none.
    return silence;
  }, [told, answer.state, busy]);
  switch (answer.state) {
    case "found":
      return <FoundUsers {...props} answer={answer} />;
    case "absent":
    case "inconclusive":
      return <Absent key={turn} {...props} answer={answer} />;
    case "failed":
      return (
        <div class="user">
          <Asked query={query} />
          <FailureNotice {...props} failure={answer.failure} />
          {extent === "whole" && <AskedDetails {...props} />}
        </div>
      );
  }
}

type FoundAnswer = Extract<Answer, { state: "found" }>;

function FoundUsers(props: AnswerViewProps & { answer: FoundAnswer }) {
  const { answer, query, zone, extent, consoleTemplate, canSetConsole = false, beside } = props;
  const { users, asOf, doubt } = answer;
  // Its line stays once it was there, so that nothing moves when the newer answer comes.
  const wasStale = useRef(false);
  wasStale.current ||= isStale(answer);
  const [only, ...others] = users;
  const articleOf = (user: User) => {
    const draw = (told: Beside) => (
      <UserArticle
        key={user.id}
        user={user}
        zone={zone}
        asOf={asOf}
        extent={extent}
        consoleTemplate={consoleTemplate}
        canSetConsole={canSetConsole}
        {...told}
      />
    );
    return beside ? beside(user, draw) : draw({});
  };
  return (
    <>
      {wasStale.current && (
        <Age {...props} notRefreshed={props.notRefreshed} asOf={asOf} fresh={!isStale(answer)} />
      )}
      {doubt !== undefined && (
        <p class="doubt">
          <UnsureIcon />
          {doubtText(doubt)}
        </p>
      )}
      {only && others.length === 0 ? (
        articleOf(only)
      ) : (
        <Several users={users} query={query}>
          {articleOf}
        </Several>
      )}
    </>
  );
}
