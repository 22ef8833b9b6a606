import { useEffect, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { LISTED_MAX } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import { announce } from "../parts/announcer.tsx";
import { BackIcon } from "../parts/icons.tsx";
import { Notice } from "../parts/notice.tsx";
import { said } from "../parts/said.ts";
import { useEscape } from "../parts/use-escape.ts";
import { People } from "../people/people.tsx";
import { Bones } from "./bones.tsx";
import type { PageMentions, PageMentionsStore } from "./page-mentions-store.ts";

/** Why nobody can be listed. */
const UNLISTED = {
  unreadable: said("onPage.unreadable"),
  "switched-off": said("onPage.switchedOff"),
};

export interface OnThisPageProps {
  store: PageMentionsStore;
  onOpen: (query: Query) => void;
  onBack: () => void;
}

/** Who is mentioned on the page in front. */
export function OnThisPage({ store, onOpen, onBack }: OnThisPageProps) {
  const mentions = store.mentions.value;
  const asking = store.asking.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const known = useRef(mentions);
  const isBack = known.current === mentions && store.people.left !== undefined;
  useEffect(() => {
    if (!isBack) heading.current?.focus();
  }, []);
  useEffect(() => {
    // A list that the person comes back to is no news.
    if (mentions && mentions !== known.current) announce(wordsOf(mentions));
  }, [mentions]);
  useEffect(() => {
    if (asking === "lost") announce(t("onPage.lost.known"));
  }, [asking]);
  useEscape(onBack);
  return (
    <section class="on-page" aria-busy={asking === "asked"}>
      <div class="on-page-bar">
        <button type="button" class="button back" onClick={onBack}>
          <BackIcon />
          {t("onPage.back")}
        </button>
        <button type="button" class="button" onClick={() => void store.ask()}>
          {t("onPage.again")}
        </button>
      </div>
      <div class="on-page-head">
        <h2 ref={heading} tabIndex={-1}>
          {t("onPage.title")}
        </h2>
        {mentions?.state === "listed" && mentions.listed.length > 0 && (
          <p>
            {t("onPage.count", mentions.listed.length, [number(mentions.listed.length)])}
            {mentions.more && <strong> {t("onPage.more", { most: number(LISTED_MAX) })}</strong>}
          </p>
        )}
      </div>
      {asking === "lost" && <Notice kind="failed" said={said("onPage.lost")} />}
      {!mentions && asking === "asked" && <Bones />}
      {mentions && mentions.state !== "listed" && (
        <Notice kind="unsure" said={UNLISTED[mentions.state]} />
      )}
      {mentions?.state === "listed" &&
        (mentions.listed.length === 0 ? (
          <Notice kind="absent" said={said("onPage.empty")} />
        ) : (
          <People
            mentioned={mentions.listed}
            store={store.people}
            label={t("onPage.list")}
            stale={asking === "asked"}
            isBack={isBack}
            onOpen={onOpen}
          />
        ))}
    </section>
  );
}

function wordsOf(mentions: PageMentions): string {
  if (mentions.state !== "listed") return UNLISTED[mentions.state].known;
  const { listed, more } = mentions;
  if (listed.length === 0) return t("onPage.empty.known");
  return more
    ? `${t("onPage.count", listed.length, [number(listed.length)])}. ${t("onPage.more", { most: number(LISTED_MAX) })}`
    : t("onPage.count", listed.length, [number(listed.length)]);
}
