import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { InertText } from "../inert-text.tsx";
import { toneIcons } from "../tone-icons.ts";
import { type Fact, statusOf, verificationOf } from "../user-words.ts";

export const LISTBOX_ID = "results";

export function optionId(user: User): string {
  return `user-${user.id}`;
}

export interface ResultsProps {
  users: User[];
  active: number;
  /** The list belongs to older text: it is about to change. */
  stale: boolean;
  onOpen: (user: User) => void;
}

/** The users found, as the search field's list. */
export function Results({ users, active, stale, onOpen }: ResultsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={LISTBOX_ID}
      role="listbox"
      class="results"
      aria-label={t("popup.results")}
      aria-busy={stale}
    >
      {users.map((user, place) => (
        <Result key={user.id} user={user} active={place === active} onOpen={onOpen} />
      ))}
    </div>
  );
}

interface ResultProps {
  user: User;
  active: boolean;
  onOpen: (user: User) => void;
}

function Result({ user, active, onOpen }: ResultProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which names the active option
    <div
      id={optionId(user)}
      role="option"
      tabIndex={-1}
      class="result"
      data-user-id={user.id}
      aria-selected={active}
      onClick={() => onOpen(user)}
    >
      <span class="result-email">
        <InertText text={user.email ?? user.id} whole />
      </span>
      <span class="result-facts">
        <Words fact={statusOf(user)} />
        <Words fact={verificationOf(user)} />
      </span>
    </div>
  );
}

function Words({ fact: { word, tone } }: { fact: Fact }) {
  const ToneIcon = toneIcons[tone];
  return (
    <span class={`words words-${tone}`}>
      <ToneIcon />
      <InertText text={word} />
    </span>
  );
}
