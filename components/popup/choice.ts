import type { User } from "../../lib/keycard/index.ts";

/** Filters of the users found; a missing one filters nothing. */
export interface Filters {
  /** As the status is worded. */
  status?: string;
  /** As the verification is worded. */
  verification?: string;
  /** A role's identifier, or the words for no role. */
  role?: string;
}

/** Which of the users found to show. */
export interface Choice {
  filters: Filters;
  /** The filters as a predicate: their wording belongs to the filter bar, not to the store. */
  fits: (user: User) => boolean;
}

export const EVERYBODY: Choice = { filters: {}, fits: () => true };

/** Whether anything is filtered. */
export const isChosen = ({ filters }: Choice) => Object.keys(filters).length > 0;
