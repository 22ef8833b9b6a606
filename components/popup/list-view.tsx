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

/** The people of the page in front, or of a pasted text; the list as it was left, where it was open before. */
export function ListView({ kind, lists, background, ...actions }: ListViewProps) {
  const { inspectNames } = background;
  if (kind === "on-this-page") {
    lists.page ??= askedPage(background);
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

function askedPage(background: BackgroundApi): PageMentionsStore {
  const store = createPageMentionsStore(background);
  void store.ask();
  return store;
}
