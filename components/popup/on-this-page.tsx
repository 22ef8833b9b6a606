import { useEffect, useRef } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { number, t } from "../../lib/i18n.ts";
import { LISTED_MAX } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import { announce } from "../parts/announcer.tsx";
import { RefreshIcon } from "../parts/icons.tsx";
import { Notice } from "../parts/notice.tsx";
import { said } from "../parts/said.ts";
import { useEscape } from "../parts/use-escape.ts";
import { CopyMenu } from "../people/copy-menu.tsx";
import { PeopleList } from "../people/people.tsx";
import type { Mentioned } from "../people/row.ts";
import { usePeople } from "../people/use-people.ts";
import { listCount } from "./list-count.ts";
import { ListHead } from "./list-head.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import type { PageMentions, PageMentionsStore } from "./page-mentions-store.ts";

/** Why there is no list. */
const UNLISTED = {
  unreadable: said("onPage.unreadable"),
  unanswered: said("onPage.unanswered"),
  "switched-off": said("onPage.switchedOff"),
};

const NOBODY: readonly Mentioned[] = [];

export interface OnThisPageProps {
  store: PageMentionsStore;
  inspectNames: BackgroundApi["inspectNames"];
  onOpen: (query: Query, name: string) => void;
  onBack: () => void;
}

/** Who is mentioned on the page in the active tab. */
export function OnThisPage({ store, inspectNames, onOpen, onBack }: OnThisPageProps) {
  const mentions = store.mentions.value;
  const asking = store.asking.value;
  const listed = mentions?.state === "listed" ? mentions.listed : NOBODY;
  const people = usePeople(listed, store.people, inspectNames);
  const heading = useRef<HTMLHeadingElement>(null);
  const known = useRef(mentions);
  const isBack = known.current === mentions && store.people.left !== undefined;
  useEffect(() => {
    if (!isBack) heading.current?.focus();
  }, []);
  useEffect(() => {
    // A list that the user returns to isn't announced.
    if (mentions && mentions !== known.current) announce(wordsOf(mentions));
  }, [mentions]);
  useEffect(() => {
    if (asking === "lost") announce(t("onPage.lost.known"));
  }, [asking]);
  useEscape(onBack);
  const again = t("onPage.again");
  return (
    <section class="on-page" aria-busy={asking === "asked"}>
      <ListHead
        title={t("onPage.title")}
        count={listed.length > 0 ? listCount(people) : undefined}
        heading={heading}
        onBack={onBack}
      >
        <button
          type="button"
          class="icon-button"
          aria-label={again}
          title={again}
          onClick={() => void store.ask()}
        >
          <RefreshIcon />
        </button>
        <CopyMenu people={people} />
      </ListHead>
      {mentions?.state === "listed" && mentions.more && (
        <p class="list-more">{t("onPage.more", { most: number(LISTED_MAX) })}</p>
      )}
      {asking === "lost" && <Notice kind="failed" said={said("onPage.lost")} />}
      {!mentions && asking === "asked" && <ListSkeleton />}
      {mentions && mentions.state !== "listed" && (
        <Notice kind="unsure" said={UNLISTED[mentions.state]} />
      )}
      {mentions?.state === "listed" &&
        (listed.length === 0 ? (
          <Notice kind="absent" said={said("onPage.empty")} />
        ) : (
          <PeopleList
            people={people}
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
  const count = t("onPage.count", listed.length, [number(listed.length)]);
  return more ? `${count}. ${t("onPage.more", { most: number(LISTED_MAX) })}` : count;
}
