import type { User } from "../keycard/index.ts";
import type { Doubt, Failure } from "./answer.ts";

/** How somebody's address is like one that nobody has: the most likely first. */
export type Alike =
  /** It begins as the one that may be cut. */
  | { kind: "longer" }
  /** The same without what stood behind a plus sign. `tag`: with the sign. */
  | { kind: "untagged"; tag: string }
  /** The same with such a tag of its own. */
  | { kind: "tagged"; tag: string }
  /** The same but for dots, hyphens and underscores in the name. */
  | { kind: "dots" }
  /** One letter is more, less or another. */
  | { kind: "letter" }
  /** Two letters beside one another have changed places. */
  | { kind: "swap" }
  /** The same words in another order. */
  | { kind: "order" }
  /** It stands in the other, which has something glued to it. */
  | { kind: "within" }
  /** The same name at another domain. */
  | { kind: "domain"; domain: string };

/** Who may be meant by an address that nobody has. */
export interface Suggested {
  state: "searched";
  /** The most likely first, and of these who signed in last. */
  people: { user: User; why: Alike }[];
  /** How many more there are. */
  over: number;
  /** Why others may be there too. */
  doubt?: Doubt;
}

export type SuggestionsReply = Suggested | { state: "failed"; failure: Failure };
