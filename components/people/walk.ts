import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { TabMention } from "../../lib/contract/replies.ts";

/** Where the last "Show on page" led. */
export type Shown =
  | { state: "not-yet" }
  /** @property place counts from 1, over all frames */
  | { state: "shown"; place: number; total: number }
  /** What was listed there is gone. */
  | { state: "gone" }
  /** The background didn't answer. */
  | { state: "lost" };

/** A walk through the places where someone is mentioned. */
export interface Walk {
  /** Number of places. */
  total: number;
  shown: ReadonlySignal<Shown>;
  /** Scrolls to the first occurrence, then to the next on each call, and from the last back to the first. */
  showNext(): Promise<Shown>;
}

export function createWalk(mention: TabMention, showInTab: BackgroundApi["showInTab"]): Walk {
  const total = mention.frames.reduce((sum, { count }) => sum + count, 0);
  return walkThrough(total, async (at) => {
    const place = occurrence(mention, at);
    const there = await showInTab({ query: mention.query, ...place }).catch(() => undefined);
    if (there === undefined) return { state: "lost" };
    return there ? { state: "shown", place: at + 1, total } : { state: "gone" };
  });
}

/** Goes through a number of places in turn. @param go leads to one of them, counted from 0 */
function walkThrough(total: number, go: (at: number) => Promise<Shown>): Walk {
  const shown: Signal<Shown> = signal({ state: "not-yet" });
  let next = 0;
  let turn = 0;
  return {
    total,
    shown,
    async showNext() {
      const mine = ++turn;
      const at = next;
      next = at + 1 < total ? at + 1 : 0;
      const outcome = await go(at);
      // Of several quick clicks, the last one is reported, and only it can be reverted.
      if (mine === turn) {
        if (outcome.state === "lost") next = at;
        shown.value = outcome;
      }
      return outcome;
    },
  };
}

/** Joined walks by the first of them: a walk in progress continues when the table is rendered again. */
const joined = new WeakMap<Walk, { walks: readonly Walk[]; walk: Walk }>();

/**
 * One walk through the places of several walks, one after the other; the same object for the same walks. @param walks
 * one or more
 */
export function joinedWalk(walks: readonly Walk[]): Walk {
  const [first] = walks;
  const known = first && joined.get(first);
  if (known?.walks.length === walks.length && known.walks.every((walk, n) => walk === walks[n]))
    return known.walk;
  const walk = join(walks);
  if (first) joined.set(first, { walks, walk });
  return walk;
}

function join(walks: readonly Walk[]): Walk {
  const total = walks.reduce((sum, walk) => sum + walk.total, 0);
  return walkThrough(total, async (at) => {
    let before = 0;
    const walk = walks.find(({ total: own }) => {
      if (at < before + own) return true;
      before += own;
      return false;
    });
    const there: Shown = (await walk?.showNext()) ?? { state: "gone" };
    return there.state === "shown" ? { ...there, place: before + there.place, total } : there;
  });
}

/** An occurrence's frame, and its index there; both counted from 0. */
function occurrence({ frames }: TabMention, at: number): { frameId: number; nth: number } {
  let nth = at;
  for (const { frameId, count } of frames) {
    if (nth < count) return { frameId, nth };
    nth -= count;
  }
  return { frameId: 0, nth: at };
}
