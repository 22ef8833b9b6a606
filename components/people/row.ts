import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { queryKey } from "../../lib/query-key.ts";
import { joinedWalk, type Walk } from "./walk.ts";

/** Someone who is mentioned, on a page or in a list. */
export interface Mentioned {
  query: Query;
  /** Where the mention is on the page, and how often. */
  onPage?: OnPage;
}

export interface OnPage {
  count: number;
  walk: Walk;
}

/** A mention with the result of its lookup. */
export interface Asked {
  mentioned: Mentioned;
  answer: Answer | undefined;
}

/** A line of the table: a person, or a mention without a known user, with what else its answer says. */
export interface Row extends Asked {
  /** Independent of the answers, so that the line keeps its identity. */
  key: string;
  /** The mention's index, from 0. */
  place: number;
  user: User | undefined;
  /** Further mentions of the same user, in order. */
  also: readonly Asked[];
}

type Answers = ReadonlyMap<string, Answer>;

/**
 * A line for each person. Mentions of one user, such as the address and the ID, are merged; users who share an address
 * or subject have a line each.
 *
 * @param joinedBy the answers that show which mentions are of one user; other mentions stay separate
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

/** Of two records of one user, the newer one is used. */
function join(row: Row, asked: Asked, user: User | undefined): void {
  const known = [row, ...row.also].map(({ answer }) => asOf(answer));
  if (asOf(asked.answer) > Math.max(...known)) row.user = user;
  row.also = [...row.also, asked];
}

const asOf = (answer: Answer | undefined) => (answer?.state === "found" ? answer.asOf : 0);

const usersIn = (answer: Answer | undefined): readonly User[] =>
  answer?.state === "found" ? answer.users : [];

/** All mentions that a line represents. */
export const mentionsIn = ({ mentioned, also }: Row): Mentioned[] => [
  mentioned,
  ...also.map((asked) => asked.mentioned),
];

/** Where a line's person is mentioned on the page, under any name; undefined in other lists. */
export function onPageOf(row: Row): OnPage | undefined {
  const places = mentionsIn(row).flatMap(({ onPage }) => onPage ?? []);
  const [first, ...others] = places;
  if (!first || others.length === 0) return first;
  const count = places.reduce((sum, place) => sum + place.count, 0);
  return { count, walk: joinedWalk(places.map(({ walk }) => walk)) };
}
