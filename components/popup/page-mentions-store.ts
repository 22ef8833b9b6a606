import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { TabMentions } from "../../lib/contract/replies.ts";
import { createPeopleStore, type PeopleStore } from "../people/people-store.ts";
import type { Mentioned } from "../people/row.ts";
import { createWalk } from "../people/walk.ts";

export type PageMentions =
  | { state: "listed"; listed: Mentioned[]; more: boolean }
  /** Why there is no list. */
  | { state: Extract<TabMentions, { ok: false }>["why"] };

export interface PageMentionsStore {
  /** The last answer; during a new request, the previous one. */
  mentions: ReadonlySignal<PageMentions | undefined>;
  /** The state of the last request. */
  asking: ReadonlySignal<"asked" | "answered" | "lost">;
  ask(): Promise<void>;
  /** The same, and looks up everyone in the list. */
  askAndLookUp(): Promise<void>;
  /** Looks up no one else, including anyone in a list that is still to arrive. */
  stop(): void;
  people: PeopleStore;
}

/** Who is mentioned on the page: requested once, and again on demand. */
export function createPageMentionsStore(
  background: Pick<BackgroundApi, "tabMentions" | "showInTab" | "lookUpMany" | "stopLookUps">,
): PageMentionsStore {
  const { tabMentions, showInTab } = background;
  const mentions = signal<PageMentions | undefined>(undefined);
  const asking = signal<"asked" | "answered" | "lost">("answered");
  const people = createPeopleStore(background);
  let turn = 0;

  /** @returns who the page mentions; empty if unknown, or if it was requested again meanwhile */
  async function list(): Promise<readonly Mentioned[]> {
    const mine = ++turn;
    asking.value = "asked";
    const reply = await tabMentions().catch(() => undefined);
    if (mine !== turn) return [];
    const listed = (reply?.ok ? reply.mentions : []).map((mention) => ({
      query: mention.query,
      onPage: { count: mention.count, walk: createWalk(mention, showInTab) },
    }));
    batch(() => {
      asking.value = reply ? "answered" : "lost";
      if (!reply) return;
      mentions.value = reply.ok
        ? { state: "listed", listed, more: reply.more }
        : { state: reply.why };
    });
    return listed;
  }

  return {
    mentions,
    asking,
    people,
    async ask() {
      await list();
    },
    async askAndLookUp() {
      const listed = await list();
      if (listed.length > 0) await people.lookUp(listed.map(({ query }) => query));
    },
    stop() {
      turn += 1;
      people.stop();
    },
  };
}
