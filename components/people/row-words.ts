import { list, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { doubtText, inconclusiveText, sharingText } from "../answer/answer-texts.ts";
import { failureText } from "../answer/failure-text.ts";
import { momentOf, relativeTo } from "../parts/time.ts";
import { roleList } from "../user/summary-line.ts";
import type { NameOf } from "../user/thing-names.ts";
import {
  type Fact,
  noRolesOf,
  noSignInOf,
  otherZoneOf,
  statusOf,
  verificationOf,
} from "../user/user-words.ts";
import { verdictOf } from "../user/verdict.ts";
import { waysLines } from "../user/way-words.ts";
import type { ListFacts } from "./list-facts.ts";
import { type Asked, mentionsIn, type Row } from "./row.ts";

/** The texts of the table's lines. */

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

/** For a column headed "Verification". */
export function verificationIn({ user }: Row): Fact | undefined {
  if (!user) return undefined;
  const { email_verified: verified } = user;
  const word =
    verified === undefined
      ? t("user.notReported")
      : verified
        ? t("people.verified")
        : t("people.filter.not_verified");
  return { ...verificationOf(user), word };
}

/** `admin (direct, zone), auditor (direct, resource Payments API)`, or that there are none. */
export function rolesIn({ user }: Row, nameOf: NameOf): string | undefined {
  if (!user) return undefined;
  const none = noRolesOf(user);
  return none ? t(`user.${none}`) : roleList(user, nameOf);
}

/** `3 days ago`. With a thousand lines none is updated: it is the age at render time. */
export function signInAgo(user: User): string {
  const { authenticated_at: at } = user;
  if (at === undefined) return noSignInOf(user);
  const moment = momentOf(at);
  return moment === undefined ? at : relativeTo(moment, Date.now());
}

/** What a user signs in with, by name; undefined if not reported. */
export function providerIn(user: User, nameOf: NameOf): string | undefined {
  const ways = waysLines(user, nameOf);
  return ways && list(ways.map(({ name }) => name));
}

/** What is wrong, or needs to be known about the answer besides the state. */
export function noteIn(row: Row, { zone, nameOf }: ListFacts): string | undefined {
  const { user } = row;
  const off = user ? [otherZoneOf(user, zone, nameOf), verdictOf(user)?.sentence] : [];
  const notes = [row, ...row.also].map(noteOf);
  return [...new Set([...off, ...notes])].filter(Boolean).join(" · ") || undefined;
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
      return [shared, doubt].filter(Boolean).join(" · ");
    }
    default:
      return undefined;
  }
}

/** All users that match one of the line's mentions, if it matches several; otherwise empty. */
export function sharersIn(row: Row): readonly User[] {
  const answers = [row, ...row.also].map(({ answer }) => answer);
  const shared = answers.find((answer) => answer?.state === "found" && answer.users.length > 1);
  return shared?.state === "found" ? shared.users : [];
}

/** A line's name: the user's address if known, otherwise the mention. */
export const nameIn = ({ user, mentioned }: Row): string => user?.email ?? mentioned.query.value;

/** The other names by which the line's person is mentioned, and their ID; without a user, what the mention is. */
export function namesIn(row: Row): string {
  const { mentioned, user } = row;
  if (!user) return t(`people.kind.${mentioned.query.kind}`);
  const values = mentionsIn(row).map(({ query }) => query.value);
  return [...new Set([...values, user.id])].filter((value) => value !== nameIn(row)).join(" · ");
}
