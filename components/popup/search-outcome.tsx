import { useEffect, useMemo } from "preact/hooks";
import type { Doubt } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { doubtText, inconclusiveText } from "../answer/answer-texts.ts";
import { FailureNotice } from "../answer/failure-notice.tsx";
import { failureText } from "../answer/failure-text.ts";
import { announce } from "../parts/announcer.tsx";
import { UnsureIcon } from "../parts/icons.tsx";
import { Notice } from "../parts/notice.tsx";
import { type Said, sentences } from "../parts/said.ts";
import { useNow } from "../parts/use-now.ts";
import { Bones } from "./bones.tsx";
import { EVERYBODY, isChosen } from "./choice.ts";
import { FilterBar } from "./filter-bar.tsx";
import { foundCount } from "./found-count.ts";
import { FoundUser } from "./found-user.tsx";
import { nobodyText } from "./nobody-text.ts";
import { apartOf } from "./repeated.ts";
import { Results } from "./results.tsx";
import { type UserOption, userOptions } from "./search-options.ts";
import type { FoundByText, SearchState, SearchStore } from "./search-store.ts";

export interface SearchOutcomeProps {
  store: SearchStore;
  onOpen: (option: UserOption) => void;
  /** A button that has done its work is gone with it: the focus goes to the field. */
  onCleared: () => void;
  onOpenOptions: () => void;
}

/** What a search has come to. */
export function SearchOutcome(props: SearchOutcomeProps) {
  const { store, onOpenOptions } = props;
  const results = store.results.value;
  const text = store.text.value;
  // The notice is gone while it is asked again.
  const retried = useMemo(() => ({ current: false }), [text]);
  const left = leftBy(store);
  useEffect(() => {
    const said = announced(results, left);
    if (said !== undefined) announce(said);
  }, [results, left]);
  switch (results.state) {
    case "idle":
    case "short":
      return null;
    case "searching":
      return results.former ? <FoundUsers {...props} found={results.former} stale /> : <Bones />;
    case "found":
      return <FoundUsers {...props} found={results} stale={false} />;
    case "absent":
      return <Notice kind="absent" said={nobodyText(results)} />;
    case "inconclusive":
      return <Notice kind="unsure" said={inconclusive(results)} />;
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

/** How many the filters leave; undefined: nothing is filtered. */
function leftBy({ choice, shown }: SearchStore): number | undefined {
  return isChosen(choice.value) ? shown.value.length : undefined;
}

function announced(results: SearchState, left: number | undefined): string | undefined {
  switch (results.state) {
    case "found":
      if (results.more.state === "loading") return undefined;
      if (results.more.state === "failed") return failureText(results.more.failure).known;
      return foundCount(results, left);
    case "absent":
      return nobodyText(results).known;
    case "inconclusive":
      return inconclusive(results).known;
    case "failed":
      return failureText(results.failure).known;
    default:
      return undefined;
  }
}

function inconclusive({ text, doubt }: { text: string; doubt: Doubt }): Said {
  if (doubt !== "first-100-only") return inconclusiveText(doubt, { value: text }, "popup");
  return { known: t("popup.inconclusive.known", { text }), next: t("popup.inconclusive.next") };
}

function FoundUsers(props: SearchOutcomeProps & { found: FoundByText; stale: boolean }) {
  const { store, found, stale, onOpen, onCleared } = props;
  const { more, doubt } = found;
  const shown = store.shown.value;
  const left = leftBy(store);
  const now = useNow();
  // Whoever is filtered out is still somebody with the same address.
  const apart = useMemo(() => apartOf(found.users), [found.users]);

  async function showMore() {
    await store.more();
    const { value } = store.results;
    if (value.state === "found" && value.more.state === "none") onCleared();
  }

  return (
    <div class={stale ? "found is-stale" : "found"}>
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
          aria-disabled={stale || more.state === "loading"}
          aria-busy={more.state === "loading"}
          onClick={() => void showMore()}
        >
          {more.state === "loading" ? t("popup.searching") : t("popup.more")}
        </button>
      )}
    </div>
  );
}
