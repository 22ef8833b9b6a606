import type { PageMentionsStore } from "./page-mentions-store.ts";
import type { PastedStore } from "./pasted-store.ts";

/** A list of people in the popup; `page-looked-up`: the page's list, with everyone in it looked up at once. */
export type ListKind = "on-this-page" | "page-looked-up" | "paste-a-list";

/**
 * What the popup keeps of its lists while the user is elsewhere in it. The view that shows a list creates its store.
 */
export interface Lists {
  page: PageMentionsStore | undefined;
  /** The text is kept until the popup closes. */
  pasted: PastedStore | undefined;
  /** A text with several mentions that the user tried to search for; it becomes a list. */
  offered: string | undefined;
  /** Looks no one else up. */
  stop(): void;
  /** The zone has changed: forgets who was found in the previous one. */
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
