import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { queryKey } from "../../lib/query-key.ts";
import type { Walk } from "./walk.ts";

/** Somebody who is mentioned, on a page or in a list. */
export interface Mentioned {
  query: Query;
  /** Where the mention stands on the page, and how often. */
  onPage?: { count: number; walk: Walk };
}

/** A line of the table: a mention, with one of the users it is about or with what else its answer says. */
export interface Row {
  /** The same whatever has been answered, so that the line stays what it is. */
  key: string;
  mentioned: Mentioned;
  /** Where the mention stands among the others, from 0. */
  place: number;
  answer: Answer | undefined;
  user: User | undefined;
}

/** A line for each mention, or for each of those who share an address or subject. */
export function rowsOf(
  mentioned: readonly Mentioned[],
  answers: ReadonlyMap<string, Answer>,
): Row[] {
  return mentioned.flatMap((one, place) => {
    const key = queryKey(one.query);
    const answer = answers.get(key);
    const users = answer?.state === "found" ? answer.users : [undefined];
    return users.map((user, n) => ({
      key: n === 0 ? key : `${key} ${n}`,
      mentioned: one,
      place,
      answer,
      user,
    }));
  });
}
