import { useLayoutEffect, useRef } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { Suggested } from "../../lib/directory/suggested.ts";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { InertText } from "../parts/inert-text.tsx";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { doubtText } from "./answer-texts.ts";
import { nobodySuggestedText, whyText } from "./suggestion-texts.ts";

export interface SuggestionsProps {
  suggested: Suggested;
  query: Query;
  zone: ZoneRef | undefined;
  /** The suggestion that the user came back from. */
  from: User | undefined;
  onChoose: (user: User, place: number) => void;
}

/** Similar users, each with the reason; a click opens one. */
export function Suggestions({ suggested, query, zone, from, onChoose }: SuggestionsProps) {
  const { people, over, doubt } = suggested;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const at = Math.max(
      people.findIndex(({ user }) => user.id === from?.id),
      0,
    );
    // The button that was pressed is gone, and the focus with it. Don't take the focus if it is elsewhere in the page.
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isLost) list.current?.querySelectorAll("button")[at]?.focus();
  }, []);
  if (people.length === 0)
    return (
      <p class="suggestions-none">
        <InertText text={nobodySuggestedText(suggested, query, zone)} />
      </p>
    );
  return (
    <section class="suggestions" aria-label={t("suggest.title")}>
      <ul ref={list}>
        {people.map(({ user, why }, place) => (
          <li key={user.id}>
            <button type="button" class="suggestion" onClick={() => onChoose(user, place)}>
              <span class="suggestion-line">
                <span class="suggestion-email">
                  <InertText text={user.email ?? user.id} whole />
                </span>
                <span class="suggestion-why">
                  <InertText text={whyText(why)} whole />
                </span>
              </span>
              <span class="suggestion-facts">
                <Words fact={statusOf(user)} />
                <Words fact={verificationOf(user)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {over > 0 && <p>{t("suggest.more", over, [number(over)])}</p>}
      {doubt !== undefined && <p>{doubtText(doubt)}</p>}
    </section>
  );
}
