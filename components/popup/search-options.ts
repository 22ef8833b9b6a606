import type { Recent, RecentlySeen } from "../../lib/contract/recent.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { SearchStore } from "./search-store.ts";

/** The options of the field's list: users found, or, before anything is typed, users seen before. */
export type SearchOption = UserOption | RecentOption;

export interface UserOption {
  kind: "user";
  id: string;
  user: User;
  asOf: number;
}

export interface RecentOption {
  kind: "recent";
  id: string;
  recent: RecentlySeen;
}

export const LISTBOX_ID = "results";

/** What opening an option does. */
export interface OpenActions {
  /** @param asOf the results' age */
  onOpen: (user: User, asOf: number) => void;
  onOpenRecent: (recent: Recent) => void;
}

/** @returns the options that can be opened now; results of an older text can't */
export function searchOptions(
  store: SearchStore,
  recents: readonly RecentlySeen[],
): SearchOption[] {
  const results = store.results.value;
  if (results.state === "idle") return recentOptions(recents);
  if (results.state !== "found") return [];
  return userOptions(store.shown.value, results.asOf);
}

export function recentOptions(recents: readonly RecentlySeen[]): RecentOption[] {
  return recents.map((recent, place) => ({ kind: "recent", id: `recent-${place}`, recent }));
}

/** @param asOf the users' age */
export function userOptions(users: readonly User[], asOf: number): UserOption[] {
  return users.map((user) => ({ kind: "user", id: `user-${user.id}`, user, asOf }));
}

export function openOption(option: SearchOption, { onOpen, onOpenRecent }: OpenActions): void {
  if (option.kind === "user") onOpen(option.user, option.asOf);
  else onOpenRecent(option.recent);
}
