import type { Query } from "../../lib/directory/answer.ts";
import { number, t } from "../../lib/i18n.ts";
import { announce } from "../announcer.tsx";
import { InertText } from "../inert-text.tsx";
import { lookUpName, mentionWords } from "./mention-words.ts";
import type { Listed, Shown } from "./page-mentions-store.ts";

export interface PageMentionRowProps {
  listed: Listed;
  onOpen: (query: Query) => void;
}

/** Somebody mentioned on the page: who, how often, the way to look them up and the way to where they stand. */
export function PageMentionRow({ listed, onOpen }: PageMentionRowProps) {
  const { sought, count } = listed.mention;
  const shown = listed.shown.value;
  const show = async () => {
    const said = wordsOf(await listed.showNext());
    if (said !== undefined) announce(t("onPage.announced", { value: sought.value, said: said }));
  };
  return (
    <li class="mention">
      <button
        type="button"
        class="mention-open"
        aria-label={lookUpName(sought, count)}
        onClick={() => onOpen(sought)}
      >
        <span class="mention-value">
          <InertText text={sought.value} whole />
        </span>
        <span class="mention-facts">{mentionWords(sought.kind, count)}</span>
      </button>
      <span class="mention-show">
        <button
          type="button"
          class="button"
          aria-label={t("onPage.showName", { value: sought.value })}
          onClick={() => void show()}
        >
          {t("onPage.show")}
        </button>
        {shown.state === "shown" && <span class="mention-place">{wordsOf(shown)}</span>}
      </span>
      {(shown.state === "gone" || shown.state === "lost") && (
        <span class="mention-trouble">{wordsOf(shown)}</span>
      )}
    </li>
  );
}

function wordsOf(shown: Shown): string | undefined {
  switch (shown.state) {
    case "not-yet":
      return undefined;
    case "shown":
      return t("onPage.place", { place: number(shown.place), total: number(shown.total) });
    case "gone":
      return t("onPage.gone");
    case "lost":
      return t("onPage.notShown");
  }
}
