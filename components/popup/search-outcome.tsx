import { useEffect, useMemo } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { doubtText, inconclusiveText } from "../answer/answer-texts.ts";
import { FailureNotice } from "../answer/failure-notice.tsx";
import { failureText } from "../answer/failure-text.ts";
import type { Retried } from "../answer/use-retry.ts";
import { announce } from "../parts/announcer.tsx";
import { UnsureIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { Notice } from "../parts/notice.tsx";
import { type Said, sentences } from "../parts/said.ts";
import { useNow } from "../parts/use-now.ts";
import { EVERYBODY, isChosen } from "./choice.ts";
import { FilterBar } from "./filter-bar.tsx";
import { foundCount } from "./found-count.ts";
import { FoundUser } from "./found-user.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { showingText } from "./name-text.ts";
import { NarrowOffer } from "./narrow-offer.tsx";
import { NarrowedLine } from "./narrowed-line.tsx";
import { nobodyNarrowed, unsureNarrowed } from "./narrowed-text.ts";
import { Nobody, type NobodyProps } from "./nobody.tsx";
import { nobodyText } from "./nobody-text.ts";
import { apartOf } from "./repeated.ts";
import { Results } from "./results.tsx";
import { type UserOption, userOptions } from "./search-options.ts";
import type { FoundByText, SearchState, SearchStore } from "./search-store.ts";

export interface SearchOutcomeProps {
  store: SearchStore;
  background: NobodyProps["background"];
  policy: Policy;
  onOpen: (option: UserOption) => void;
  /** A button is gone after use: the focus moves to the field. */
  onCleared: () => void;
  /** The text has several mentions, which become a list. Absent where there are no lists. */
  onList?: (text: string) => void;
  onOpenOptions: () => void;
}

/** The outcome of a search. */
export function SearchOutcome(props: SearchOutcomeProps) {
  const { store } = props;
  const results = store.results.value;
  const text = store.text.value;
  // The notice disappears during a retry.
  const retried = useMemo(() => ({ current: false }), [text]);
  const left = leftBy(store);
  useEffect(() => {
    const said = announced(results, left);
    if (said !== undefined) announce(said);
  }, [results, left]);
  const narrowed = store.narrowed.value;
  return (
    <>
      {narrowed && <NarrowedLine store={store} narrowed={narrowed} onCleared={props.onCleared} />}
      <Outcome {...props} results={results} retried={retried} />
    </>
  );
}

function Outcome(props: SearchOutcomeProps & { results: SearchState; retried: Retried }) {
  const { store, results, retried, onList, onOpenOptions } = props;
  switch (results.state) {
    case "idle":
    case "short":
      return null;
    case "several":
      return (
        <Notice kind="absent" said={severalText(results, onList !== undefined)}>
          {onList && (
            <button type="button" class="button primary" onClick={() => onList(results.text)}>
              {t("paste.title")}
            </button>
          )}
        </Notice>
      );
    case "searching":
      return results.former ? (
        <FoundUsers {...props} found={results.former} stale />
      ) : (
        <ListSkeleton />
      );
    case "found":
      return <FoundUsers {...props} found={results} stale={false} />;
    case "absent":
      return (
        <Nobody
          {...props}
          results={results}
          said={nobody(results)}
          onSearch={(text) => void store.offer(text)}
        >
          {mayBeGrant(results) && <NarrowOffer store={store} text={results.text} />}
        </Nobody>
      );
    case "inconclusive":
      return (
        <Notice kind="unsure" said={inconclusive(results)}>
          {mayBeGrant(results) && <NarrowOffer store={store} text={results.text} />}
        </Notice>
      );
    case "failed":
      return (
        <FailureNotice
          failure={results.failure}
          retried={retried}
          onOpenOptions={onOpenOptions}
          onAgain={() => void store.now()}
        />
      );
  }
}

/** How many the filters leave; undefined if nothing is filtered. */
function leftBy({ choice, shown }: SearchStore): number | undefined {
  return isChosen(choice.value) ? shown.value.length : undefined;
}

function announced(results: SearchState, left: number | undefined): string | undefined {
  switch (results.state) {
    case "found":
      if (results.more.state === "loading") return undefined;
      if (results.more.state === "failed") return failureText(results.more.failure).known;
      return results.words
        ? sentences({ known: showingText(results.words), next: foundCount(results, left) })
        : foundCount(results, left);
    case "absent":
      return nobody(results).known;
    case "several":
      return severalText(results, true).known;
    case "inconclusive":
      return inconclusive(results).known;
    case "failed":
      return failureText(results.failure).known;
    default:
      return undefined;
  }
}

type Of<State extends SearchState["state"]> = Extract<SearchState, { state: State }>;

const nobody = (absent: Of<"absent">): Said =>
  absent.narrowed ? nobodyNarrowed(absent.narrowed, absent) : nobodyText(absent);

function severalText({ count }: Of<"several">, hasLists: boolean): Said {
  const known = t("search.several.known", { count: number(count) });
  return { known, next: t(hasLists ? "search.several.next" : "search.several.inPopup") };
}

/** Whether a text can be the name of a role or group: an address can't. */
const mayBeGrant = ({ text, narrowed }: Of<"absent" | "inconclusive">) =>
  narrowed === undefined && !text.includes("@");

function inconclusive({ text, doubt, narrowed }: Of<"inconclusive">): Said {
  if (narrowed) return unsureNarrowed(narrowed, doubt);
  if (doubt !== "first-100-only") return inconclusiveText(doubt, { value: text });
  return { known: t("popup.inconclusive.known", { text }), next: t("popup.inconclusive.next") };
}

function FoundUsers(props: SearchOutcomeProps & { found: FoundByText; stale: boolean }) {
  const { store, found, stale, onOpen, onCleared } = props;
  const { more, doubt, total } = found;
  const shown = store.shown.value;
  const left = leftBy(store);
  const isBusy = stale || more.state === "loading";
  const now = useNow();
  // Someone who is filtered out still has the same address.
  const apart = useMemo(() => apartOf(found.users), [found.users]);

  async function goOn(further: () => Promise<void>) {
    await further();
    const { value } = store.results;
    if (value.state === "found" && value.more.state === "none") onCleared();
  }

  return (
    <div class={stale ? "found is-stale" : "found"}>
      {found.words && (
        <p class="found-name">
          <InertText text={showingText(found.words)} />
        </p>
      )}
      <FilterBar store={store} found={found} />
      <p class="found-count">
        {foundCount(found, left)}
        {left !== undefined && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              store.filter(EVERYBODY);
              onCleared();
            }}
          >
            {t("search.showAll")}
          </button>
        )}
        {left !== undefined && more.state !== "none" && (
          <button
            type="button"
            class="link-button"
            aria-disabled={isBusy}
            aria-busy={isBusy}
            onClick={() => void goOn(store.all)}
          >
            {total === undefined ? t("search.all") : t("search.allOf", { total: number(total) })}
          </button>
        )}
      </p>
      <Results
        options={userOptions(shown, found.asOf)}
        label={t("popup.results")}
        active={store.active.value}
        stale={stale}
        onOpen={onOpen}
      >
        {({ user }) => <FoundUser user={user} apart={apart.get(user.id)} now={now} />}
      </Results>
      {found.narrowed?.kind === "roles" && <p class="narrowed-note">{t("narrow.directOnly")}</p>}
      {doubt !== undefined && (
        <p class="doubt">
          <UnsureIcon />
          {doubtText(doubt)}
        </p>
      )}
      {more.state === "failed" && <p class="more-failed">{sentences(failureText(more.failure))}</p>}
      {more.state !== "none" && (
        <button
          type="button"
          class="button more"
          // Not disabled: it would lose the focus.
          aria-disabled={isBusy}
          aria-busy={more.state === "loading"}
          onClick={() => void goOn(store.more)}
        >
          {more.state === "loading" ? t("popup.searching") : t("popup.more")}
        </button>
      )}
    </div>
  );
}
