import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { createPeopleStore, type PeopleStore } from "../people/people-store.ts";
import type { Mentioned } from "../people/row.ts";
import { createWalk } from "../people/walk.ts";

export type PageMentions =
  | { state: "listed"; listed: Mentioned[]; more: boolean }
  /** The browser lets no extension read this page, or the organization has switched its site off. */
  | { state: "unreadable" | "switched-off" };

export interface PageMentionsStore {
  /** The last answer; while it is asked again, the former one. */
  mentions: ReadonlySignal<PageMentions | undefined>;
  /** How the last question stands. */
  asking: ReadonlySignal<"asked" | "answered" | "lost">;
  ask(): Promise<void>;
  people: PeopleStore;
}

/** Who is mentioned on the page: asked for once, and again when the person wants to. */
export function createPageMentionsStore(
  background: Pick<BackgroundApi, "tabMentions" | "showInTab" | "lookUpMany" | "stopLookUps">,
): PageMentionsStore {
  const { tabMentions, showInTab } = background;
  const mentions = signal<PageMentions | undefined>(undefined);
  const asking = signal<"asked" | "answered" | "lost">("answered");
  let turn = 0;
  return {
    mentions,
    asking,
    people: createPeopleStore(background),
    async ask() {
      const mine = ++turn;
      asking.value = "asked";
      const reply = await tabMentions().catch(() => undefined);
      if (mine !== turn) return;
      batch(() => {
        asking.value = reply ? "answered" : "lost";
        if (!reply) return;
        mentions.value = reply.ok
          ? {
              state: "listed",
              listed: reply.mentions.map((mention) => ({
                query: mention.query,
                onPage: { count: mention.count, walk: createWalk(mention, showInTab) },
              })),
              more: reply.more,
            }
          : { state: reply.why };
      });
    },
  };
}
