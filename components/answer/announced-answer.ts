import type { Answer, Failure, ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { relativeTo } from "../parts/time.ts";
import { lastSignInTelling, rolesTelling, signInTelling, tellApart } from "../user/tell-apart.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { absentText, inconclusiveText, sharingText } from "./answer-texts.ts";
import { failureText } from "./failure-text.ts";
import { foundElsewhereText, otherZonesText } from "./other-zones-text.ts";

/** What a screen reader says once when an answer has come. `notRefreshed`: why it is an old one. */
export function announcedAnswer(
  answer: Answer,
  query: Query,
  zone: ZoneRef | undefined,
  notRefreshed?: Failure,
): string {
  switch (answer.state) {
    case "found": {
      const { users, asOf } = answer;
      const age = isStale(answer) ? [`${t("age.from")} ${relativeTo(asOf, Date.now())}`] : [];
      const why = notRefreshed
        ? [t("age.notRefreshed", { known: failureText(notRefreshed).known })]
        : [];
      return [...usersInWords(users, query), ...age, ...why].join(". ");
    }
    case "absent":
      return absentText(query, zone, "card").known;
    case "inconclusive":
      return inconclusiveText(answer.doubt, query, "card").known;
    case "failed":
      return failureText(answer.failure).known;
  }
}

/** The same for the other zones. */
export function announcedElsewhere(reply: ElsewhereReply, query: Query): string {
  if (reply.state === "failed") return failureText(reply.failure).known;
  const hits = reply.state === "looked" ? reply.found.hits : [];
  const said = hits.map(
    ({ zone, users }) =>
      `${foundElsewhereText(zone, undefined)} ${usersInWords(users, query).join(". ")}.`,
  );
  return [...said, ...otherZonesText(reply)].join(" ");
}

function usersInWords(users: User[], query: Query): string[] {
  const { length } = users;
  const names =
    length === 1
      ? users.map(({ email, id }) => email ?? id)
      : tellApart(users, () => undefined, [
          signInTelling,
          lastSignInTelling(Date.now()),
          rolesTelling,
        ]).map(({ said: [first = ""], idEnd }) => `${first} ${idEnd}`);
  return [
    ...(length === 1 ? [] : [sharingText(length, query)]),
    ...users.map(
      (user, place) => `${names[place]}: ${statusOf(user).word}, ${verificationOf(user).word}`,
    ),
  ];
}
