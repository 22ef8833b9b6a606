import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { queryKey } from "../../lib/query-key.ts";
import { settled } from "../answer/settled.ts";
import { watchForLock } from "../connection/watch-for-lock.ts";
import { Announcer } from "../parts/announcer.tsx";
import { LogoIcon } from "../parts/icons.tsx";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import { usePolicy } from "../policy/use-policy.ts";
import { Later } from "../popup/later.tsx";
import { createRecentsStore } from "../popup/recents-store.ts";
import { createSearchStore } from "../popup/search-store.ts";
import { useConsoleTemplate } from "../user/use-console-template.ts";
import { Finding } from "./finding.tsx";
import type { Rest } from "./rest.ts";
import { useConnection } from "./use-connection.ts";
import { useShownPerson } from "./use-shown-person.ts";

export interface SidePanelProps {
  background: BackgroundApi;
  /** What isn't shown at first. */
  rest: LoadedOnce<Rest>;
  onOpenOptions: () => void;
}

/**
 * The side panel: search, and the whole record of the person who was last looked up, here or in any page, or who is
 * pinned.
 */
export function SidePanel({ background: given, rest, onOpenOptions }: SidePanelProps) {
  const followed = useShownPerson(given);
  const whom = followed.query && queryKey(followed.query);
  const { held, reread } = useConnection(given, whom);
  const background = useMemo(() => watchForLock(given, reread), [given, reread]);
  const search = useMemo(() => createSearchStore(background), [background]);
  const recents = useMemo(() => createRecentsStore(background), [background]);
  // The same object for the same person: pinning alone causes no new lookup.
  const query = useMemo(() => followed.query && { ...followed.query }, [whom, held?.identity]);
  const zone = held?.connection.state === "ready" ? held.connection.zone : undefined;
  const { policy } = usePolicy(background);
  // The next person who is shown gets the link that is configured by then.
  const turn = useMemo(() => ({ policy, query }), [policy, query]);
  const consoleTemplate = useConsoleTemplate(background, turn);

  /** The focus is in the search. */
  const [isWithin, setWithin] = useState(false);
  /** Counts users opened here. */
  const [opened, setOpened] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened > 0) place.current?.focus();
  }, [opened]);
  useEffect(() => {
    // Someone was looked up in a page. This clears the search, except while it is in use.
    if (!isWithin) void search.narrow(undefined, "");
  }, [whom]);
  useEffect(() => {
    // Another zone or key: who was found with the previous one is void.
    if (!zone) return;
    search.forget();
    void search.now();
    void recents.load();
  }, [zone === undefined, held?.identity]);

  const isHere = useKept(rest.loaded).state === "here";
  const isSearching = search.results.value.state !== "idle" || search.picking.value !== undefined;
  const hasRecents = recents.recents.value.length > 0;
  const isListed = zone !== undefined && (isSearching || (hasRecents && (isWithin || !query)));

  function leave() {
    setWithin(false);
    setOpened((before) => before + 1);
  }

  function open(whoever: Query) {
    void search.narrow(undefined, "");
    followed.open(whoever);
    leave();
  }

  return (
    <main class="panel">
      <h1 class="heard-only">{t("extension.name")}</h1>
      {held?.connection.state === "locked" ? (
        <div class="panel-body">
          <Later store={rest}>
            {({ Locked }) => (
              <Locked
                unlock={(passphrase) => settled(given.unlock({ passphrase }))}
                forget={async () => (await settled(given.forgetKey()))?.state !== "failed"}
              />
            )}
          </Later>
        </div>
      ) : (
        followed.isKnown &&
        held && (
          <>
            {zone && (
              <Finding
                search={search}
                recents={recents}
                rest={rest}
                background={background}
                policy={policy}
                field={field}
                isAlone={!query}
                isListed={isListed}
                onWithin={setWithin}
                onOpen={open}
                onLeave={leave}
                onOpenOptions={onOpenOptions}
              />
            )}
            {query
              ? // What can't be drawn yet isn't drawn over the list.
                (isHere || !isListed) && (
                  <Later store={rest}>
                    {({ Inspected }) => (
                      <Inspected
                        query={query}
                        zone={zone}
                        background={background}
                        pinned={followed.isPinned}
                        onPin={() => followed.pin(!followed.isPinned)}
                        covered={isListed}
                        place={place}
                        onSearch={(text) => {
                          field.current?.focus();
                          void search.offer(text);
                        }}
                        onOpenOptions={onOpenOptions}
                        consoleTemplate={consoleTemplate}
                      />
                    )}
                  </Later>
                )
              : !isListed && (
                  <div class="setup">
                    <LogoIcon />
                    <h2>{t("panel.empty")}</h2>
                    <p>{t("panel.emptyHint")}</p>
                  </div>
                )}
          </>
        )
      )}
      <Announcer />
    </main>
  );
}
