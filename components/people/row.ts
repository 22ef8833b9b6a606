import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { queryKey } from "../../lib/query-key.ts";
import { joinedWalk, type Walk } from "./walk.ts";

/** Somebody who is mentioned, on a page or in a list. */
export interface Mentioned {
  query: Query;
  /** Where the mention stands on the page, and how often. */
  onPage?: OnPage;
}

export interface OnPage {
  count: number;
  walk: Walk;
}

/** A mention with what its look-up said. */
export interface Asked {
  mentioned: Mentioned;
  answer: Answer | undefined;
}

/** A line of the table: a person, or a mention of whom no user is known, with what else its answer says. */
export interface Row extends Asked {
  /** The same whatever has been answered, so that the line stays what it is. */
  key: string;
  /** Where the mention stands among the others, from 0. */
  place: number;
  user: User | undefined;
  /** The further mentions that are about the same user, in their order. */
  also: readonly Asked[];
}

type Answers = ReadonlyMap<string, Answer>;

/**
 * A line for each person. Mentions of one user, such as the address and the ID, are one; users who share an address or
 * subject have a line each.
 *
 * @param joinedBy the answers by which mentions are known to be of one user; other mentions stay apart
 */
export function rowsOf(
  mentioned: readonly Mentioned[],
  answers: Answers,
  joinedBy: Answers = answers,
): Row[] {
  const rows: Row[] = [];
  const rowOfUser = new Map<string, Row>();
  for (const [place, one] of mentioned.entries()) {
    const key = queryKey(one.query);
    const asked: Asked = { mentioned: one, answer: answers.get(key) };
    const joined = new Set(usersIn(joinedBy.get(key)).map(({ id }) => id));
    const users = usersIn(asked.answer);
    let own = 0;
    for (const user of users.length > 0 ? users : [undefined]) {
      const row = user && joined.has(user.id) ? rowOfUser.get(user.id) : undefined;
      if (row) join(row, asked, user);
      else {
        const made: Row = {
          ...asked,
          key: own === 0 ? key : `${key} ${own}`,
          place,
          user,
          also: [],
        };
        own++;
        rows.push(made);
        if (user && joined.has(user.id)) rowOfUser.set(user.id, made);
      }
    }
  }
  return rows;
}

/** Of two records of one user the later one holds. */
function join(row: Row, asked: Asked, user: User | undefined): void {
  const known = [row, ...row.also].map(({ answer }) => asOf(answer));
  if (asOf(asked.answer) > Math.max(...known)) row.user = user;
  row.also = [...row.also, asked];
}

const asOf = (answer: Answer | undefined) => (answer?.state === "found" ? answer.asOf : 0);

const usersIn = (answer: Answer | undefined): readonly User[] =>
  answer?.state === "found" ? answer.users : [];

/** All mentions that a line stands for. */
export const mentionsIn = ({ mentioned, also }: Row): Mentioned[] => [
  mentioned,
  ...also.map((asked) => asked.mentioned),
];

/** Where a line's person stands on the page, under whichever name; undefined in other lists. */
export function onPageOf(row: Row): OnPage | undefined {
  const places = mentionsIn(row).flatMap(({ onPage }) => onPage ?? []);
  const [first, ...others] = places;
  if (!first || others.length === 0) return first;
  const count = places.reduce((sum, place) => sum + place.count, 0);
  return { count, walk: joinedWalk(places.map(({ walk }) => walk)) };
}
