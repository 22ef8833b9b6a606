import type { Answer } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { relativeTo } from "../parts/time.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { verdictOf } from "../user/verdict.ts";

/** What a screen reader announces for one user. @param name the user's display name */
export function userInWords(user: User, name: string): string {
  const facts = `${name}: ${statusOf(user).word}, ${verificationOf(user).word}`;
  const verdict = verdictOf(user)?.clause;
  return verdict === undefined ? facts : `${facts}. ${verdict}`;
}

/** The age of an answer that isn't current. */
export const ageInWords = (answer: Extract<Answer, { state: "found" }>): string[] =>
  isStale(answer) ? [`${t("age.from")} ${relativeTo(answer.asOf, Date.now())}`] : [];
