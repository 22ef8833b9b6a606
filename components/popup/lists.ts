import type { PageMentionsStore } from "./page-mentions-store.ts";
import type { PastedStore } from "./pasted-store.ts";

/** A list of people that the popup can show; `page-looked-up`: that of the page, with everybody in it looked up at once. */
export type ListKind = "on-this-page" | "page-looked-up" | "paste-a-list";

/** What the popup knows of its lists while the person looks elsewhere in it. The view that shows one makes its store. */
export interface Lists {
  page: PageMentionsStore | undefined;
  /** The text stays until the popup is closed. */
  pasted: PastedStore | undefined;
  /** A text that the person has tried to search for, and that is to be a list. */
  offered: string | undefined;
  /** Nobody further is looked up. */
  stop(): void;
  /** Another zone holds: who was found there is forgotten. */
  forget(): void;
}

export function createLists(): Lists {
  const lists: Lists = {
    page: undefined,
    pasted: undefined,
    offered: undefined,
    stop() {
      lists.page?.stop();
      lists.pasted?.people.stop();
    },
    forget() {
      lists.page?.people.forget();
      lists.pasted?.startOver();
    },
  };
  return lists;
}
