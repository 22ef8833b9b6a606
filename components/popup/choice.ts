import type { User } from "../../lib/keycard/index.ts";

/** What the person wants of those who were found; what is absent is all the same to them. */
export interface Filters {
  /** In the words of the status. */
  status?: string;
  /** In the words of the verification. */
  verification?: string;
  /** A role's identifier, or the words for none. */
  role?: string;
}

/** Whom the person wants to see of those who were found. */
export interface Choice {
  filters: Filters;
  /** What the filters come to: their words are the filter bar's, and no matter of the store's. */
  fits: (user: User) => boolean;
}

export const EVERYBODY: Choice = { filters: {}, fits: () => true };

/** Whether anything is filtered. */
export const isChosen = ({ filters }: Choice) => Object.keys(filters).length > 0;
