import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { InertText } from "../parts/inert-text.tsx";
import { exactLocal, momentOf, relativeTo } from "../parts/time.ts";
import { type Apart, noSignInBeside } from "../user/tell-apart.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { ResultName } from "./results.tsx";

export interface FoundUserProps {
  user: User;
  /** What distinguishes them from others in the list with the same address; undefined if no one has it. */
  apart: Apart | undefined;
  /** ms since the epoch */
  now: number;
}

/** A user in the search results: who they are, and on the right what distinguishes them from others. */
export function FoundUser({ user, apart, now }: FoundUserProps) {
  return (
    <>
      <Line>
        <ResultName name={user.email ?? user.id} />
        <LastSignIn user={user} now={now} />
      </Line>
      <Line>
        <span class="result-facts">
          <Words fact={statusOf(user)} />
          <Words fact={verificationOf(user)} />
        </span>
        {apart && (
          <span class="result-apart">
            <InertText text={apart.said[0] ?? ""} whole />
            <code>
              <InertText text={apart.idEnd} />
            </code>
          </span>
        )}
      </Line>
    </>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return <span class="result-line">{children}</span>;
}

function LastSignIn({ user, now }: Pick<FoundUserProps, "user" | "now">) {
  const { authenticated_at: at } = user;
  if (at === undefined) {
    const none = noSignInBeside(user);
    return (
      <span class="result-when" title={none}>
        {none}
      </span>
    );
  }
  const moment = momentOf(at);
  const when = moment === undefined ? at : relativeTo(moment, now);
  return (
    <span
      class="result-when"
      title={moment === undefined ? undefined : t("apart.lastSignIn", { when: exactLocal(moment) })}
    >
      <span class="heard-only">{t("field.lastSignIn")} </span>
      <InertText text={when} />
    </span>
  );
}
