import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Query } from "../../lib/query.ts";
import type { ListKind, Lists } from "./lists.ts";
import { OnThisPage } from "./on-this-page.tsx";
import { createPageMentionsStore, type PageMentionsStore } from "./page-mentions-store.ts";
import { PasteList } from "./paste-list.tsx";
import { createPastedStore } from "./pasted-store.ts";

export interface ListViewProps {
  kind: ListKind;
  lists: Lists;
  background: BackgroundApi;
  onOpen: (query: Query, name: string) => void;
  onBack: () => void;
}

/** The people on the page in the active tab, or in pasted text; the list as it was left, if it was open before. */
export function ListView({ kind, lists, background, ...actions }: ListViewProps) {
  const { inspectNames } = background;
  if (kind !== "paste-a-list") {
    lists.page ??= askedPage(background, kind === "page-looked-up");
    return <OnThisPage store={lists.page} inspectNames={inspectNames} {...actions} />;
  }
  lists.pasted ??= createPastedStore(background);
  const { offered } = lists;
  if (offered !== undefined) {
    lists.offered = undefined;
    lists.pasted.startOver();
    lists.pasted.write(offered);
  }
  return <PasteList store={lists.pasted} inspectNames={inspectNames} {...actions} />;
}

/** @param lookUp whether the user asked to look the people up, not only to list them */
function askedPage(background: BackgroundApi, lookUp: boolean): PageMentionsStore {
  const store = createPageMentionsStore(background);
  void (lookUp ? store.askAndLookUp() : store.ask());
  return store;
}
