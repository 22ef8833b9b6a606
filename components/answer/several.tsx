import type { ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { BackIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { useEscape } from "../parts/use-escape.ts";
import { useNow } from "../parts/use-now.ts";
import {
  type Apart,
  lastSignInDistinction,
  rolesDistinction,
  signInDistinction,
  tellApart,
} from "../user/tell-apart.ts";
import { ThingNames } from "../user/thing-names.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { sharingText } from "./answer-texts.ts";

export interface SeveralProps {
  /** At least two. */
  users: readonly User[];
  query: Query;
  /** Everything that is shown of one user. */
  children: (user: User) => ComponentChildren;
}

/** Users that share the query's address or ID: a line each, which opens the user, with a way back. */
export function Several({ users, query, children }: SeveralProps) {
  const [openedId, setOpenedId] = useState<string>();
  /** The line that gets the focus: the user who was opened last. */
  const [leftId, setLeftId] = useState<string>();
  const opened = users.find(({ id }) => id === openedId);
  if (!opened) return <Lines users={users} query={query} focusedId={leftId} onOpen={setOpenedId} />;
  return (
    <>
      <BackToLines
        count={users.length}
        onBack={() => {
          setLeftId(opened.id);
          setOpenedId(undefined);
        }}
      />
      {children(opened)}
    </>
  );
}

function BackToLines({ count, onBack }: { count: number; onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  // The line that was pressed is gone, and the focus with it. Move it before the next key, which can come before the
  // next frame.
  useLayoutEffect(() => back.current?.focus(), []);
  useEscape(onBack, "within");
  return (
    <div class="back-to-lines">
      <button ref={back} type="button" class="button" onClick={onBack}>
        <BackIcon />
        {t("apart.back", count, [number(count)])}
      </button>
    </div>
  );
}

interface LinesProps extends Pick<SeveralProps, "users" | "query"> {
  focusedId: string | undefined;
  onOpen: (id: string) => void;
}

function Lines({ users, query, focusedId, onOpen }: LinesProps) {
  const list = useRef<HTMLUListElement>(null);
  const nameOf = useContext(ThingNames);
  const now = useNow();
  const apart = tellApart(users, nameOf, [
    signInDistinction,
    lastSignInDistinction(now),
    rolesDistinction,
  ]);
  useLayoutEffect(() => {
    const place = users.findIndex(({ id }) => id === focusedId);
    if (place >= 0) lineAt(place)?.focus();
  }, []);
  const lineAt = (place: number) => list.current?.querySelectorAll("button")[place];
  return (
    <section class="sharers">
      <h2 class="sharing">
        {sharingText(users.length, query)}
        <span class="sharing-what">
          <InertText text={query.value} whole />
        </span>
      </h2>
      <ul ref={list}>
        {users.map((user, place) => (
          <li key={user.id}>
            <button
              type="button"
              class="sharer"
              data-user-id={user.id}
              onClick={() => onOpen(user.id)}
              onKeyDown={(event) => {
                const to = placeAfter(event.key, place, users.length);
                if (to === undefined) return;
                event.preventDefault();
                lineAt(to)?.focus();
              }}
            >
              <Line user={user} apart={apart[place]} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ user, apart }: { user: User; apart: Apart | undefined }) {
  if (!apart) return null;
  const { said, idEnd } = apart;
  const [first = "", ...others] = said;
  return (
    <>
      <span class="sharer-first">
        <span class="sharer-said">
          <strong>
            <InertText text={first} whole />
          </strong>
          {others.map((words) => (
            <>
              {" · "}
              <InertText text={words} whole />
            </>
          ))}
        </span>
        <code title={user.id}>
          <InertText text={idEnd} />
        </code>
      </span>
      <span class="sharer-facts">
        <Words fact={statusOf(user)} />
        <Words fact={verificationOf(user)} />
      </span>
    </>
  );
}

/** Where a key moves the focus in the list; undefined if nowhere. */
function placeAfter(key: string, place: number, count: number): number | undefined {
  const last = count - 1;
  const places: Record<string, number> = {
    ArrowDown: Math.min(place + 1, last),
    ArrowUp: Math.max(place - 1, 0),
    Home: 0,
    End: last,
  };
  return Object.hasOwn(places, key) ? places[key] : undefined;
}
