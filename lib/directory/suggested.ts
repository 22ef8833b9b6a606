import type { User } from "../keycard/index.ts";
import type { Doubt, Failure } from "./answer.ts";

/** How someone's address resembles one that no one has: the most likely kinds first. */
export type Similarity =
  /** It starts with the address, which may be truncated. */
  | { kind: "longer" }
  /** The same without the tag after a plus sign. `tag`: including the sign. */
  | { kind: "untagged"; tag: string }
  /** The same with such a tag of its own. */
  | { kind: "tagged"; tag: string }
  /** The same except for dots, hyphens and underscores in the name. */
  | { kind: "dots" }
  /** One letter was added, removed or replaced. */
  | { kind: "letter" }
  /** Two adjacent letters are swapped. */
  | { kind: "swap" }
  /** The same words in another order. */
  | { kind: "order" }
  /** One contains the other, with text added before or after it. */
  | { kind: "within" }
  /** The same name at another domain. */
  | { kind: "domain"; domain: string };

/** People with an address similar to one that no one has. */
export interface Suggested {
  state: "searched";
  /** The most likely first, and within a kind by newest sign-in. */
  people: { user: User; why: Similarity }[];
  /** How many more there are. */
  over: number;
  /** Why there may be others too. */
  doubt?: Doubt;
}

export type SuggestionsReply = Suggested | { state: "failed"; failure: Failure };
