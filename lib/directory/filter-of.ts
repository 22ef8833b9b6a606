import type { ListUsersParams } from "../keycard/index.ts";

const NO_FILTERS: ReadonlySet<string> = new Set(["limit", "after", "before", "sort"]);

/** The names of a list call's filters; empty if there are none. */
export function filterOf(params: ListUsersParams): string {
  return Object.keys(params)
    .filter((name) => !NO_FILTERS.has(name))
    .join();
}
