import type { Answer } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { relativeTo } from "../parts/time.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { verdictOf } from "../user/verdict.ts";

/** What a screen reader says of one user. @param name what they are called */
export function userInWords(user: User, name: string): string {
  const facts = `${name}: ${statusOf(user).word}, ${verificationOf(user).word}`;
  const verdict = verdictOf(user)?.clause;
  return verdict === undefined ? facts : `${facts}. ${verdict}`;
}

/** How old an answer is, where it is not of just now. */
export const ageInWords = (answer: Extract<Answer, { state: "found" }>): string[] =>
  isStale(answer) ? [`${t("age.from")} ${relativeTo(answer.asOf, Date.now())}`] : [];
