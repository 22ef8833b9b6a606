import type { Answer, Failure, ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import type { SuggestionsReply } from "../../lib/directory/suggested.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import {
  lastSignInDistinction,
  rolesDistinction,
  signInDistinction,
  tellApart,
} from "../user/tell-apart.ts";
import { ageInWords, userInWords } from "./announced-user.ts";
import { absentText, inconclusiveText, sharingText } from "./answer-texts.ts";
import { failureText } from "./failure-text.ts";
import { foundElsewhereText, otherZonesText } from "./other-zones-text.ts";
import { nobodySuggestedText, whyText } from "./suggestion-texts.ts";

/** What a screen reader announces once when an answer arrives. `notRefreshed`: why the answer is stale. */
export function announcedAnswer(
  answer: Answer,
  query: Query,
  zone: ZoneRef | undefined,
  notRefreshed?: Failure,
): string {
  switch (answer.state) {
    case "found": {
      const why = notRefreshed
        ? [t("age.notRefreshed", { known: failureText(notRefreshed).known })]
        : [];
      return [...usersInWords(answer.users, query), ...ageInWords(answer), ...why].join(". ");
    }
    case "absent":
      return absentText(query, zone).known;
    case "inconclusive":
      return inconclusiveText(answer.doubt, query).known;
    case "failed":
      return failureText(answer.failure).known;
  }
}

/** The same for other zones. */
export function announcedElsewhere(reply: ElsewhereReply, query: Query): string {
  if (reply.state === "failed") return failureText(reply.failure).known;
  const hits = reply.state === "looked" ? reply.found.hits : [];
  const said = hits.map(
    ({ zone, users }) =>
      `${foundElsewhereText(zone, undefined)} ${usersInWords(users, query).join(". ")}.`,
  );
  return [...said, ...otherZonesText(reply)].join(" ");
}

/** The same for suggestions. */
export function announcedSuggestions(
  reply: SuggestionsReply,
  query: Query,
  zone: ZoneRef | undefined,
): string {
  if (reply.state === "failed") return failureText(reply.failure).known;
  const { people } = reply;
  if (people.length === 0) return nobodySuggestedText(reply, query, zone);
  const said = people.map(({ user, why }) => `${user.email}, ${whyText(why)}`);
  return `${t("suggest.title")}: ${said.join(". ")}.`;
}

function usersInWords(users: User[], query: Query): string[] {
  const { length } = users;
  const names =
    length === 1
      ? users.map(({ email, id }) => email ?? id)
      : tellApart(users, () => undefined, [
          signInDistinction,
          lastSignInDistinction(Date.now()),
          rolesDistinction,
        ]).map(({ said: [first = ""], idEnd }) => `${first} ${idEnd}`);
  return [
    ...(length === 1 ? [] : [sharingText(length, query)]),
    ...users.map((user, place) => userInWords(user, names[place] ?? user.id)),
  ];
}
