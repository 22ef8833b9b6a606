import { list, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { doubtText, inconclusiveText, sharingText } from "../answer/answer-texts.ts";
import { failureText } from "../answer/failure-text.ts";
import { momentOf } from "../parts/time.ts";
import { roleList } from "../user/summary-line.ts";
import { type Fact, noRolesOf, statusOf, verificationOf } from "../user/user-words.ts";
import type { Asked, Row } from "./row.ts";

/** What a line of the table says, in words. */

const STATES = {
  absent: { word: t("people.state.absent"), tone: "caution" },
  inconclusive: { word: t("people.state.inconclusive"), tone: "unsure" },
  failed: { word: t("people.state.failed"), tone: "bad" },
  unknown: { word: t("people.state.unknown"), tone: "unsure" },
} satisfies Record<string, Fact>;

/** The user's status, or why there is no user to show. */
export function stateOf({ answer, user }: Row): Fact {
  if (user) return statusOf(user);
  return answer && answer.state !== "found" ? STATES[answer.state] : STATES.unknown;
}

export const verificationIn = ({ user }: Row): Fact | undefined => user && verificationOf(user);

export function rolesIn({ user }: Row): string | undefined {
  if (!user) return undefined;
  const none = noRolesOf(user);
  return none ? t(`user.${none}`) : roleList(user);
}

/** `2026-11-02T09:14:00Z`: the last sign-in as it is copied. */
export function signInUtc({ user }: Row): string | undefined {
  if (!user) return undefined;
  const { authenticated_at: at } = user;
  if (at === undefined) return t("user.neverSignedIn");
  const moment = momentOf(at);
  return moment === undefined ? at : new Date(moment).toISOString().replace(".000Z", "Z");
}

/** What has to be known beside the state. */
export function noteIn(row: Row): string | undefined {
  const notes = [row, ...row.also].flatMap((asked) => noteOf(asked) ?? []);
  return [...new Set(notes)].join(" · ") || undefined;
}

function noteOf({ answer, mentioned: { query } }: Asked): string | undefined {
  switch (answer?.state) {
    case "failed":
      return failureText(answer.failure).known;
    case "inconclusive":
      return inconclusiveText(answer.doubt, query).known;
    case "found": {
      const shared = answer.users.length > 1 && sharingText(answer.users.length, query);
      const doubt = answer.doubt && doubtText(answer.doubt);
      return [shared, doubt].filter(Boolean).join(" · ") || undefined;
    }
    default:
      return undefined;
  }
}

/** What kind of name the mention is, what else the user is called in the list, and what else names them. */
export function namesIn(row: Row): string {
  const { mentioned, user, also } = row;
  const { kind } = mentioned.query;
  const names = [t(`people.kind.${kind}`)];
  const others = also.map((asked) => asked.mentioned.query.value);
  if (others.length > 0) names.push(t("people.also", { names: list(others) }));
  const own = user && (kind === "email" ? user.id : emailOf(user));
  if (own !== undefined && !others.includes(own)) names.push(own);
  return names.join(" · ");
}

const emailOf = ({ email }: User) => email ?? t("user.emailNotReported");
