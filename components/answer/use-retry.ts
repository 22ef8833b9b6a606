import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../../lib/directory/answer.ts";
import { msUntil } from "../../lib/moments.ts";
import { isPassing } from "./remedies.ts";

/** When a failed request can be retried. */
export interface Retry {
  /** Whole seconds until then; 0 means now. */
  wait: number;
  /** It is then retried automatically. */
  byItself: boolean;
}

/** Whether this is already the result of an automatic retry. */
export type Retried = { current: boolean };

const TICK_MS = 1_000;

/**
 * Counts down to the time that a failure names, and then retries: once, and only while the page is visible. If that
 * fails too, the user decides.
 *
 * @param retried for a component that isn't always mounted; otherwise it is kept here
 */
export function useRetry(
  failure: Failure | undefined,
  again: () => void,
  retried?: Retried,
): Retry {
  const own = useRef(false);
  const done = retried ?? own;
  const [counted, setCounted] = useState({ until: 0, ms: 0 });
  const latest = useRef(again);
  latest.current = again;
  const retryAt = failure && isPassing(failure.why) ? failure.retryAt : undefined;
  useEffect(() => {
    if (retryAt === undefined) return;
    // Whichever clock is first: the wall clock can be set back, the monotonic clock stops while the computer sleeps.
    const end = performance.now() + msUntil(retryAt, Date.now());
    const look = () => {
      const ms = Math.min(Math.max(0, end - performance.now()), msUntil(retryAt, Date.now()));
      setCounted({ until: retryAt, ms });
      if (ms > 0) return;
      clearInterval(timer);
      if (done.current || document.visibilityState !== "visible") return;
      done.current = true;
      latest.current();
    };
    const timer = setInterval(look, TICK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [retryAt]);
  if (retryAt === undefined) return { wait: 0, byItself: false };
  // Before the first tick.
  const ms = counted.until === retryAt ? counted.ms : msUntil(retryAt, Date.now());
  const wait = Math.ceil(ms / TICK_MS);
  return { wait, byItself: wait > 0 && !done.current };
}
