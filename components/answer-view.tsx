import { useEffect } from "preact/hooks";
import type { Answer, Query, ZoneRef } from "../lib/directory/answer.ts";
import { announcedAnswer } from "./announced-answer.ts";
import { announce, silence } from "./announcer.tsx";
import { Asked } from "./asked.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { UnsureIcon } from "./icons.tsx";
import { Notice } from "./notice.tsx";
import { absentText, doubtText, inconclusiveText, type Place, userTexts } from "./texts.ts";
import { UserArticle } from "./user-article.tsx";

export interface AnswerViewProps {
  answer: Answer;
  query: Query;
  zone: ZoneRef | undefined;
  place: Place;
  consoleTemplate?: string | undefined;
  /** The answer is about to be replaced; it is not said. */
  provisional?: boolean;
  onOpenOptions: () => void;
  onAgain: () => void;
}

/** The answer about one person, whichever it is; a screen reader says it once. */
export function AnswerView(props: AnswerViewProps) {
  const { answer, query, zone, place, provisional = false } = props;
  // Once for each answer, not again when the zone's name comes in.
  useEffect(() => {
    if (!provisional) announce(announcedAnswer(answer, query, zone));
    // Nothing of one person stays in the page when another is shown, or none.
    return silence;
  }, [answer, provisional]);
  switch (answer.state) {
    case "found":
      return <FoundUsers {...props} answer={answer} />;
    case "absent":
      return (
        <div class="user">
          <Asked query={query} />
          <Notice kind="absent" said={absentText(query, zone, place)} />
        </div>
      );
    case "inconclusive":
      return (
        <div class="user">
          <Asked query={query} />
          <Notice kind="unsure" said={inconclusiveText(answer.doubt, query)} />
        </div>
      );
    case "failed":
      return (
        <div class="user">
          <Asked query={query} />
          <FailureNotice {...props} failure={answer.failure} />
        </div>
      );
  }
}

type Found = Extract<Answer, { state: "found" }>;

function FoundUsers(props: AnswerViewProps & { answer: Found }) {
  const { answer, query, zone, place, consoleTemplate } = props;
  const { users, asOf, doubt } = answer;
  return (
    <>
      {users.length > 1 && <p class="sharing">{userTexts.sharing(users.length, query.kind)}</p>}
      {doubt !== undefined && (
        <p class="doubt">
          <UnsureIcon />
          {doubtText(doubt)}
        </p>
      )}
      {users.map((user) => (
        <UserArticle
          key={user.id}
          user={user}
          zone={zone}
          asOf={asOf}
          full={place === "sidepanel"}
          consoleTemplate={consoleTemplate}
        />
      ))}
    </>
  );
}
