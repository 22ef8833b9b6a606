import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Answer, Failure } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import type { User } from "../../lib/keycard/index.ts";
import { announce, silence } from "../parts/announcer.tsx";
import { UnsureIcon } from "../parts/icons.tsx";
import { useKept } from "../parts/kept.ts";
import type { Loaded } from "../parts/load-once.ts";
import { UserArticle, type UserArticleProps } from "../user/user-article.tsx";
import type { AbsentProps } from "./absent.tsx";
import { Age } from "./age.tsx";
import { ageInWords, userInWords } from "./announced-user.ts";
import { doubtText } from "./answer-texts.ts";
import { LaterAnswer } from "./later-answer.tsx";
import type { AnswerRest, AnswerRestStore } from "./rest.ts";

/** What is shown with a user in addition to the record: above it, and below it. */
export type UserExtras = Pick<UserArticleProps, "above" | "children">;

export interface AnswerViewProps extends AbsentProps {
  /** The answer is about to be replaced; it isn't announced. */
  busy: boolean;
  /** Why a stale answer is still shown. */
  notRefreshed?: Failure | undefined;
  /** Counts manual retries: after each, the other zones are unknown again. */
  turn: number;
  /** Draws an answer that isn't one user. */
  rest: AnswerRestStore;
  /** Draws each user with whatever is shown in addition to the record. */
  beside?: (user: User, draw: (beside: UserExtras) => VNode) => VNode;
  onAgain: () => void;
}

/** The answer about one person, in any state; a screen reader announces it once. */
export function AnswerView(props: AnswerViewProps) {
  const { answer, query, busy, turn, rest } = props;
  // Once for each answer, not again when the zone's name or roles it left open arrive.
  const told = "asOf" in answer ? answer.asOf : answer;
  const words = wordsFor(props, useKept(rest.loaded));
  useEffect(() => {
    if (!busy) announce(words());
    // Nothing about one person stays in the page when another, or no one, is shown.
    return silence;
  }, [told, answer.state, busy, words === nothingYet]);
  if (answer.state === "found") return <FoundUsers {...props} answer={answer} />;
  return (
    <LaterAnswer rest={rest} query={query}>
      {({ Absent, Failed }) =>
        answer.state === "failed" ? (
          <Failed {...props} failure={answer.failure} />
        ) : (
          <Absent key={turn} {...props} answer={answer} />
        )
      }
    </LaterAnswer>
  );
}

/** What a screen reader announces. */
function wordsFor(
  { answer, query, zone, notRefreshed }: AnswerViewProps,
  loaded: Loaded<AnswerRest>,
): () => string {
  if (isOneUser(answer) && !notRefreshed) {
    const [user] = answer.users;
    return () => [userInWords(user, user.email ?? user.id), ...ageInWords(answer)].join(". ");
  }
  if (loaded.state !== "here") return nothingYet;
  const { announcedAnswer } = loaded.value;
  return () => announcedAnswer(answer, query, zone, notRefreshed);
}

const nothingYet = () => "";

type FoundAnswer = Extract<Answer, { state: "found" }>;

/** Whether an answer is drawn without the rest of the parts. */
export function isOneUser(answer: Answer): answer is FoundAnswer {
  return answer.state === "found" && answer.users.length === 1;
}

function FoundUsers(props: AnswerViewProps & { answer: FoundAnswer }) {
  const { answer, query, zone, extent, consoleTemplate, beside, rest } = props;
  const { users, asOf, doubt } = answer;
  // The line stays once it has been shown, so that nothing moves when the newer answer arrives.
  const wasStale = useRef(false);
  wasStale.current ||= isStale(answer);
  const articleOf = (user: User) => {
    const draw = (told: UserExtras) => (
      <UserArticle
        key={user.id}
        user={user}
        zone={zone}
        asOf={asOf}
        extent={extent}
        consoleTemplate={consoleTemplate}
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
      {isOneUser(answer) ? (
        articleOf(users[0])
      ) : (
        <LaterAnswer rest={rest} query={query}>
          {({ Several }) => (
            <Several users={users} query={query}>
              {articleOf}
            </Several>
          )}
        </LaterAnswer>
      )}
    </>
  );
}
