import type { RefObject } from "preact";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Query } from "../../lib/query.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { recentOf } from "../popup/recent-of.ts";
import type { RecentsStore } from "../popup/recents-store.ts";
import { SearchBody } from "../popup/search-body.tsx";
import { SearchField } from "../popup/search-field.tsx";
import { openOption, type SearchOption } from "../popup/search-options.ts";
import type { SearchStore } from "../popup/search-store.ts";
import { useSearchList } from "../popup/use-search-list.ts";
import type { Rest } from "./rest.ts";

export interface FindingProps {
  search: SearchStore;
  recents: RecentsStore;
  rest: LoadedOnce<Rest>;
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  field: RefObject<HTMLInputElement | null>;
  /** No one is shown: the field has the focus from the start. */
  isAlone: boolean;
  /** Its list is shown below it, in place of the person. */
  isListed: boolean;
  /** The focus has entered or left it. */
  onWithin: (isWithin: boolean) => void;
  onOpen: (query: Query) => void;
  /** Back to the person who is shown. */
  onLeave: () => void;
  onOpenOptions: () => void;
}

/** Search at the top of the side panel, the same as the popup's: the field, and below it users found or seen before. */
export function Finding(props: FindingProps) {
  const { search, recents, rest, field, isAlone, isListed, onWithin, onOpen, onLeave } = props;
  const list = useSearchList(search, recents, rest, isListed);
  const open = (option: SearchOption) =>
    openOption(option, {
      onOpen(user, asOf) {
        const recent = recentOf(user, asOf);
        void recents.remember(recent);
        onOpen(recent.query);
      },
      onOpenRecent({ query, name, seen }) {
        void recents.remember({ query, name, ...(seen && { seen }) });
        onOpen(query);
      },
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only handles keys that its field has ignored
    <div
      class="panel-finding"
      onFocusIn={() => onWithin(true)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          onWithin(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <SearchField store={search} field={field} focused={isAlone} {...list} onOpen={open} />
      {isListed && (
        <section
          class="panel-body search-body"
          aria-busy={search.results.value.state === "searching"}
        >
          <SearchBody
            {...props}
            store={search}
            onOpen={open}
            onCleared={() => field.current?.focus()}
          />
        </section>
      )}
    </div>
  );
}
