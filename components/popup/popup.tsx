import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Recent } from "../../lib/contract/recent.ts";
import type { Inspection } from "../../lib/contract/replies.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import { watchForLock } from "../connection/watch-for-lock.ts";
import { Announcer } from "../parts/announcer.tsx";
import { useKept } from "../parts/kept.ts";
import { said } from "../parts/said.ts";
import { usePolicy } from "../policy/use-policy.ts";
import type { Note } from "./control-notes.tsx";
import { Later, type RestStore } from "./later.tsx";
import { createLists, type ListKind } from "./lists.ts";
import type { Opened } from "./person.tsx";
import { PopupHeader } from "./popup-header.tsx";
import { recentOf } from "./recent-of.ts";
import { createRecentsStore } from "./recents-store.ts";
import { rememberSearches } from "./remember-searches.ts";
import { createSearchStore } from "./search-store.ts";
import { SearchView, type SearchViewProps } from "./search-view.tsx";
import { Setup } from "./setup.tsx";
import type { PopupSites } from "./use-site.ts";

export interface PopupProps {
  background: BackgroundApi;
  /** Absent until the second step, which uses them, is loaded. */
  sites: PopupSites | undefined;
  /** Everything that isn't shown at first. */
  rest: RestStore;
  onOpenOptions: () => void;
  /** Absent if it is already in a tab. */
  onOpenTab?: (() => void) | undefined;
}

/**
 * The toolbar popup: the active tab's site, search, and whatever a context menu or command couldn't show in the page.
 */
export function Popup(props: PopupProps) {
  const { background: given, sites, rest, onOpenOptions, onOpenTab } = props;
  const connection = useMemo(() => createConnectionStore(given), [given]);
  const background = useMemo(() => watchForLock(given, connection.noteLocked), [given, connection]);
  const search = useMemo(() => createSearchStore(background), [background]);
  const recents = useMemo(() => createRecentsStore(background), [background]);
  const lists = useMemo(createLists, []);
  /** The current view; someone who is opened from there is shown over it. */
  const [place, setPlace] = useState<"search" | ListKind>("search");
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const load = useCallback(() => void connection.load(), [connection]);
  const { policy } = usePolicy(background, load);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [focus, setFocus] = useState<SearchViewProps["focus"]>("field");
  useEffect(() => {
    load();
    const take = (inspection: Inspection | undefined) => {
      if (inspection?.kind === "query") setOpened({ query: inspection.query });
      // It can arrive late, and must not replace typed text.
      if (inspection?.kind === "search" && search.text.value === "")
        void search.offer(inspection.text, inspection.narrowed);
    };
    // If the message is lost, the popup behaves as if opened by hand.
    void background.takeInspection().then(take, () => undefined);
  }, [background, load, search]);
  useEffect(() => rememberSearches(search, background), [search, background]);
  const state = connection.connection.value;
  const zone = state?.state === "ready" ? state.zone : undefined;

  useEffect(() => {
    window.addEventListener("pagehide", lists.stop);
    return () => window.removeEventListener("pagehide", lists.stop);
  }, [lists]);
  useEffect(() => connection.follow(), [connection]);
  /** The zone of everything that is shown. */
  const shownOf = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Not known yet; or locked, and after unlocking everything continues as it was.
    if (state === undefined || state.state === "locked") return;
    const before = shownOf.current;
    shownOf.current = zone?.id;
    if (before === undefined || before === zone?.id) return;
    // Another zone, chosen here or in another window, or none any more.
    lists.forget();
    search.forget();
    if (!zone) return setOpened(undefined);
    // A new object triggers a new lookup.
    setOpened((shown) => shown && { query: { ...shown.query } });
    void search.now();
  }, [state]);

  /** The key can be locked while something is in progress, which then continues; a person is looked up again. */
  async function unlock(passphrase: string) {
    const reply = await connection.unlock(passphrase);
    if (reply.state === "unlocked") void search.again();
    return reply;
  }

  function openList(kind: ListKind, text?: string) {
    lists.offered = text;
    setFocus(kind);
    setPlace(kind);
  }

  function leaveLists() {
    lists.stop();
    // Listed again next time: the page can be a different one by then.
    lists.page = undefined;
    setPlace("search");
  }

  function open(user: User, asOf: number) {
    const recent = recentOf(user, asOf);
    setFocus("field");
    void recents.remember(recent);
    setOpened({ query: recent.query, known: { state: "found", users: [user], asOf } });
  }

  function openMention(query: Query, name: string) {
    void recents.remember({ query, name });
    setOpened({ query });
  }

  function searchFor(text: string) {
    leaveLists();
    setFocus("field");
    setOpened(undefined);
    void search.offer(text);
  }

  function openRecent(recent: Recent) {
    setFocus("field");
    void recents.remember(recent);
    setOpened({ query: recent.query });
  }

  const loaded = useKept(rest.loaded);
  const second = loaded.state === "here" ? loaded.value : undefined;
  const isSearching = !opened && place === "search";
  /** Or not known yet. Without a key there is nothing to turn on. */
  const isUsable = !state || state.state === "ready" || state.state === "no-zone";

  return (
    <main class="popup">
      <PopupHeader store={connection} onOpenOptions={onOpenOptions} onOpenTab={onOpenTab} />
      {isUsable &&
        (second && sites ? (
          <second.Controls
            sites={sites}
            policy={policy}
            background={background}
            connection={connection}
            isIdle={isSearching && search.results.value.state === "idle"}
            onChooseZone={(zoneId) => void connection.choose(zoneId)}
            onNotes={setNotes}
          />
        ) : (
          <div class="controls" />
        ))}
      {state?.state === "no-key" ? (
        <Setup said={said("popup.noKey")} button={t("popup.connect")} onClick={onOpenOptions} />
      ) : state?.state === "locked" ? (
        <Later store={rest}>
          {({ Locked }) => <Locked unlock={unlock} forget={connection.forget} />}
        </Later>
      ) : state?.state === "unreadable" ? (
        <Later store={rest}>
          {({ Unreadable }) => <Unreadable why={state.why} onConnect={onOpenOptions} />}
        </Later>
      ) : state?.state === "no-zone" ? (
        <Setup said={said("popup.noZone")} button={t("popup.chooseZone")} onClick={onOpenOptions} />
      ) : opened ? (
        <Later store={rest}>
          {({ Person }) => (
            <Person
              opened={opened}
              zone={zone}
              background={background}
              policy={policy}
              backTo={place === "search" ? undefined : t("onPage.backToList")}
              onBack={() => setOpened(undefined)}
              onSearch={searchFor}
              onOpenOptions={onOpenOptions}
            />
          )}
        </Later>
      ) : place === "search" ? (
        <SearchView
          store={search}
          recents={recents}
          rest={rest}
          background={background}
          policy={policy}
          focus={focus}
          onOpen={open}
          onOpenRecent={openRecent}
          onOpenList={openList}
          onOpenOptions={onOpenOptions}
        />
      ) : (
        <Later store={rest}>
          {({ ListView }) => (
            <ListView
              kind={place}
              lists={lists}
              background={background}
              onOpen={openMention}
              onBack={leaveLists}
            />
          )}
        </Later>
      )}
      {isUsable && second && <second.ControlNotes notes={notes} />}
      <Announcer />
    </main>
  );
}
