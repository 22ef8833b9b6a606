import { useEffect } from "preact/hooks";
import type { Doubt, ZoneRef } from "../../lib/directory/answer.ts";
import { number, t } from "../../lib/i18n.ts";
import { doubtText, inconclusiveText } from "../answer/answer-texts.ts";
import { FailureNotice } from "../answer/failure-notice.tsx";
import { failureText } from "../answer/failure-text.ts";
import { announce } from "../parts/announcer.tsx";
import { UnsureIcon } from "../parts/icons.tsx";
import { Notice } from "../parts/notice.tsx";
import { type Said, sentences } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";
import { Bones } from "./bones.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FoundUser } from "./found-user.tsx";
import { Results } from "./results.tsx";
import { type UserOption, userOptions } from "./search-options.ts";
import { EVERYBODY, type FoundByText, type SearchState, type SearchStore } from "./search-store.ts";

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
  const shown = store.shown.value.length;
  useEffect(() => {
    const said = announced(results, shown);
    if (said !== undefined) announce(said);
  }, [results, shown]);
  switch (results.state) {
    case "idle":
    case "short":
      return null;
    case "searching":
      return results.former ? <FoundUsers {...props} found={results.former} stale /> : <Bones />;
    case "found":
      return <FoundUsers {...props} found={results} stale={false} />;
    case "absent":
      return <Notice kind="absent" said={absent(results.text, results.zone)} />;
    case "inconclusive":
      return <Notice kind="unsure" said={inconclusive(results)} />;
    case "failed":
      return (
        <FailureNotice
          failure={results.failure}
          onOpenOptions={onOpenOptions}
          onAgain={() => void store.now()}
        />
      );
  }
}

function announced(results: SearchState, shown: number): string | undefined {
  switch (results.state) {
    case "found":
      if (results.more.state === "loading") return undefined;
      if (results.more.state === "failed") return failureText(results.more.failure).known;
      if (shown < results.users.length) return countOf(shown, results.users.length);
      return countText(results.users.length, results.more.state !== "none");
    case "absent":
      return absent(results.text, results.zone).known;
    case "inconclusive":
      return inconclusive(results).known;
    case "failed":
      return failureText(results.failure).known;
    default:
      return undefined;
  }
}

function absent(text: string, zone: ZoneRef | undefined): Said {
  return {
    known: t("popup.absent.known", { inZone: inZone(zone), text }),
    next: t("popup.absent.next"),
  };
}

function inconclusive({ text, doubt }: { text: string; doubt: Doubt }): Said {
  if (doubt !== "first-100-only") return inconclusiveText(doubt, { value: text });
  return { known: t("popup.inconclusive.known", { text }), next: t("popup.inconclusive.next") };
}

function countText(count: number, more: boolean): string {
  return more
    ? t("popup.usersAndMore", count, [number(count)])
    : t("popup.users", count, [number(count)]);
}

function countOf(shown: number, count: number): string {
  return t("search.countOf", count, [number(count)], { shown: number(shown) });
}

function FoundUsers(props: SearchOutcomeProps & { found: FoundByText; stale: boolean }) {
  const { store, found, stale, onOpen, onCleared } = props;
  const { users, more, doubt } = found;
  const shown = store.shown.value;

  async function showMore() {
    await store.more();
    const { value } = store.results;
    if (value.state === "found" && value.more.state === "none") onCleared();
  }

  return (
    <div class={stale ? "found is-stale" : "found"}>
      <FilterBar store={store} found={found} />
      {shown.length < users.length && (
        <p class="filtered">
          {countOf(shown.length, users.length)}
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
        </p>
      )}
      <Results
        options={userOptions(shown, found.asOf)}
        label={t("popup.results")}
        active={store.active.value}
        stale={stale}
        onOpen={onOpen}
      >
        {({ user }) => <FoundUser user={user} />}
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
