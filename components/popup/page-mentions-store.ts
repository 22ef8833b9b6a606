import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Query } from "../../lib/directory/answer.ts";
import type { BackgroundApi, TabMention } from "../../lib/messages/background-api.ts";

/** Where the last "Show on page" led. */
export type Shown =
  | { state: "not-yet" }
  /** @property place counts from 1, over all frames */
  | { state: "shown"; place: number; total: number }
  /** What was listed there is gone. */
  | { state: "gone" }
  /** The background did not answer. */
  | { state: "lost" };

/** A mention of the list, with its own place in the walk through its occurrences. */
export interface Listed {
  mention: TabMention;
  shown: ReadonlySignal<Shown>;
  /** Scrolls to the first occurrence, each further time to the next, and from the last to the first again. */
  showNext(): Promise<Shown>;
}

export type PageMentions =
  | { state: "listed"; listed: Listed[]; more: boolean }
  /** The browser lets no extension read this page, or the organization has switched its site off. */
  | { state: "unreadable" | "switched-off" };

export interface PageMentionsStore {
  /** The last answer; while it is asked again, the former one. */
  mentions: ReadonlySignal<PageMentions | undefined>;
  /** How the last question stands. */
  asking: ReadonlySignal<"asked" | "answered" | "lost">;
  ask(): Promise<void>;
  /** Whom the person went to see: the list comes back there. */
  left: Query | undefined;
}

/** Who is mentioned on the page: asked for once, and again when the person wants to. */
export function createPageMentionsStore({
  tabMentions,
  showInTab,
}: Pick<BackgroundApi, "tabMentions" | "showInTab">): PageMentionsStore {
  const mentions = signal<PageMentions | undefined>(undefined);
  const asking = signal<"asked" | "answered" | "lost">("answered");
  let turn = 0;
  return {
    mentions,
    asking,
    left: undefined,
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
              listed: reply.mentions.map((mention) => walkThrough(mention, showInTab)),
              more: reply.more,
            }
          : { state: reply.why };
      });
    },
  };
}

function walkThrough(mention: TabMention, showInTab: BackgroundApi["showInTab"]): Listed {
  const shown: Signal<Shown> = signal({ state: "not-yet" });
  const total = mention.frames.reduce((sum, { count }) => sum + count, 0);
  let next = 0;
  let turn = 0;
  return {
    mention,
    shown,
    async showNext() {
      const mine = ++turn;
      const at = next;
      next = at + 1 < total ? at + 1 : 0;
      const { frameId, nth } = occurrence(mention, at);
      const there = await showInTab(mention.sought, frameId, nth).catch(() => undefined);
      const outcome: Shown =
        there === undefined
          ? { state: "lost" }
          : there
            ? { state: "shown", place: at + 1, total }
            : { state: "gone" };
      // Of several quick clicks the last one is told, and only it can be taken back.
      if (mine === turn) {
        if (there === undefined) next = at;
        shown.value = outcome;
      }
      return outcome;
    },
  };
}

/** The frame in which an occurrence stands, and its place there; both counted from 0. */
function occurrence({ frames }: TabMention, at: number): { frameId: number; nth: number } {
  let nth = at;
  for (const { frameId, count } of frames) {
    if (nth < count) return { frameId, nth };
    nth -= count;
  }
  return { frameId: 0, nth: at };
}
