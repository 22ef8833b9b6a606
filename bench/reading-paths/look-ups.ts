import { step } from "../../lib/page/card/card-machine.ts";
import { AT_FIRST, awaitedIn, type CardState } from "../../lib/page/card/card-state.ts";
import { mention } from "../../lib/page/card/fake-mention.ts";
import type { Found } from "../../lib/page/found.ts";
import { POINTER_FAST_PX_PER_MS, POINTER_LOOK_MS } from "../../lib/page/pointer.ts";
import type { Sample } from "./hand.ts";

/** An address on the page, CSS px. */
export interface Word {
  value: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The people that a path has looked up, and those whose cards it has shown. */
export interface Counted {
  lookedUp: Set<string>;
  shown: Set<string>;
  /** For each card, how long before it opened its lookup started, ms. */
  ahead: number[];
}

/**
 * Runs the card's state machine along a path, with looks as in lib/page/pointer.ts. Each person counts once, because
 * answers are cached for a while.
 */
export function follow(samples: readonly Sample[], words: readonly Word[]): Counted {
  const lookedUp = new Set<string>();
  const shown = new Set<string>();
  const ahead: number[] = [];
  const beganAt = new Map<string, number>();
  const founds = new Map<string, Found>();
  let state: CardState = AT_FIRST;
  let elapsesAt = Number.POSITIVE_INFINITY;
  let now = 0;

  function input(given: Parameters<typeof step>[1]): void {
    const next = step(state, given);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.type === "wait") elapsesAt = now + effect.ms;
      if (effect.type === "stop-waiting") elapsesAt = Number.POSITIVE_INFINITY;
      if (effect.type === "fill" || effect.type === "prefetch") {
        const { value } = effect.query;
        lookedUp.add(value);
        if (!beganAt.has(value)) beganAt.set(value, now);
      }
      if (effect.type === "reveal" && "found" in state.life) {
        const { value } = state.life.found.query;
        if (!shown.has(value)) ahead.push(now - (beganAt.get(value) ?? now));
        shown.add(value);
      }
      // The frame is available immediately: its cost isn't counted here.
      if (effect.type === "load") input({ type: "loaded", showing: effect.showing, hasHost: true });
      if (effect.type === "fill") input({ type: "filled", showing: effect.showing, painted: true });
    }
  }

  function passTo(time: number): void {
    while (elapsesAt <= time) {
      now = elapsesAt;
      elapsesAt = Number.POSITIVE_INFINITY;
      input({ type: "elapsed", standing: awaitedIn(state) });
    }
    now = time;
  }

  function lookAt({ x, y, time }: Sample): void {
    const word = words.find(
      (each) =>
        x >= each.left &&
        x <= each.left + each.width &&
        y >= each.top &&
        y <= each.top + each.height,
    );
    if (!word) {
      input({ type: "away", at: { x, y, time }, card: undefined });
      return;
    }
    const found = founds.get(word.value) ?? mention(word.value, word.left);
    founds.set(word.value, found);
    input({ type: "over", found, time, where: "here" });
  }

  let before: Sample | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    const moved = before ? Math.hypot(sample.x - before.x, sample.y - before.y) : 1;
    const speed = before ? moved / Math.max(1, sample.time - before.time) : 0;
    before = sample;
    passTo(sample.time);
    if (moved === 0) continue;
    if (speed > POINTER_FAST_PX_PER_MS) {
      input({ type: "away", at: sample, card: undefined });
    } else if (sample.time - lookedAt >= POINTER_LOOK_MS) {
      lookedAt = sample.time;
      lookAt(sample);
    }
  }
  return { lookedUp, shown, ahead };
}
