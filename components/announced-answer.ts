import type { Answer, Query, ZoneRef } from "../lib/directory/answer.ts";
import type { User } from "../lib/keycard/index.ts";
import { absentText, failureText, inconclusiveText, userTexts } from "./texts.ts";
import { statusOf, verificationOf } from "./user-words.ts";

/** What a screen reader says once when an answer has come. */
export function announcedAnswer(answer: Answer, query: Query, zone: ZoneRef | undefined): string {
  switch (answer.state) {
    case "found": {
      const { length } = answer.users;
      const count = length === 1 ? [] : [userTexts.sharing(length, query.kind)];
      return [...count, ...answer.users.map(userInWords)].join(". ");
    }
    case "absent":
      return absentText(query, zone, "card").known;
    case "inconclusive":
      return inconclusiveText(answer.doubt, query).known;
    case "failed":
      return failureText(answer.failure).known;
  }
}

function userInWords(user: User): string {
  return `${user.email ?? user.id}: ${statusOf(user).word}, ${verificationOf(user).word}`;
}
